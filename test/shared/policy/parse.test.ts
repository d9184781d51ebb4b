import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckId } from '../../../shared/checks/index.ts';
import { parsePolicy } from '../../../shared/policy/parse.ts';
import { receivePolicy } from '../../../shared/policy/policy.ts';

const starter = readFileSync(new URL('../../../console/starter/policy.yaml', import.meta.url), 'utf8');

function problemsOf(text: string): string[] {
  const parsed = parsePolicy(text);
  return parsed.ok
    ? []
    : parsed.problems.map(
        ({ line, column, field, message, remedy }) => `${line}:${column} ${field}: ${message} ${remedy}`,
      );
}

describe('parsePolicy', () => {
  it('accepts the starter policy', () => {
    expect(parsePolicy(starter)).toMatchObject({ ok: true, policy: { name: 'Starter', lease: 900 } });
  });

  it.each<[string, string, string[]]>([
    ['no name', 'lease: 1h\n', ['1:1 name: This field is missing. Add name.']],
    [
      'an unknown check',
      'name: x\nchecks:\n  softwre: {}\n',
      [`3:3 checks.softwre: There is no check "softwre". Checks are: ${CheckId.options.join(', ')}.`],
    ],
    [
      'an unknown field',
      'name: x\nlese: 1h\n',
      ['2:1 lese: There is no field "lese" here. Fields here are: name, lease, staleAfter, call, breaker, checks.'],
    ],
    [
      'a wrong duration',
      'name: x\nchecks:\n  os-patch:\n    maxUpdateAge: 14 tage\n',
      ['4:5 checks.os-patch.maxUpdateAge: "14 tage" is not a duration. Write 90s, 15m, 12h, 14d or 2w.'],
    ],
    [
      'a duplicate key',
      'name: x\nname: y\n',
      ['2:1 name: The same key stands twice in one place. Keep one of the two lines.'],
    ],
    [
      'a duplicate check',
      'name: x\nchecks:\n  vpn: {}\n  vpn: {}\n',
      ['4:3 vpn: The same key stands twice in one place. Keep one of the two lines.'],
    ],
    [
      'a wrong strategy',
      'name: x\nchecks:\n  vpn: { strategy: block }\n',
      ['3:10 checks.vpn.strategy: "block" is not possible here. Write one of: observe, advise, deadline, lock.'],
    ],
    [
      'a lease of a second',
      'name: x\nlease: 1s\n',
      ['2:1 lease: A lease lies between 10s and 24h. Write a time between them.'],
    ],
    [
      'a program that nobody knows',
      'name: x\nchecks:\n  software:\n    forbid:\n      - anydesk\n      - mytool\n',
      [
        '6:9 checks.software.forbid.1: "mytool" is not in the catalogue. Write "- process: mytool" to name it by its file.',
      ],
    ],
    [
      'a network that is none',
      'name: x\nchecks:\n  vpn:\n    egress: [1.2.3]\n',
      ['4:14 checks.vpn.egress.0: "1.2.3" is not a network. Write 203.0.113.0/24 or a single address.'],
    ],
    [
      'a text in place of a group',
      'name: x\nchecks:\n  vpn: yes please\n',
      ['3:3 checks.vpn: "yes please" has the wrong form. Write a group of indented fields.'],
    ],
    ['a list in place of the whole', '- a\n', ['1:1 : ["a"] has the wrong form. Write a group of indented fields.']],
    [
      'a text in place of true or false',
      'name: x\nchecks:\n  vpn: { required: sure }\n',
      ['3:10 checks.vpn.required: "sure" has the wrong form. Write true or false.'],
    ],
    [
      'several mistakes, in the order of the lines',
      'name: x\nlease: soon\nchecks:\n  vpn: { rout: full }\n',
      [
        '2:1 lease: "soon" is not a duration. Write 90s, 15m, 12h, 14d or 2w.',
        '4:10 checks.vpn.rout: There is no field "rout" here. Fields here are: strategy, within, onCannotTell, critical, required, route, ipv6, vendors, egress.',
      ],
    ],
    [
      'too long',
      `name: x\n#${'x'.repeat(100_000)}`,
      ['1:1 : The policy is too long. Keep it under 100000 characters.'],
    ],
  ])('%s', (_situation, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  const warningOf = (text: string) => {
    const parsed = parsePolicy(text);
    return parsed.ok && parsed.warnings.map(({ line, column, field }) => `${line}:${column} ${field}`);
  };

  it.each<[string, string, string[]]>([
    ['a lease that outlasts the readings', 'name: x\nlease: 2h\nchecks:\n  vpn: { strategy: lock }\n', ['2:1 lease']],
    [
      'readings that age before the lease is over',
      'name: x\nchecks:\n  vpn: { strategy: deadline }\nstaleAfter: 10m\n',
      ['1:1 lease'],
    ],
    ['a lease as long as readings count', 'name: x\nlease: 1h\nchecks:\n  vpn: { strategy: lock }\n', []],
    ['a long lease where no check locks', 'name: x\nlease: 2h\nchecks:\n  vpn: { strategy: advise }\n', []],
  ])('warns of %s, where it lets somebody in', (_situation, text, expected) => {
    expect(warningOf(text)).toEqual(expected);
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        expect(typeof parsePolicy(text).ok).toBe('boolean');
      }),
    );
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(8)}*a]\nc: &c [${'*b,'.repeat(8)}*b]\nd: [${'*c,'.repeat(8)}*c]\n`;
    expect(problemsOf(bomb)).toEqual(['1:1 : The policy uses too many YAML aliases. Write the values out.']);
  });
});

describe('receivePolicy', () => {
  it('takes a policy as it travels, unchanged', () => {
    const parsed = parsePolicy(starter);
    expect(parsed.ok && receivePolicy(JSON.parse(JSON.stringify(parsed.policy)))).toEqual({
      policy: parsed.ok && parsed.policy,
      dropped: [],
    });
  });

  it('drops the rules that a newer console knows and this agent does not', () => {
    const received = receivePolicy({
      name: 'x',
      newerField: 1,
      checks: { vpn: { required: true, newerSetting: 2 }, 'new-check': {} },
    });
    expect(received).toMatchObject({ dropped: ['new-check'], policy: { checks: { vpn: { required: true } } } });
  });

  it.each([[undefined], ['text'], [{ checks: [] }], [{}]])('refuses what is no policy: %j', (value) => {
    expect(receivePolicy(value)).toBeUndefined();
  });
});
