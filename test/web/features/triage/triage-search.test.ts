import { describe, expect, it } from 'vitest';
import { isGroupOpen, isNarrowed, withGroup } from '../../../../console/web/features/triage/triage-search.ts';

describe('an address of the triage', () => {
  it.each([
    ['opens a group', {}, 'vpn.off.a', true, { open: 'vpn.off.a' }],
    ['opens another beside it', { open: 'vpn.off.a' }, 'software.b', true, { open: 'vpn.off.a,software.b' }],
    ['closes one of them', { open: 'vpn.off.a,software.b' }, 'vpn.off.a', false, { open: 'software.b' }],
    ['forgets the last one', { open: 'vpn.off.a' }, 'vpn.off.a', false, { open: undefined }],
    [
      'keeps the filters',
      { language: 'fr', peopleGroup: 'group_1' },
      'vpn.off.a',
      true,
      { language: 'fr', peopleGroup: 'group_1', open: 'vpn.off.a' },
    ],
  ] as const)('%s', (_what, before, group, isOpen, after) => {
    const next = withGroup({ ...before }, group, isOpen);
    expect(next).toEqual(after);
    expect(isGroupOpen(next, group)).toBe(isOpen);
  });

  it('is not narrowed by the groups that are open', () => {
    expect([isNarrowed({ open: 'vpn.off.a' }), isNarrowed({ open: 'vpn.off.a', assignee: 'me' })]).toEqual([
      false,
      true,
    ]);
  });
});
