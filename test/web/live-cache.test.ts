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

  describe('in the lists that are open', () => {
    const counts = { ready: 1, warned: 0, draining: 0, locked: 0 };
    const open = (client: QueryClient, search: object, page: number, ids: string[]) => {
      const key = [...keys.workstations, search, page];
      client.setQueryData(key, { rows: ids.map((id) => row(id)), total: 200, all: 200, counts }, { updatedAt: 1 });
      return key;
    };
    const accessIn = (client: QueryClient, key: readonly unknown[]) =>
      client.getQueryData<{ rows: { access: string }[] }>(key)?.rows.map(({ access }) => access);

    it('shows on every page of every filtered list, and on the page of the workstation', () => {
      const client = new QueryClient();
      const all = [
        open(client, { search: 'home' }, 0, ['home-pc']),
        open(client, {}, 1, ['other-pc', 'home-pc']),
        open(client, { program: 'sales' }, 0, ['home-pc']),
      ];
      client.setQueryData(keys.workstation('home-pc'), row('home-pc'));
      showAccess(client, locked);
      expect(all.map((key) => accessIn(client, key))).toEqual([['locked'], ['ready', 'locked'], ['locked']]);
      expect(client.getQueryData<{ access: string }>(keys.workstation('home-pc'))?.access).toBe('locked');
    });

    it('a list of another program shows what is decided for that one', () => {
      const client = new QueryClient();
      const key = open(client, { program: 'support' }, 0, ['home-pc']);
      showAccess(client, locked);
      expect(accessIn(client, key)).toEqual(['ready']);
    });

    it('does not make a page look newer than its order is', () => {
      const client = new QueryClient();
      const [shown, other] = [open(client, {}, 0, ['home-pc']), open(client, {}, 1, ['other-pc'])];
      const before = client.getQueryData(other);
      showAccess(client, locked);
      expect(client.getQueryState(shown)?.dataUpdatedAt).toBe(1);
      expect(client.getQueryData(other)).toBe(before);
    });
  });
});

describe('what an event makes outdated', () => {
  it.each([
    ['an access', locked, ['workstations', 'triage', 'workstation home-pc', 'timeline home-pc', 'programs', 'audit']],
    [
      'a case',
      { type: 'case', workstation: 'home-pc' } as const,
      ['triage', 'workstation home-pc', 'timeline home-pc', 'messages home-pc', 'audit'],
    ],
    [
      'a program',
      { type: 'program', program: 'sales' } as const,
      ['programs', 'policy sales', 'versions sales', 'breaker sales', 'audit'],
    ],
  ])('%s', (_what, event, outdated) => {
    expect(outdatedBy(event).map((key) => key.join(' '))).toEqual(outdated);
  });
});
