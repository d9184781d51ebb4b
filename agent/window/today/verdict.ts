import { type Access, Access as Accesses } from '../../../shared/access/decide.ts';
import { secondsBetween } from '../../../shared/time.ts';
import type { OutsideCode } from '../../../shared/words/words.ts';
import type { Snapshot } from '../../core/agent.ts';
import type { ProgramStatus } from '../../core/programs.ts';
import type { english } from '../words/english.ts';
import type { Row, Rows } from './rows.ts';

export type WindowState = keyof typeof english.access;

/** The one sentence that the person reads first, before it is put into words. */
export interface Verdict {
  readonly state: WindowState;
  /** When it ends by itself: the lock, or the end of the time without contact. */
  readonly deadline?: string;
  /** Programs that are locked, when not all are. */
  readonly lockedPrograms: readonly string[];
  /** Why the console does not accept this PC. */
  readonly refusal?: OutsideCode;
  /** The most urgent thing. */
  readonly first?: Row;
}

/** Seconds of silence before the person is told; shorter ones mend themselves. */
const silence = 20;

/** Pure: what the snapshot means for the person at this moment. */
export function judge(snapshot: Snapshot, rows: Rows, now: number): Verdict {
  const { programs, link, readings } = snapshot;
  const first = rows.toFix[0] ?? rows.unknown[0];
  const base = { lockedPrograms: lockedOf(programs), ...(first && { first }) };
  if (Object.keys(readings).length === 0) return { ...base, state: 'checking' };
  if (link.refused)
    return { ...base, state: 'refused', refusal: link.refused === 'key-in-use' ? 'quarantined' : 'revoked' };
  const decided = programs.flatMap(({ decision }) => decision ?? []);
  if (decided.length === 0) return { ...base, state: 'not-connected' };
  if (isSilent(snapshot, now)) return { ...base, state: 'offline', ...leaseOf(snapshot) };
  const access = worst(decided.map((decision) => decision.access));
  const deadline = decided.flatMap((decision) => decision.deadline ?? []).sort()[0];
  const state = access === 'warned' && rows.toFix.every(({ kind }) => kind === 'cannot-tell') ? 'cannot-tell' : access;
  return { ...base, state, ...(deadline && { deadline }) };
}

function lockedOf(programs: readonly ProgramStatus[]): string[] {
  return programs.filter(({ decision }) => decision?.access === 'locked').map(({ name }) => name);
}

function isSilent({ link, programs }: Snapshot, now: number): boolean {
  if (link.state === 'connected') return false;
  const isOut = programs.some(({ decision }) => decision?.reasons.some(({ cause }) => cause === 'out-of-contact'));
  return isOut || link.lastContactAt === undefined || secondsBetween(link.lastContactAt, new Date(now)) > silence;
}

/** Without contact, what was decided last holds until the lease ends. */
function leaseOf({ lease, programs, at }: Snapshot): Pick<Verdict, 'deadline'> {
  const isLocked = programs.every(({ decision }) => decision?.access === 'locked');
  return lease && !isLocked && lease.endsAt > at ? { deadline: lease.endsAt } : {};
}

function worst(all: readonly Access[]): Access {
  return Accesses.options.findLast((access) => all.includes(access)) ?? 'ready';
}
