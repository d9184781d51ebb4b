import { z } from 'zod';
import { Params } from '../checks/define.ts';
import { CheckId } from '../checks/index.ts';
import { addSeconds, Instant } from '../time.ts';
import type { Finding } from './evaluate.ts';

export const Access = z.enum(['ready', 'warned', 'draining', 'locked']);
export type Access = z.infer<typeof Access>;

export const Enrolment = z.enum(['active', 'awaiting-approval', 'quarantined', 'revoked']);
export type Enrolment = z.infer<typeof Enrolment>;

/** What a reason does to the access. `excused` and `suspended` do nothing now and say why. */
export const Effect = z.enum(['lock', 'drain', 'deadline', 'advise', 'excused', 'suspended']);
export type Effect = z.infer<typeof Effect>;

/** Why the access is what it is. `cause` is a check or one of the causes outside the checks. */
export const AccessReason = z.object({
  cause: z.union([CheckId, z.enum(['manual-lock', 'out-of-contact', 'enrolment'])]),
  code: z.string(),
  params: Params,
  effect: Effect,
  /** Since when the cause has been there. */
  since: Instant.optional(),
  /** When the effect turns into a lock (`deadline`, `drain`) or ends (`excused`). */
  until: Instant.optional(),
});
export type AccessReason = z.infer<typeof AccessReason>;

/** The decision for one workstation and one program. */
export const Decision = z.object({
  access: Access,
  /** The most severe first. */
  reasons: z.array(AccessReason),
  /** When the access turns to `locked` if nothing changes. */
  deadline: Instant.optional(),
  /** When time alone could change the decision. */
  reviewAt: Instant.optional(),
});
export type Decision = z.infer<typeof Decision>;

export interface Circumstances {
  readonly enrolment: Enrolment;
  /** The last good contact, or the end of the time in which the console itself could not listen. */
  readonly lastContactAt: string;
  /** Seconds. */
  readonly lease: number;
  readonly manualLock?: { readonly reason: string; readonly by: string; readonly at: string } | undefined;
  readonly excuses: readonly {
    readonly checks: readonly CheckId[];
    readonly until: string;
    readonly reason: string;
    readonly by: string;
  }[];
  /** When each finding that does not pass was first seen, by {@link findingKey}. */
  readonly failingSince: Readonly<Record<string, string>>;
  /** Last word of the telephony platform. */
  readonly call?: { readonly state: 'on-call' | 'idle'; readonly heardAt: string } | undefined;
  readonly callLimits: { readonly hardCap: number; readonly feedTimeout: number };
  /** Checks whose automatic locks the breaker has suspended. */
  readonly suspended: readonly CheckId[];
}

/** Identifies a finding over time, whatever its parameters. */
export function findingKey(finding: Pick<Finding, 'check' | 'code'>): string {
  return `${finding.check}/${finding.code}`;
}

/**
 * Turns findings and circumstances into the access of one workstation for one program.
 * Pure: it reads no clock and no store, and `reviewAt` names the next moment at which time alone could change it.
 */
export function decide(findings: readonly Finding[], circumstances: Circumstances, now: Date): Decision {
  const reasons = [
    ...outsideReasons(circumstances, now),
    ...findings.flatMap((finding) => judge(finding, circumstances, now)),
  ];
  reasons.sort((left, right) => severity.indexOf(left.effect) - severity.indexOf(right.effect));
  const access = accessOf(reasons);
  const deadline = access === 'locked' ? undefined : earliest(reasons.filter(endsInLock).map((reason) => reason.until));
  const reviewAt = earliest([
    ...reasons.map((reason) => reason.until),
    ...callReview(reasons, circumstances),
    leaseEnd(circumstances, now),
  ]);
  return { access, reasons, ...(deadline && { deadline }), ...(reviewAt && { reviewAt }) };
}

const severity: readonly Effect[] = ['lock', 'drain', 'deadline', 'advise', 'suspended', 'excused'];
const accessByEffect: Partial<Record<Effect, Access>> = { lock: 'locked', drain: 'draining', deadline: 'warned' };

/** Reasons are sorted, so the first one decides. */
function accessOf(reasons: readonly AccessReason[]): Access {
  return (reasons[0] && accessByEffect[reasons[0].effect]) ?? 'ready';
}

function endsInLock({ effect }: AccessReason): boolean {
  return effect === 'deadline' || effect === 'drain';
}

function outsideReasons(circumstances: Circumstances, now: Date): AccessReason[] {
  const { enrolment, manualLock, lastContactAt } = circumstances;
  const reasons: AccessReason[] = [];
  if (enrolment !== 'active') reasons.push({ cause: 'enrolment', code: enrolment, params: {}, effect: 'lock' });
  if (manualLock) {
    const { reason, by, at } = manualLock;
    reasons.push({ cause: 'manual-lock', code: 'manual-lock', params: { reason, by }, effect: 'lock', since: at });
  }
  if (leaseEnd(circumstances, now) === undefined) {
    reasons.push({ cause: 'out-of-contact', code: 'out-of-contact', params: {}, effect: 'lock', since: lastContactAt });
  }
  return reasons;
}

function judge(finding: Finding, circumstances: Circumstances, now: Date): AccessReason[] {
  if (finding.outcome === 'pass' || finding.outcome === 'not-applicable' || finding.strategy === 'observe') return [];
  const at = now.toISOString();
  const since = circumstances.failingSince[findingKey(finding)] ?? at;
  const base = { cause: finding.check, code: finding.code, params: finding.params, since };
  const excuse = excuseFor(finding.check, circumstances, at);
  if (excuse) return [{ ...base, effect: 'excused', until: excuse.until }];
  if (finding.strategy === 'advise') return [{ ...base, effect: 'advise' }];
  if (circumstances.suspended.includes(finding.check)) return [{ ...base, effect: 'suspended' }];
  const lockAt = finding.strategy === 'lock' ? since : addSeconds(since, finding.within);
  if (at < lockAt) return [{ ...base, effect: 'deadline', until: lockAt }];
  const cap = addSeconds(lockAt, circumstances.callLimits.hardCap);
  if (!finding.critical && at < cap && isOnCall(circumstances, at)) return [{ ...base, effect: 'drain', until: cap }];
  return [{ ...base, effect: 'lock' }];
}

/** The excuse that lasts longest, of those that name the check and have not ended. */
function excuseFor(check: CheckId, { excuses }: Circumstances, at: string) {
  return excuses
    .filter((excuse) => excuse.checks.includes(check) && excuse.until > at)
    .reduce<(typeof excuses)[number] | undefined>(
      (best, next) => (best && best.until >= next.until ? best : next),
      undefined,
    );
}

function isOnCall({ call, callLimits }: Circumstances, at: string): boolean {
  return call?.state === 'on-call' && at < addSeconds(call.heardAt, callLimits.feedTimeout);
}

/** A drain also ends when the call feed falls silent. */
function callReview(reasons: readonly AccessReason[], { call, callLimits }: Circumstances): string[] {
  if (!call || !reasons.some((reason) => reason.effect === 'drain')) return [];
  return [addSeconds(call.heardAt, callLimits.feedTimeout)];
}

/** Undefined when the lease is over. */
function leaseEnd({ lastContactAt, lease }: Circumstances, now: Date): string | undefined {
  const end = addSeconds(lastContactAt, lease);
  return end > now.toISOString() ? end : undefined;
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.filter((time) => time !== undefined).sort()[0];
}
