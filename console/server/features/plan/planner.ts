import { type Access, type AccessReason, type Decision, decide } from '../../../../shared/access/decide.ts';
import { evaluate } from '../../../../shared/access/evaluate.ts';
import { failingSince } from '../../../../shared/access/failing-since.ts';
import type { CheckId, Readings } from '../../../../shared/checks/index.ts';
import { comparePolicies } from '../../../../shared/policy/compare.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import type { Plan, PlanEffect, PlanRow } from '../../../../shared/protocol/policy-views.ts';
import type { CallState } from '../call-states/call-states.ts';
import type { Excuse } from '../workstations/roster.ts';
import { HistoryTally, type ShiftSpan } from './history-tally.ts';
import { type StoredReport, toMoments } from './recording.ts';
import { type PastExcuse, replay } from './replay.ts';

/** What a plan is about, the same for everybody. Travels to the thread that works it out. */
export interface PlanTask {
  readonly program: string;
  readonly draft: Policy;
  /** The policies that apply now; more than one while a version is brought in step by step. */
  readonly policies: readonly Policy[];
  readonly comparedWith: number;
  readonly suspended: readonly CheckId[];
  readonly at: string;
  /** Start of the recorded history to replay; absent: none is. */
  readonly from?: string | undefined;
  readonly knowsShifts: boolean;
}

/** One workstation with all that its access hangs on. */
export interface PlanSubject {
  readonly workstation: string;
  readonly hostName: string;
  readonly person: string | undefined;
  /** Which of the task's policies applies to it now. */
  readonly policy: number;
  readonly readings: Readings;
  readonly egress: string | undefined;
  /** Seconds by which its clock is ahead. */
  readonly clockSkew: number | undefined;
  /** When it was last heard of. */
  readonly heardAt: string | undefined;
  readonly failingSince: Readonly<Record<string, string>>;
  readonly excuses: readonly Excuse[];
  readonly call: CallState | undefined;
  readonly history: readonly StoredReport[];
  readonly pastExcuses: readonly PastExcuse[];
  /** Its person's shifts within the history; milliseconds since 1970. */
  readonly shifts: readonly ShiftSpan[];
}

/** Names travel up to here; the rest is counted. */
const mostRows = 1_000;
const severity: readonly Access[] = ['ready', 'warned', 'draining', 'locked'];

/**
 * Works out what a draft would do beside the policies that apply now: on the facts as they are, and on recorded history.
 * Pure: it reads no clock and no store, and both sides of each comparison come from the same functions.
 */
export class Planner {
  readonly #task: PlanTask;
  readonly #counts: Record<PlanEffect, number> = { locked: 0, warned: 0, freed: 0, unaffected: 0, 'no-data': 0 };
  readonly #causes = new Map<string, { cause: string; code: string; workstations: number; hours: number }>();
  readonly #rows: PlanRow[] = [];
  readonly #tally: HistoryTally | undefined;
  #lockedInShift = 0;

  constructor(task: PlanTask) {
    this.#task = task;
    if (task.from) this.#tally = new HistoryTally(Date.parse(task.from), Date.parse(task.at));
  }

  add(subject: PlanSubject): void {
    const { draft, policies, at, knowsShifts } = this.#task;
    const inForce = policies[subject.policy] ?? draft;
    const before = this.#decide(subject, inForce);
    const after = this.#decide(subject, draft);
    const effect = effectOf(subject, before.access, after.access);
    this.#counts[effect] += 1;
    const now = Date.parse(at);
    const inShift = knowsShifts ? subject.shifts.some(({ from, to }) => from <= now && now < to) : undefined;
    if (effect === 'locked' && inShift) this.#lockedInShift += 1;
    const hours = this.#replay(subject, inForce);
    this.#noteCauses(newReasons(before, after));
    if (effect === 'unaffected' && hours.before === hours.after) return;
    const row: PlanRow = {
      ...{ workstation: subject.workstation, hostName: subject.hostName, effect, hours },
      ...{ before: before.access, after: after.access },
      reasons: after.reasons.filter(({ effect: does }) => does !== 'advise'),
    };
    if (subject.person !== undefined) row.person = subject.person;
    if (after.deadline !== undefined) row.locksAt = after.deadline;
    if (inShift !== undefined) row.inShift = inShift;
    const asOf = asOfTime(subject, at);
    if (asOf !== undefined) row.asOf = asOf;
    this.#rows.push(row);
  }

