import type { CaseCause } from '../../../../shared/protocol/case-views.ts';

/** Milliseconds for which a case that closed says who takes care of the next one of its kind. */
export const rememberFor = 15 * 60_000;

interface Closed {
  readonly workstation: string;
  readonly cause: CaseCause;
  readonly assignee: string | undefined;
}

/** Who took care of cases that closed a short while ago: a cause that goes and comes back stays in the same hands. */
export class LatelyAssigned {
  readonly #left = new Map<string, { readonly assignee: string; readonly until: number }>();

  note({ workstation, cause, assignee }: Closed, closedAt: number): void {
    const key = `${workstation} ${cause}`;
    this.#forget(closedAt);
    this.#left.delete(key);
    if (assignee !== undefined) this.#left.set(key, { assignee, until: closedAt + rememberFor });
  }

  find(workstation: string, cause: CaseCause, now: number): string | undefined {
    const known = this.#left.get(`${workstation} ${cause}`);
    return known && known.until > now ? known.assignee : undefined;
  }

  /** They stand in the order in which they closed. */
  #forget(now: number): void {
    for (const [key, { until }] of this.#left) {
      if (until > now) return;
      this.#left.delete(key);
    }
  }
}
