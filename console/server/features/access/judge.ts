import { type AccessReason, type Decision, decide } from '../../../../shared/access/decide.ts';
import { evaluate, type Finding } from '../../../../shared/access/evaluate.ts';
import { failingSince } from '../../../../shared/access/failing-since.ts';
import type { CheckId } from '../../../../shared/checks/index.ts';
import { addSeconds } from '../../../../shared/time.ts';
import type { Draft } from '../breaker/breaker.ts';
import type { CallState } from '../call-states/call-states.ts';
import { type Program, policyFor } from '../programs/directory.ts';
import { type Decided, observationOf, type Workstation } from '../workstations/roster.ts';

/** What is neither the workstation's nor the program's own. */
export interface Around {
  readonly call: CallState | undefined;
  readonly suspended: readonly CheckId[];
}

/** The decision for one workstation and one program, and what is new about it. */
export interface Judged extends Draft {
  readonly subject: Workstation;
  readonly known: Decided | undefined;
  readonly findings: readonly Finding[];
  readonly next: Decided;
  /** Whether it says something else than the decision before. */
  readonly isNews: boolean;
  /** When time alone could change it, in milliseconds since 1970; infinity for never. */
  readonly reviewAt: number;
}

/** Decides anew. Changes nothing: the caller may still throw the result away. */
export function judge(subject: Workstation, program: Program, around: Around, now: Date): Judged {
  const { id } = program;
  const { policy, version } = policyFor(program, subject.id);
  const known = subject.decided.get(id);
  const findings = evaluate(observationOf(subject), policy, now);
  const since = failingSince(findings, known?.failingSince ?? {}, now);
  const circumstances = {
    enrolment: subject.enrolment,
    lastContactAt: subject.contact.countsFrom,
    lease: policy.lease,
    manualLock: subject.locks.find((lock) => lock.program === undefined || lock.program === id),
    excuses: subject.excuses,
    failingSince: since,
    call: around.call,
    callLimits: policy.call,
    suspended: around.suspended,
  };
  const decision = decide(findings, circumstances, now);
  const changedAt = known?.entry.decision.access === decision.access ? known.entry.since : now.toISOString();
  const entry = { workstation: subject.id, program: id, decision, since: changedAt, policyVersion: version };
  return {
    subject,
    workstation: subject.id,
    program: id,
    before: known?.entry.decision,
    after: decision,
    known,
    findings,
    next: { entry, failingSince: since },
    isNews: known === undefined || !isSame(known.entry.decision, decision),
    reviewAt: Math.min(
      decision.reviewAt ? Date.parse(decision.reviewAt) : Infinity,
      staleAt(subject, policy.staleAfter, now),
    ),
  };
}

/** When the first reading becomes too old for the policy, just after which `evaluate` answers differently. */
function staleAt({ readings }: Workstation, staleAfter: number, now: Date): number {
  // Our own times all have one form, and so sort as text.
  const oldest = addSeconds(now, -staleAfter);
  let first: string | undefined;
  for (const reading of Object.values(readings)) {
    if (reading && reading.readAt >= oldest && (first === undefined || reading.readAt < first)) first = reading.readAt;
  }
  return first === undefined ? Infinity : Date.parse(first) + staleAfter * 1000 + 1;
}

/** Whether two decisions say the same; when they are looked at again does not matter. */
function isSame(left: Decision, right: Decision): boolean {
  return (
    left.access === right.access &&
    left.deadline === right.deadline &&
    left.reasons.length === right.reasons.length &&
    left.reasons.every((reason, index) => isSameReason(reason, right.reasons[index]))
  );
}

/** Part by part: what comes from the store has its parts in another order. */
function isSameReason(left: AccessReason, right: AccessReason | undefined): boolean {
  return (
    left.cause === right?.cause &&
    left.code === right.code &&
    left.effect === right.effect &&
    left.since === right.since &&
    left.until === right.until &&
    hasSameValues(left.params, right.params)
  );
}

/** Whether two records say the same, in whatever order. */
export function hasSameValues<Value>(left: Readonly<Record<string, Value>>, right: Readonly<Record<string, Value>>) {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}

/** Whether the reasons are others, whatever their parameters. */
export function isOtherCause(left: Decision | undefined, right: Decision): boolean {
  const causes = ({ access, reasons }: Decision) =>
    [access, ...reasons.map(({ cause, code, effect }) => `${cause} ${code} ${effect}`)].join();
  return left === undefined || causes(left) !== causes(right);
}
