import type { Rota, Span } from '../shifts/rota.ts';
import type { Workstation } from '../workstations/roster.ts';
import type { OpenCase } from './book.ts';

/** A workstation that fits, with what its order depends on. */
export interface Candidate {
  readonly workstation: Workstation;
  readonly lead: OpenCase;
  readonly hasIncident: boolean;
  /** The shift that its person is in, or the next one. */
  readonly shift: Span | undefined;
  readonly isInShift: boolean;
  /** From when on its person is missed, in milliseconds since 1970; infinity where no shift is known. */
  readonly missedAt: number;
  /** Share of the people in shift whom its program misses already. */
  readonly impact: number;
}

/** Workstations with the same cause, in no order. */
export interface Group {
  readonly key: string;
  readonly members: Candidate[];
  /** The most urgent of them. */
  readonly first: Candidate;
  /** How many of them are in a shift. */
  readonly inShift: number;
}

/** A person is missed once they are locked and in a shift. */
export function missing(person: string | undefined, { locksAt }: OpenCase, rota: Rota, now: number) {
  const shift = rota.around(person, now);
  const lockedFrom = Math.max(locksAt === undefined ? now : Date.parse(locksAt), now);
  const missed = lockedFrom === now ? shift : rota.around(person, lockedFrom);
  return {
    shift,
    isInShift: shift !== undefined && shift.from <= now,
    missedAt: missed ? Math.max(missed.from, lockedFrom) : Infinity,
  };
}

/** What was reported as suspicious; then whoever is missed first, where the queue suffers most, who waits longest. */
export function compare(left: Candidate, right: Candidate): number {
  return (
    byTime(left, right) ||
    order(right.impact, left.impact) ||
    order(left.lead.since, right.lead.since) ||
    order(left.workstation.id, right.workstation.id)
  );
}

/** By the most urgent of them; a larger group goes first where that is the same. */
export function compareGroups(left: Group, right: Group): number {
  return (
    byTime(left.first, right.first) ||
    right.inShift - left.inShift ||
    right.members.length - left.members.length ||
    order(left.first.lead.since, right.first.lead.since)
  );
}

function byTime(left: Candidate, right: Candidate): number {
  return (
    Number(right.hasIncident) - Number(left.hasIncident) ||
    order(left.missedAt, right.missedAt) ||
    order(left.lead.locksAt ?? '', right.lead.locksAt ?? '')
  );
}

function order<Value extends number | string>(left: Value, right: Value): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
