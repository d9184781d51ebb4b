import fc from 'fast-check';
import type { Circumstances } from '../../../shared/access/decide.ts';
import type { Finding } from '../../../shared/access/evaluate.ts';
import { CannotTellReason } from '../../../shared/checks/define.ts';
import { CheckId } from '../../../shared/checks/index.ts';
import { Strategy } from '../../../shared/policy/policy.ts';

export const now = new Date('2026-11-22T09:00:00.000Z');

const timeBetween = (min: number, max: number) =>
  fc.integer({ min, max }).map((seconds) => new Date(now.getTime() + seconds * 1000).toISOString());

/** A time within two days of now, to the second. */
export const anyTime = timeBetween(-172_800, 172_800);
const anyPast = timeBetween(-172_800, 0);

const anyCheck = fc.constantFrom(...CheckId.options);
const seconds = fc.integer({ min: 0, max: 100_000 });

export const anyFinding: fc.Arbitrary<Finding> = fc
  .record({
    check: anyCheck,
    outcome: fc.constantFrom('pass', 'fail', 'cannot-tell', 'not-applicable'),
    code: fc.constantFrom('code-a', 'code-b', ...CannotTellReason.options),
    params: fc.constant({}),
    strategy: fc.constantFrom(...Strategy.options),
    within: seconds,
    critical: fc.boolean(),
  })
  // As `evaluate` makes them: an unknown fact is never critical and never of the strategy `lock`.
  .map((finding) =>
    finding.outcome === 'cannot-tell'
      ? { ...finding, critical: false, strategy: finding.strategy === 'lock' ? 'deadline' : finding.strategy }
      : finding,
  );

export const anyFindings = fc.array(anyFinding, { maxLength: 6 });

export const anyCircumstances: fc.Arbitrary<Circumstances> = fc.record({
  enrolment: fc.constantFrom('active', 'awaiting-approval', 'quarantined', 'revoked'),
  lastContactAt: anyTime,
  lease: fc.integer({ min: 10, max: 86_400 }),
  manualLock: fc.option(fc.record({ reason: fc.string(), by: fc.string(), at: anyTime }), { nil: undefined }),
  excuses: fc.array(
    fc.record({
      checks: fc.uniqueArray(anyCheck, { minLength: 1 }),
      until: anyTime,
      reason: fc.string(),
      by: fc.string(),
    }),
    { maxLength: 3 },
  ),
  failingSince: fc.dictionary(
    fc.tuple(anyCheck, fc.constantFrom('code-a', 'code-b', 'timeout')).map((parts) => parts.join('/')),
    anyPast,
  ),
  call: fc.option(fc.record({ state: fc.constantFrom('on-call', 'idle'), heardAt: anyTime }), { nil: undefined }),
  callLimits: fc.record({ hardCap: seconds, feedTimeout: seconds }),
  suspended: fc.uniqueArray(anyCheck),
});

/** Nothing wrong outside the checks: enrolled, in contact, not locked by hand. */
export const calm: Circumstances = {
  enrolment: 'active',
  lastContactAt: now.toISOString(),
  lease: 900,
  excuses: [],
  failingSince: {},
  callLimits: { hardCap: 900, feedTimeout: 60 },
  suspended: [],
};
