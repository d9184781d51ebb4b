import type { Access, Decision } from '../../../shared/access/decide.ts';
import type { Latency } from '../../../shared/protocol/views.ts';

/** The decision in force for one workstation and one program. */
export interface AccessEntry {
  readonly workstation: string;
  readonly program: string;
  readonly decision: Decision;
  /** Since when the access has been what it is. */
  readonly since: string;
  readonly policyVersion: number;
}

export interface AccessChange {
  readonly entry: AccessEntry;
  /** Access before; undefined for the first decision. */
  readonly previous: Access | undefined;
  /** Milliseconds, where a report caused the change. */
  readonly latency?: Latency | undefined;
}

/** What is known about all workstations of one program; a revoked one is nobody's who could not work. */
interface Tally {
  readonly counts: Record<Access, number>;
  readonly locked: Set<AccessEntry>;
  revoked: number;
}

/** What gate, links and screens may do with the decisions: read them and hear of changes. */
export interface AccessReader {
  get(workstation: string, program: string): AccessEntry | undefined;
  of(workstation: string): readonly AccessEntry[];
  /** Workstations about which anything is decided. */
  workstations(): Iterable<string>;
  /** How many workstations of a program have which access, revoked ones aside. */
  counts(program: string): Readonly<Record<Access, number>>;
  /** The workstations of a program that are locked, revoked ones aside. */
  lockedIn(program: string): ReadonlySet<AccessEntry>;
  /** How many workstations of a program are revoked. */
  revokedIn(program: string): number;
  /** Listeners are called at once, before `set` returns, in the order in which they subscribed. */
  subscribe(listener: (change: AccessChange) => void): () => void;
  /** The same for decisions that a new report left as they were. */
  onConfirmed(listener: (entry: AccessEntry) => void): () => void;
}

const none: readonly AccessEntry[] = [];

/** All decisions in memory: the one place where gate, links and screens read them. Only the access service writes. */
export class AccessBoard implements AccessReader {
  /** By workstation; a list is never changed, so that whoever reads it needs no copy. */
  readonly #entries = new Map<string, readonly AccessEntry[]>();
  readonly #programs = new Map<string, Tally>();
  readonly #listeners = new Set<(change: AccessChange) => void>();
  readonly #confirmListeners = new Set<(entry: AccessEntry) => void>();

  get(workstation: string, program: string): AccessEntry | undefined {
    return this.of(workstation).find((entry) => entry.program === program);
  }

  of(workstation: string): readonly AccessEntry[] {
    return this.#entries.get(workstation) ?? none;
  }

  workstations(): Iterable<string> {
    return this.#entries.keys();
  }

  counts(program: string): Readonly<Record<Access, number>> {
    return this.#tallyOf(program).counts;
  }

  lockedIn(program: string): ReadonlySet<AccessEntry> {
    return this.#tallyOf(program).locked;
  }

  revokedIn(program: string): number {
    return this.#tallyOf(program).revoked;
  }

  subscribe(listener: (change: AccessChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onConfirmed(listener: (entry: AccessEntry) => void): () => void {
    this.#confirmListeners.add(listener);
    return () => this.#confirmListeners.delete(listener);
  }

  /** Takes a decision and tells everybody whose view of it changed. */
  set(entry: AccessEntry, latency?: Latency): void {
    const previous = this.#put(entry)?.decision.access;
    for (const listener of this.#listeners) listener({ entry, previous, latency });
  }

  /** Takes a decision that says the same as the one before; only who waits for an answer hears of it. */
  confirm(entry: AccessEntry): void {
    this.#put(entry);
    for (const listener of this.#confirmListeners) listener(entry);
  }

  /** Fills the board from the store at start, without telling anybody. */
  restore(entries: Iterable<AccessEntry>): void {
    for (const entry of entries) this.#put(entry);
  }

  /** Puts an entry in the place of the one before, and answers that one. */
  #put(entry: AccessEntry): AccessEntry | undefined {
    const { workstation, program } = entry;
    const entries = this.of(workstation);
    const before = entries.find((one) => one.program === program);
    const next = before ? entries.map((one) => (one === before ? entry : one)) : [...entries, entry];
    this.#entries.set(workstation, next);
    const tally = this.#tallyOf(program);
    if (before) count(tally, before, -1);
    count(tally, entry, 1);
    return before;
  }

  #tallyOf(program: string): Tally {
    const known = this.#programs.get(program);
    if (known) return known;
    const tally = {
      counts: { ready: 0, warned: 0, draining: 0, locked: 0 },
      locked: new Set<AccessEntry>(),
      revoked: 0,
    };
    this.#programs.set(program, tally);
    return tally;
  }
}

/** Takes an entry into the tally, or out of it. */
function count(tally: Tally, entry: AccessEntry, by: 1 | -1): void {
  if (isRevoked(entry)) {
    tally.revoked += by;
    return;
  }
  const { access } = entry.decision;
  tally.counts[access] += by;
  if (by < 0) tally.locked.delete(entry);
  else if (access === 'locked') tally.locked.add(entry);
}

/** Whether the workstation was revoked: it is locked, and nobody works on it. */
export function isRevoked({ decision: { reasons } }: AccessEntry): boolean {
  return reasons.some(({ cause, code }) => cause === 'enrolment' && code === 'revoked');
}