  finish(): Plan {
    const { program, draft, policies, comparedWith, at, knowsShifts } = this.#task;
    const rows = this.#rows.sort(byWeight);
    const history = this.#tally?.finish(knowsShifts);
    return {
      ...{ program, policyName: draft.name, comparedWith, at },
      changes: policies[0] ? comparePolicies(policies[0], draft) : [],
      counts: this.#counts,
      ...(knowsShifts && { lockedInShift: this.#lockedInShift }),
      causes: [...this.#causes.values()].sort(
        (left, right) => right.workstations - left.workstations || right.hours - left.hours,
      ),
      ...(history && { history }),
      rows: rows.slice(0, mostRows),
      more: Math.max(rows.length - mostRows, 0),
    };
  }

  /**
   * The decision on the facts as they are, as if the workstation were in contact and enrolled: no policy changes that. The
   * facts of one that is away count as of when it was last heard.
   */
  #decide(subject: PlanSubject, policy: Policy): Decision {
    const { at, suspended } = this.#task;
    const now = new Date(at);
    const { readings, egress, clockSkew, excuses, call } = subject;
    const findings = evaluate({ readings, egress, clockSkew }, policy, new Date(asOfTime(subject, at) ?? at));
    return decide(
      findings,
      {
        ...{ enrolment: 'active', lastContactAt: at, lease: policy.lease, callLimits: policy.call },
        ...{ excuses, call, suspended },
        failingSince: failingSince(findings, subject.failingSince, now),
      },
      now,
    );
  }

  #replay(subject: PlanSubject, inForce: Policy): PlanRow['hours'] {
    const tally = this.#tally;
    if (!tally || subject.history.length === 0) return { before: 0, after: 0 };
    const { draft, at, suspended } = this.#task;
    const moments = toMoments(subject.history, subject.readings, Date.parse(at));
    const play = (policy: Policy) => replay(moments, subject.pastExcuses, policy, suspended);
    const spans = { before: play(inForce), after: play(draft) };
    for (const { causes, from, to } of spans.after) {
      for (const { cause, code } of causes) this.#cause(cause, code).hours += (to - from) / 3_600_000;
    }
    return tally.add(moments, spans, subject.shifts);
  }

  #noteCauses(reasons: readonly AccessReason[]): void {
    for (const { cause, code } of reasons) this.#cause(cause, code).workstations += 1;
  }

  #cause(cause: string, code: string) {
    const key = `${cause} ${code}`;
    const known = this.#causes.get(key) ?? { cause, code, workstations: 0, hours: 0 };
    this.#causes.set(key, known);
    return known;
  }
}

/** The facts of a workstation that is away are as old as its last contact. */
function asOfTime({ heardAt }: PlanSubject, at: string): string | undefined {
  return heardAt !== undefined && heardAt > at ? at : heardAt;
}

function effectOf(subject: PlanSubject, before: Access, after: Access): PlanEffect {
  if (Object.keys(subject.readings).length === 0) return 'no-data';
  const [left, right] = [severity.indexOf(before), severity.indexOf(after)];
  if (right < left) return 'freed';
  if (right === left || (before === 'draining' && after === 'locked')) return 'unaffected';
  return after === 'warned' ? 'warned' : 'locked';
}

/** What locks or warns in the second decision and did neither in the first. */
function newReasons(before: Decision, after: Decision): AccessReason[] {
  const acts = ({ effect }: AccessReason) => effect === 'lock' || effect === 'drain' || effect === 'deadline';
  const weight = ({ effect }: AccessReason) => (effect === 'deadline' ? 1 : 2);
  return after.reasons.filter((reason) => {
    const known = before.reasons.find(({ cause, code }) => cause === reason.cause && code === reason.code);
    return acts(reason) && (!known || !acts(known) || weight(known) < weight(reason));
  });
}

const order: readonly PlanEffect[] = ['locked', 'warned', 'freed', 'no-data', 'unaffected'];

/** The most affected first: those at work before the others, then by the hours they would lose. */
function byWeight(left: PlanRow, right: PlanRow): number {
  const lost = ({ hours }: PlanRow) => hours.after - hours.before;
  return (
    order.indexOf(left.effect) - order.indexOf(right.effect) ||
    Number(right.inShift ?? false) - Number(left.inShift ?? false) ||
    lost(right) - lost(left) ||
    left.hostName.localeCompare(right.hostName)
  );
}
