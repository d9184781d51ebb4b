import { describe, expect, it } from 'vitest';
import { auditDetails, auditHeadline, parseTarget } from '../../../../console/web/features/audit/audit-words.ts';

describe('an entry of the audit', () => {
  it.each<[string, string, Record<string, unknown>, string, string[]]>([
    [
      'a lock by the policy',
      'access-changed',
      { from: 'ready', to: 'locked', because: ['software/forbidden-running: lock'], policyVersion: 2 },
      'Ready → Locked',
      ['because: software/forbidden-running: lock', 'policy version: 2'],
    ],
    ['the first decision', 'access-changed', { from: 'none', to: 'ready', because: [] }, 'First decision: Ready', []],
    [
      'a lock by hand',
      'lock',
      { reason: 'Laptop lost', program: 'all' },
      'Locked by hand',
      ['reason: Laptop lost', 'program: all'],
    ],
    [
      'yes and no',
      'enrolment-code-created',
      { approval: true, person: null },
      'Enrolment code made',
      ['approval: yes'],
    ],
    ['an action that is new', 'case-closed', {}, 'case closed', []],
  ])('%s', (_what, action, detail, headline, details) => {
    expect([auditHeadline({ action, detail }), auditDetails({ action, detail })]).toEqual([headline, details]);
  });

  it.each([
    ['workstation:ws_1', { kind: 'workstation', id: 'ws_1' }],
    ['operator:a:b', { kind: 'operator', id: 'a:b' }],
    ['console', { kind: '', id: 'console' }],
  ])('is about %s', (target, parsed) => {
    expect(parseTarget(target)).toEqual(parsed);
  });
});
