import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { loadCalls, saveCalls } from './store.ts';

export interface CallState {
  readonly state: 'on-call' | 'idle';
  readonly heardAt: string;
}

interface Log {
  warn(detail: object, message: string): void;
}

export interface CallDeps {
  readonly writer: Writer;
  readonly log: Log;
}

/** Milliseconds in which call states are gathered for one commit. */
const gatherFor = 1_000;

/**
 * The last word of the telephony platform about each person who is on a call. It outlives a restart, so that one in the
 * middle of a call locks nobody; the platform falling silent still ends it.
 */
export class CallStates {
  readonly #deps: CallDeps;
  readonly #byPerson: Map<string, CallState>;
  readonly #unwritten = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `underWay`: who was on a call when the console stopped. */
  constructor(deps: CallDeps, underWay: ReadonlyMap<string, CallState>) {
    this.#deps = deps;
    this.#byPerson = new Map(underWay);
  }

  find(person: string | undefined): CallState | undefined {
    return person === undefined ? undefined : this.#byPerson.get(person.toLowerCase());
  }

  hear(person: string, state: CallState['state'], now: Date): void {
    const key = person.toLowerCase();
    if (state === 'idle') this.#byPerson.delete(key);
    else this.#byPerson.set(key, { state, heardAt: now.toISOString() });
    this.#unwritten.add(key);
    if (!this.#isClosed) this.#timer ??= setTimeout(() => void this.#write(), gatherFor);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#write();
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const persons = [...this.#unwritten];
    this.#unwritten.clear();
    if (persons.length === 0) return;
    const calls = persons.flatMap((person) => {
      const call = this.#byPerson.get(person);
      return call ? [{ person, heard_at: call.heardAt }] : [];
    });
    const ended = persons.filter((person) => !this.#byPerson.has(person));
    try {
      await this.#deps.writer.change((transaction) => saveCalls(transaction, calls, ended));
    } catch (error) {
      this.#deps.log.warn({ err: error }, 'call states could not be written; the next ones will be');
    }
  }
}

/** Who was on a call when the console stopped. The time in which it could not listen ends no call. */
export async function loadCallStates(db: Db, startedAt: Date): Promise<Map<string, CallState>> {
  const { calls, lastHeardAt } = await loadCalls(db);
  const away = lastHeardAt === undefined ? 0 : Math.max(startedAt.getTime() - Date.parse(lastHeardAt), 0);
  return new Map(
    calls.map(({ person, heard_at }) => {
      const heardAt = new Date(Date.parse(heard_at) + away).toISOString();
      return [person, { state: 'on-call', heardAt }];
    }),
  );
}
