import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, type Observation } from '../../../shared/access/evaluate.ts';
import { CannotTellReason } from '../../../shared/checks/define.ts';
import { CheckId } from '../../../shared/checks/index.ts';
import { parsePolicy } from '../../../shared/policy/parse.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { addSeconds } from '../../../shared/time.ts';

const now = new Date('2026-11-22T09:00:00.000Z');
const readAt = addSeconds(now, -10);

function policyOf(checks: string): Policy {
  const parsed = parsePolicy(`name: test\nchecks:\n${checks}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

function outcomes(observed: Observation, checks: string) {
  return evaluate(observed, policyOf(checks), now).map(({ check, outcome, code }) => `${check} ${outcome} ${code}`);
}

describe('evaluate', () => {
  it.each<[string, Observation, string, string[]]>([
    [
      'a check that the policy does not name is not judged',
      { readings: {} },
      '  vpn: {}',
      ['vpn cannot-tell never-read'],
    ],
    [
      'a probe that was refused cannot tell',
      { readings: { software: { readAt, cannotTell: 'denied' } } },
      '  software: { strategy: lock }',
      ['software cannot-tell denied'],
    ],
    [
      'an old reading cannot tell',
      { readings: { software: { readAt: addSeconds(now, -3_601), fact: { catalogue: 'c', found: [] } } } },
      '  software: {}',
      ['software cannot-tell stale'],
    ],
    [
      'a passing check says so',
      { readings: { software: { readAt, fact: { catalogue: 'c', found: [] } } } },
      '  software: {}',
      ['software pass ok'],
    ],
  ])('%s', (_situation, observed, checks, expected) => {
    expect(outcomes(observed, checks)).toEqual(expected);
  });

  it('an unknown fact is never critical and never of the strategy lock, whatever the policy says', () => {
    const strategies = fc.constantFrom('observe', 'advise', 'deadline', 'lock');
    const onUnknown = fc.constantFrom('pass', 'advise', 'deadline');
    const reasons = fc.constantFrom(...CannotTellReason.options);
    fc.assert(
      fc.property(strategies, onUnknown, reasons, (strategy, onCannotTell, cannotTell) => {
        const rules = CheckId.options.map(
          (id) => `  ${id}: { strategy: ${strategy}, onCannotTell: ${onCannotTell}, critical: true }`,
        );
        const readings = Object.fromEntries(CheckId.options.map((id) => [id, { readAt, cannotTell }]));
        for (const finding of evaluate({ readings }, policyOf(rules.join('\n')), now)) {
          expect(finding).toMatchObject({ outcome: 'cannot-tell', code: cannotTell, critical: false });
          expect(finding.strategy).not.toBe('lock');
        }
      }),
    );
  });

  it.each([
    ['pass', 'lock', 'observe'],
    ['advise', 'lock', 'advise'],
    ['deadline', 'lock', 'deadline'],
    ['deadline', 'advise', 'advise'],
    ['advise', 'observe', 'observe'],
  ])('onCannotTell %s with strategy %s gives %s', (onCannotTell, strategy, expected) => {
    const readings = { vpn: { readAt, cannotTell: 'timeout' as const } };
    const [finding] = evaluate(
      { readings },
      policyOf(`  vpn: { strategy: ${strategy}, onCannotTell: ${onCannotTell} }`),
      now,
    );
    expect(finding?.strategy).toBe(expected);
  });
});
