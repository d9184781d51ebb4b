import { type AccessReason, decide } from '../../../../shared/access/decide.ts';
import { evaluate } from '../../../../shared/access/evaluate.ts';
import { failingSince } from '../../../../shared/access/failing-since.ts';
import type { CheckId, Readings } from '../../../../shared/checks/index.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';

/** An excuse, with the time it was granted. */
export interface PastExcuse {
  readonly checks: readonly CheckId[];
  readonly from: string;
  readonly until: string;
}

/** What was known about a workstation from one report to the next. */
export interface Moment {
  readonly at: number;
  /** Until when it counts as present; milliseconds since 1970. */
  readonly until: number;
  readonly readings: Readings;
  readonly egress: string | undefined;
}

/** A stretch of time in which a policy would have locked, and what for. Milliseconds since 1970. */
export interface LockedSpan {
  readonly from: number;
  readonly to: number;
  readonly causes: readonly Pick<AccessReason, 'cause' | 'code'>[];
}

/**
 * Plays recorded moments against a policy on a virtual clock, and says when it would have locked. A check counts from
 * the moment on at which its fact is known. Locks by hand and calls are left out: no policy changes them.
 */
export function replay(
  moments: readonly Moment[],
  excuses: readonly PastExcuse[],
  policy: Policy,
  suspended: readonly CheckId[],
): LockedSpan[] {
  let since: Record<string, string> = {};
  const spans: LockedSpan[] = [];
  for (const { at, until, readings, egress } of moments) {
    const start = new Date(at);
    const findings = evaluate({ readings, egress }, policy, start).filter(({ code }) => code !== 'never-read');
    since = failingSince(findings, since, start);
    for (let now = at; now < until; ) {
      const clock = new Date(now);
      const time = clock.toISOString();
      const decision = decide(
        findings,
        {
          enrolment: 'active',
          lastContactAt: time,
          lease: policy.lease,
          excuses: excuses.filter(({ from }) => from <= time).map((excuse) => ({ ...excuse, reason: '', by: '' })),
          failingSince: since,
          callLimits: policy.call,
          suspended,
        },
        clock,
      );
      const next = Math.min(until, decision.reviewAt ? Date.parse(decision.reviewAt) : until, nextGrant(excuses, now));
      if (decision.access === 'locked') {
        extend(spans, { from: now, to: next, causes: decision.reasons.filter(({ effect }) => effect === 'lock') });
      }
      now = Math.max(next, now + 1);
    }
  }
  return spans;
}

/** A lock that goes on for the same causes is one span. */
function extend(spans: LockedSpan[], next: LockedSpan): void {
  const last = spans.at(-1);
  const names = ({ causes }: LockedSpan) => causes.map(({ cause, code }) => `${cause} ${code}`).join();
  if (last?.to === next.from && names(last) === names(next)) spans[spans.length - 1] = { ...last, to: next.to };
  else spans.push(next);
}

function nextGrant(excuses: readonly PastExcuse[], now: number): number {
  const later = excuses.map(({ from }) => Date.parse(from)).filter((from) => from > now);
  return Math.min(Infinity, ...later);
}
