import type { Invitation, Model } from '../ipc/model.ts';
import type { ServiceState } from '../ipc/service.ts';

type Fixed = Pick<Model, 'os' | 'version' | 'settings'>;

/** Holds what the window, the icon and the notices show. */
export class Desk {
  readonly #listeners = new Set<(model: Model) => void>();
  #model: Model;

  constructor(fixed: Fixed) {
    this.#model = { ...fixed, phase: 'starting', messages: [] };
  }

  get model(): Model {
    return this.#model;
  }

  onChange(listener: (model: Model) => void): void {
    this.#listeners.add(listener);
  }

  change(change: Partial<Model>): void {
    this.#model = { ...this.#model, ...change };
    for (const listener of this.#listeners) listener(this.#model);
  }

  /** Without what the link said, once it has been used. */
  forgetInvitation(): void {
    const { invitation: _used, ...model } = this.#model;
    this.#model = model;
    this.change({});
  }

  /** A crash keeps what was known last: it is not shown, but comes back with the process. */
  takeState(state: ServiceState | { readonly phase: 'crashed' }): void {
    const { trouble: _old, ...model } = this.#model;
    this.#model = model;
    if (state.phase === 'running') this.#takeSnapshot(state.snapshot);
    else if (state.phase === 'failed') this.change({ phase: 'crashed', trouble: state.trouble });
    else this.change({ phase: state.phase });
  }

  /** A link is offered to the person where this PC is not set up, or is not accepted any more. False where it is not. */
  invite(invitation: Invitation): boolean {
    const { phase, snapshot } = this.#model;
    if (phase === 'running' && !snapshot?.link.refused) return false;
    this.change({ invitation, ...(phase === 'running' && { phase: 'not-enrolled' as const }) });
    return true;
  }

  #takeSnapshot(snapshot: NonNullable<Model['snapshot']>): void {
    const { invitation, lastCheck: _check, callerCode: _code, ...model } = this.#model;
    // A PC that is not accepted stays on its way to being set up anew.
    const isInvited = invitation !== undefined && snapshot.link.refused !== undefined;
    const { lastCheck, callerCode, messages } = snapshot;
    this.#model = model;
    this.change({
      phase: isInvited ? 'not-enrolled' : 'running',
      snapshot,
      messages,
      ...(lastCheck && { lastCheck }),
      ...(callerCode && { callerCode }),
      ...(isInvited && { invitation }),
    });
  }
}
