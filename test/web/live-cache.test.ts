import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { keys } from '../../console/web/keys.ts';
import { outdatedBy, showAccess, withAccess } from '../../console/web/live-cache.ts';
import { row, view } from './rows.ts';

const locked = { type: 'access', workstation: 'home-pc', view: view('locked') } as const;

describe('an access that an event brings', () => {
  it('replaces the decision of its program and becomes the access of the row', () => {
    expect(withAccess(row('home-pc'), locked)).toEqual(
      row('home-pc', { access: 'locked', programs: [view('locked')] }),
    );
  });

  it('does not hide that another program is locked', () => {
    const both = row('home-pc', {
      access: 'locked',
      programs: [view('locked', { program: 'support' }), view('locked')],
    });
    const ready = withAccess(both, { ...locked, view: view('ready') });
    expect([ready.access, ready.programs.map(({ decision }) => decision.access)]).toEqual([
      'locked',
      ['locked', 'ready'],
    ]);
  });

  it('adds a program that the row did not have', () => {
    const event = { ...locked, view: view('locked', { program: 'support' }) };
    expect(withAccess(row('home-pc'), event).programs.map(({ program }) => program)).toEqual(['sales', 'support']);
  });

  it('leaves other workstations as they are', () => {
    const other = row('other-pc');
    expect(withAccess(other, locked)).toBe(other);
  });

  it('shows in every filtered list and on the page of the workstation', () => {
    const client = new QueryClient();
    const counts = { ready: 1, warned: 0, draining: 0, locked: 0 };
    const lists = [
      [...keys.workstations, { search: 'home' }],
      [...keys.workstations, {}],
    ];
    for (const key of lists) client.setQueryData(key, { rows: [row('home-pc')], total: 1, counts });
    client.setQueryData(keys.workstation('home-pc'), row('home-pc'));
    showAccess(client, locked);
    const shown = lists.map((key) => client.getQueryData<{ rows: { access: string }[] }>(key)?.rows[0]?.access);
    const page = client.getQueryData<{ access: string }>(keys.workstation('home-pc'));
    expect([...shown, page?.access]).toEqual(['locked', 'locked', 'locked']);
  });
});

describe('what an event makes outdated', () => {
  it.each([
    ['an access', locked, ['workstations', 'workstation home-pc', 'timeline home-pc', 'programs', 'audit']],
    [
      'a program',
      { type: 'program', program: 'sales' } as const,
      ['programs', 'policy sales', 'versions sales', 'breaker sales', 'audit'],
    ],
  ])('%s', (_what, event, outdated) => {
    expect(outdatedBy(event).map((key) => key.join(' '))).toEqual(outdated);
  });
});
