import {
  type CannotTellReason,
  type CheckDefinition,
  isUnknown,
  type Params,
  type Surroundings,
} from '../checks/define.ts';
import { type CheckId, CheckId as CheckIds, checks, type Readings } from '../checks/index.ts';
import type { Policy, Rule, Strategy } from '../policy/policy.ts';
import { secondsBetween } from '../time.ts';

/** One check's result for one problem, with what the policy makes of it. */
export interface Finding {
  check: CheckId;
  outcome: 'pass' | 'fail' | 'cannot-tell' | 'not-applicable';
  /** `ok`, a code of the check, or the reason why it cannot be told. */
  code: string;
  params: Params;
  /** What the finding does, `onCannotTell` taken into account. */
  strategy: Strategy;
  /** Seconds to fix it, for the strategy `deadline`. */
  within: number;
  critical: boolean;
}

/** All that is known about one workstation at one time. */
export interface Observation {
  readings: Readings;
  /** The address from which the console sees the workstation. */
  egress?: string | undefined;
  /** Seconds by which the workstation's clock is ahead of the console's. */
  clockSkew?: number | undefined;
}

/** Judges the facts by a policy. Pure: the same input gives the same findings on agent and console. */
export function evaluate(observed: Observation, policy: Policy, now: Date): Finding[] {
  const { egress, clockSkew, readings } = observed;
  const around = { now, egress, clockSkew, fullTunnel: hasFullTunnel(readings) };
  return CheckIds.options.flatMap((id) => {
    const rule = policy.checks[id];
    return rule ? judge(id, rule, readings, { ...around, staleAfter: policy.staleAfter }) : [];
  });
}

function judge(id: CheckId, rule: Rule, readings: Readings, around: Surroundings & { staleAfter: number }): Finding[] {
  const base = { check: id, strategy: rule.strategy, within: rule.within, critical: rule.critical };
  const unknown = (code: CannotTellReason, params: Params = {}): Finding => ({
    ...base,
    outcome: 'cannot-tell',
    code,
    params,
    strategy: weaker(rule),
    critical: false,
  });
  const reading = readings[id];
  if (!reading) return [unknown('never-read')];
  if ('cannotTell' in reading) return [unknown(reading.cannotTell, reading.detail ? { detail: reading.detail } : {})];
  if (secondsBetween(reading.readAt, around.now) > around.staleAfter) return [unknown('stale')];
  // The reading was parsed by this check's own schema, and the rule by its settings.
  const check = checks[id] as unknown as CheckDefinition;
  const verdicts = check.evaluate(reading.fact, rule as unknown as Record<string, unknown>, around);
  if (verdicts.length === 0) return [{ ...base, outcome: 'pass', code: 'ok', params: {} }];
  return verdicts.map(({ outcome, code, params = {} }) =>
    outcome === 'cannot-tell' ? unknown(code, params) : { ...base, outcome, code, params },
  );
}

const unknownStrategy = { pass: 'observe', advise: 'advise', deadline: 'deadline' } as const;
const strength: readonly Strategy[] = ['observe', 'advise', 'deadline', 'lock'];

/** An unknown fact does at most what the check itself would do, and never locks at once. */
function weaker(rule: Rule): Strategy {
  const wanted = unknownStrategy[rule.onCannotTell];
  return strength.indexOf(wanted) < strength.indexOf(rule.strategy) ? wanted : rule.strategy;
}

function hasFullTunnel(readings: Readings): boolean {
  const reading = readings.vpn;
  return reading !== undefined && 'fact' in reading && !isUnknown(reading.fact.ipv4) && reading.fact.ipv4 === 'full';
}
