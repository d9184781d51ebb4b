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

/** What gate, links and screens may do with the decisions: read them and hear of changes. */
export interface AccessReader {
  get(workstation: string, program: string): AccessEntry | undefined;
  of(workstation: string): AccessEntry[];
  all(): Iterable<AccessEntry>;
  /** Listeners are called at once, before `set` returns, in the order in which they subscribed. */
  subscribe(listener: (change: AccessChange) => void): () => void;
  /** The same for decisions that a new report left as they were. */
  onConfirmed(listener: (entry: AccessEntry) => void): () => void;
}

/** All decisions in memory: the one place where gate, links and screens read them. Only the access service writes. */
export class AccessBoard implements AccessReader {
  readonly #entries = new Map<string, Map<string, AccessEntry>>();
  readonly #listeners = new Set<(change: AccessChange) => void>();
  readonly #confirmListeners = new Set<(entry: AccessEntry) => void>();

  get(workstation: string, program: string): AccessEntry | undefined {
    return this.#entries.get(workstation)?.get(program);
  }

  of(workstation: string): AccessEntry[] {
    return [...(this.#entries.get(workstation)?.values() ?? [])];
  }

  *all(): Iterable<AccessEntry> {
    for (const programs of this.#entries.values()) yield* programs.values();
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
    const programs = this.#programsOf(entry.workstation);
    const previous = programs.get(entry.program)?.decision.access;
    programs.set(entry.program, entry);
    for (const listener of this.#listeners) listener({ entry, previous, latency });
  }

  /** Takes a decision that says the same as the one before; only who waits for an answer hears of it. */
  confirm(entry: AccessEntry): void {
    this.restore([entry]);
    for (const listener of this.#confirmListeners) listener(entry);
  }

  /** Fills the board from the store at start, without telling anybody. */
  restore(entries: Iterable<AccessEntry>): void {
    for (const entry of entries) {
      this.#programsOf(entry.workstation).set(entry.program, entry);
    }
  }

  #programsOf(workstation: string): Map<string, AccessEntry> {
    const known = this.#entries.get(workstation);
    if (known) return known;
    const programs = new Map<string, AccessEntry>();
    this.#entries.set(workstation, programs);
    return programs;
  }
}
