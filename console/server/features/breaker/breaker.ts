import type { AccessReason, Decision } from '../../../../shared/access/decide.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';

export interface Suspension {
  readonly check: CheckId;
  readonly since: string;
  /** How many workstations the check had locked when the breaker stepped in. */
  readonly locked: number;
}

/** A decision about to be made, beside the one it replaces. */
export interface Draft {
  readonly workstation: string;
  readonly program: string;
  readonly before: Decision | undefined;
  readonly after: Decision;
}

export interface Trip extends Suspension {
  readonly program: string;
}

/** What the breaker would do; see `BreakerTrial`. */
export interface Rehearsal {
  readonly trips: boolean;
  readonly workstations: number;
  readonly lockedLately: number;
  readonly tripsAt: number;
  readonly within: number;
}

/** What the breaker has to know about a program. */
export interface ProgramSize {
  readonly limits: Policy['breaker'];
  readonly workstations: number;
}

/**
 * Stops a mass lock-out. It counts the workstations of a program that one check locks by itself, and suspends the
 * check's locks when too many follow each other too fast. Only a person lets it lock again.
 */
export class Breaker {
  readonly #suspended = new Map<string, Map<CheckId, Suspension>>();
  /** By program and check: the workstations locked lately, and when. */
  readonly #locked = new Map<string, Map<string, number>>();
  /** By program and check: the workstations that a person has let it lock. They count again once they have passed. */
  readonly #accepted = new Map<string, Set<string>>();
  readonly #sizeOf: (program: string) => ProgramSize | undefined;

  constructor(sizeOf: (program: string) => ProgramSize | undefined) {
    this.#sizeOf = sizeOf;
  }

  restore(program: string, suspension: Suspension): void {
    const known = this.#suspended.get(program) ?? new Map<CheckId, Suspension>();
    this.#suspended.set(program, known.set(suspension.check, suspension));
  }

  suspendedIn(program: string): Suspension[] {
    return [...(this.#suspended.get(program)?.values() ?? [])];
  }

  /** Looks at decisions before they take effect, and says which checks it has just suspended. */
  watch(drafts: readonly Draft[], now: Date): Trip[] {
    const grown = new Set<string>();
    for (const draft of drafts) {
      const { workstation, program, before, after } = draft;
      if (this.#accepted.size > 0) this.#forgetPassed(draft);
      for (const check of newLocks(before, after)) {
        const key = `${program} ${check}`;
        if (this.#accepted.get(key)?.has(workstation)) continue;
        const locked = this.#locked.get(key) ?? new Map<string, number>();
        this.#locked.set(key, locked.set(workstation, now.getTime()));
        grown.add(key);
      }
    }
    return [...grown].flatMap((key) => this.#trip(key, now) ?? []);
  }

  /** Lets a check lock again, those first whom it held back: that many at once is what the person has decided. */
  resume(program: string, check: CheckId, held: Iterable<string>): void {
    const key = `${program} ${check}`;
    this.#suspended.get(program)?.delete(check);
    this.#locked.delete(key);
    const accepted = new Set(held);
    if (accepted.size > 0) this.#accepted.set(key, accepted);
  }

  /** What it would do if a check locked so many workstations more; undefined for an unknown program. */
  rehearse(program: string, check: CheckId, more: number, now: Date): Rehearsal | undefined {
    const size = this.#sizeOf(program);
    if (!size) return undefined;
    const { share, within, atLeast } = size.limits;
    const oldest = now.getTime() - within * 1000;
    const times = [...(this.#locked.get(`${program} ${check}`)?.values() ?? [])];
    const lockedLately = times.filter((at) => at >= oldest).length;
    const tripsAt = Math.max(atLeast, Math.floor((share * size.workstations) / 100) + 1);
    const trips = Math.min(lockedLately + more, size.workstations) >= tripsAt;
    return { trips, workstations: size.workstations, lockedLately, tripsAt, within };
  }

  #forgetPassed({ workstation, program, after }: Draft): void {
    for (const [key, accepted] of this.#accepted) {
      if (!accepted.has(workstation)) continue;
      const fails = after.reasons.some(({ cause }) => key === `${program} ${cause}`);
      if (!fails && key.startsWith(`${program} `)) accepted.delete(workstation);
      if (accepted.size === 0) this.#accepted.delete(key);
    }
  }

  #trip(key: string, now: Date): Trip | undefined {
    const [program = '', name = ''] = key.split(' ');
    const check = CheckId.parse(name);
    const size = this.#sizeOf(program);
    const locked = this.#locked.get(key);
    if (!size || !locked || this.#suspended.get(program)?.has(check)) return undefined;
    const { share, within, atLeast } = size.limits;
    const oldest = now.getTime() - within * 1000;
    for (const [workstation, at] of locked) if (at < oldest) locked.delete(workstation);
    if (locked.size < atLeast || locked.size * 100 <= share * size.workstations) return undefined;
    const suspension = { check, since: now.toISOString(), locked: locked.size };
    this.restore(program, suspension);
    this.#locked.delete(key);
    return { program, ...suspension };
  }
}

/** Checks that lock in the new decision and did not in the one before. */
function newLocks(before: Decision | undefined, after: Decision): CheckId[] {
  const locking = (reasons: readonly AccessReason[]) =>
    reasons.flatMap(({ cause, effect }) => (effect === 'lock' ? (CheckId.safeParse(cause).data ?? []) : []));
  const known = new Set(locking(before?.reasons ?? []));
  return [...new Set(locking(after.reasons))].filter((check) => !known.has(check));
}
