import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { detailFor } from '../../../console/server/features/workstations/scope.ts';
import { readTimeline } from '../../../console/server/features/workstations/timeline.ts';
import { workstationDetail } from '../../../console/server/features/workstations/views.ts';
import { type Standing, standServices, stopClock } from '../access/standing-services.ts';
import { openDesk } from './desk.ts';

let console: Standing;
let desk: ReturnType<typeof openDesk>;
let both: Workstation;

const strategy = (word: string) => `name: P\nchecks:\n  software: { strategy: ${word} }\n`;

beforeEach(async () => {
  stopClock();
  console = await standServices();
  desk = openDesk(console);
  const origins = [{ origin: 'http://bank.test', upstream: 'http://127.0.0.1:9' }];
  await console.programs.put('bank', { name: 'Bank', origins }, 'ada');
  await console.publish(strategy('lock'));
  await console.publish(strategy('advise'), 'bank');
  both = await console.workstation({ programs: ['bank', 'sales'] });
});
afterEach(async () => {
  await console.close();
  vi.useRealTimers();
});

const namesOf = async (programs?: string[]) => (await desk.row(both, programs))?.programs.map(({ name }) => name);

describe('a lock of one program of two', () => {
  beforeEach(() => desk.lock(both));

  it('names the program that it keeps the person from', async () => expect(await namesOf()).toEqual(['Sales']));

  it('is nothing to an operator of the other program', async () => expect(await desk.names({}, ['bank'])).toEqual({}));

  it('is found by its own program alone', async () => {
    expect(await desk.names({ program: 'sales' })).toEqual({ 'cannot-work': ['Ada Lovelace'] });
    expect(await desk.names({ program: 'bank' })).toEqual({});
  });

  it('is locked for one and warned for the other, as each policy says', async () => {
    await console.publish('name: P\nchecks:\n  software: { strategy: deadline, within: 2h }\n', 'bank');
    await console.wait(1, [both]);
    expect(await desk.names()).toEqual({ 'cannot-work': ['Ada Lovelace'] });
    expect((await namesOf())?.sort()).toEqual(['Bank', 'Sales']);
    expect(await desk.names({}, ['bank'])).toEqual({ soon: ['Ada Lovelace'] });
    expect(await namesOf(['bank'])).toEqual(['Bank']);
  });

  it('is acted on by whoever sees it in their triage', async () => {
    const [group] = (await desk.see()).sections.flatMap(({ groups }) => groups);
    const target = { section: 'cannot-work' as const, group: group?.key ?? '' };
    const operator = { name: 'grace', role: 'helpdesk' as const };
    const act = { do: 'assign' as const, assignee: 'grace' };
    await expect(console.bulk.run(target, act, { ...operator, programs: ['bank'] })).rejects.toThrow('no such');
    expect(await console.bulk.run(target, act, { ...operator, programs: ['sales'] })).toMatchObject({ done: 1 });
  });
});

it('a workstation’s page names the operator’s programs alone, with their findings and what happened in them', async () => {
  await desk.lock(both);
  await Promise.all([
    console.exceptions.lock(both, { reason: 'Fraud', program: 'sales' }, 'grace'),
    console.wait(1, [both]),
  ]);
  const views = { ...console, isConnected: () => false };
  const detail = (programs?: string[]) => {
    const { access, findings, locks, ...rest } = detailFor({ programs }, workstationDetail(both, views, new Date()));
    const named = [...rest.programs, ...findings].map(({ program }) => program);
    return { access, named: [...new Set(named)], locks: locks.length };
  };
  expect(detail()).toEqual({ access: 'locked', named: expect.arrayContaining(['sales', 'bank']), locks: 1 });
  expect(detail(['bank'])).toEqual({ access: 'ready', named: ['bank'], locks: 0 });
  const { rows } = await readTimeline(console.db, both.id, { limit: 50, programs: ['bank'] });
  expect(rows.map(({ program }) => program)).not.toContain('sales');
});

it('asking for help names every program that the operator sees, unless it is about one', async () => {
  await desk.ask(both, 'Nothing works');
  expect([await namesOf(), await namesOf(['bank'])]).toEqual([['Bank', 'Sales'], ['Bank']]);
});

it('what is asked about one program is not read by operators of another', async () => {
  await desk.ask(both, 'The sales CRM is slow', { program: 'sales' });
  expect([await namesOf(), await desk.names({}, ['bank'])]).toEqual([['Sales'], {}]);
  expect(await desk.see({}, ['bank'])).toMatchObject({ waiting: 0 });
});

it('finds a language only where it is known', async () => {
  await desk.lock(both);
  expect([await desk.names({ language: 'en' }), (await desk.row(both))?.language]).toEqual([{}, undefined]);
});
