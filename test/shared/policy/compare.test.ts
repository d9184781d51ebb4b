import { describe, expect, it } from 'vitest';
import { CheckId } from '../../../shared/checks/index.ts';
import { comparePolicies, mayWeaken } from '../../../shared/policy/compare.ts';
import { documentFields, groupFields, ruleFields, settingFields } from '../../../shared/policy/fields.ts';
import { parsePolicy } from '../../../shared/policy/parse.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { documentStrictness, ruleStrictness, strictness } from '../../../shared/policy/strictness.ts';

function policy(rest: string): Policy {
  const parsed = parsePolicy(`name: P\n${rest}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.policy;
}

const compare = (before: string, after: string) =>
  comparePolicies(policy(before), policy(after)).map(({ path, before: from, after: to, direction }) =>
    [path, from ?? 'absent', to ?? 'absent', direction].join(' '),
  );

describe('two policies are compared by what they say', () => {
  it.each([
    [
      'a VPN is required',
      'checks: { vpn: { required: false } }',
      'checks: { vpn: { required: true } }',
      'checks.vpn.required false true stricter',
    ],
    [
      'less time to fix',
      'checks: { vpn: { within: 2d } }',
      'checks: { vpn: { within: 4h } }',
      'checks.vpn.within 2d 4h stricter',
    ],
    [
      'a softer strategy',
      'checks: { vpn: { strategy: lock } }',
      'checks: { vpn: { strategy: advise } }',
      'checks.vpn.strategy lock advise weaker',
    ],
    [
      'a lower minimum',
      'checks: { wifi-security: { minimum: wpa3-personal } }',
      'checks: { wifi-security: {} }',
      'checks.wifi-security.minimum wpa3-personal wpa2-personal weaker',
    ],
    [
      'open Wi-Fi through a tunnel',
      'checks: { wifi-security: {} }',
      'checks: { wifi-security: { openWithFullTunnel: true } }',
      'checks.wifi-security.openWithFullTunnel false true weaker',
    ],
    [
      'another vendor instead',
      'checks: { vpn: { vendors: [a] } }',
      'checks: { vpn: { vendors: [b] } }',
      'checks.vpn.vendors ["a"] ["b"] unclear',
    ],
    [
      'one vendor only',
      'checks: { vpn: {} }',
      'checks: { vpn: { vendors: [a] } }',
      'checks.vpn.vendors [] ["a"] stricter',
    ],
    [
      'every vendor again',
      'checks: { vpn: { vendors: [a] } }',
      'checks: { vpn: {} }',
      'checks.vpn.vendors ["a"] [] weaker',
    ],
    [
      'one more program',
      'checks: { software: { forbid: [remote-access] } }',
      'checks: { software: { forbid: [remote-access, peer-to-peer] } }',
      'checks.software.forbid ["remote-access"] ["remote-access","peer-to-peer"] stricter',
    ],
    ['a longer lease', 'lease: 15m', 'lease: 1h', 'lease 15m 1h weaker'],
    ['an earlier breaker', 'breaker: { share: 30 }', 'breaker: { share: 10 }', 'breaker.share 30 10 weaker'],
    ['a check that is gone', 'checks: { vpn: { strategy: lock } }', '', 'checks.vpn lock absent weaker'],
    ['a check that only advised is gone', 'checks: { vpn: {} }', '', 'checks.vpn advise absent neutral'],
    ['a new check', '', 'checks: { vpn: { strategy: deadline } }', 'checks.vpn absent deadline stricter'],
  ])('%s', (_what, before, after, change) => {
    expect(compare(before, after)).toEqual([change]);
  });

  it('whatever their texts look like', () => {
    expect(compare('lease: 15m # as agreed', 'lease: 900')).toEqual([]);
  });

  it('and it is known whether somebody may get in by it', () => {
    const strict = policy('checks: { vpn: { strategy: lock, required: true } }');
    const mild = policy('checks: { vpn: { strategy: advise, required: true } }');
    expect([mayWeaken(comparePolicies(mild, strict)), mayWeaken(comparePolicies(strict, mild))]).toEqual([false, true]);
  });
});

describe('every field of every schema', () => {
  it('has a direction', () => {
    const told = documentFields.flatMap((field) =>
      field.kind === 'group' ? groupFields(field).map(({ name }) => `${field.name}.${name}`) : [field.name],
    );
    expect(told.filter((name) => name !== 'name' && !(name in documentStrictness))).toEqual([]);
    expect(ruleFields.map(({ name }) => name)).toEqual(Object.keys(ruleStrictness));
    for (const check of CheckId.options) {
      expect([
        check,
        settingFields(check)
          .map(({ name }) => name)
          .sort(),
      ]).toEqual([check, Object.keys(strictness[check]).sort()]);
    }
  });

  it('is of a kind that a form can show', () => {
    const kinds = CheckId.options.flatMap((check) => settingFields(check).map(({ kind }) => kind));
    expect(kinds).toContain('duration');
    expect(kinds.filter((kind) => kind === 'group')).toEqual([]);
  });
});
