import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listMessages } from '../../../console/server/features/messages/store.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { type Standing, standServices, stopClock } from '../access/standing-services.ts';
import { makeHome } from '../running-console.ts';
import { openDesk } from './desk.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: Standing;
let desk: ReturnType<typeof openDesk>;
let ada: Workstation;

const stand = async () => {
  console = await standServices({ sqlite: join(home.home, 'shiftgate.db') });
  desk = openDesk(console);
};

beforeEach(async () => {
  stopClock();
  home = await makeHome();
  await stand();
  ada = await console.workstation();
});
afterEach(async () => {
  await console.close();
  await home.close();
  vi.useRealTimers();
});

const incidentOf = async (workstation: Workstation) => (await desk.row(workstation))?.incident ?? '';
const close = (id: string) => console.cases.closeByHand(ada.id, id, { note: 'Seen to', actor: 'grace' });

describe('what a person asked for', () => {
  it('leaves the triage once it is answered', async () => {
    await desk.ask(ada, 'My headset is mute');
    expect(await desk.see()).toMatchObject({ waiting: 1, incidents: 0 });
    await console.messages.send(ada.id, 'Plug it in again.', 'grace');
    expect(await desk.names()).toEqual({});
    expect(await desk.see()).toMatchObject({ waiting: 0 });
  });

  it('shows with all that the person asked, the oldest first', async () => {
    await desk.ask(ada, 'First');
    await desk.ask(ada, 'Second');
    expect((await desk.row(ada))?.requests.map(({ text }) => text)).toEqual(['First', 'Second']);
  });

  it('does not come back after a restart', async () => {
    await desk.ask(ada, 'My headset is mute');
    await console.messages.send(ada.id, 'Plug it in again.', 'grace');
    await Promise.all([console.close(), vi.advanceTimersByTimeAsync(100)]);
    await stand();
    expect(await desk.names()).toEqual({});
  });
});

describe('what a person reported as suspicious', () => {
  beforeEach(() => desk.ask(ada, 'A stranger called', { type: 'incident' }));

  it('stays after an answer, until somebody says that it is done', async () => {
    await console.messages.send(ada.id, 'Thank you, we look at it.', 'grace');
    expect(await desk.names()).toEqual({ asked: ['Ada Lovelace'] });
    expect(await desk.see()).toMatchObject({ waiting: 0, incidents: 1 });
    await close(await incidentOf(ada));
    expect(await desk.names()).toEqual({});
  });

  it('shows on the row of whoever is locked as well, is counted, and leads', async () => {
    const bob = await console.workstation({ person: 'Bob' });
    await desk.lock(bob);
    await desk.lock(ada);
    expect(await desk.names()).toEqual({ 'cannot-work': ['Ada Lovelace', 'Bob'] });
    expect(await desk.row(ada)).toMatchObject({
      case: { cause: 'software' },
      requests: [{ asks: 'incident', text: 'A stranger called' }],
      incident: expect.stringContaining('case_'),
      more: 0,
    });
    expect(await desk.see()).toMatchObject({ waiting: 1, incidents: 1 });
  });

  it('comes before help that the same person asks for', async () => {
    await desk.ask(ada, 'And my headset is mute');
    expect(await desk.row(ada)).toMatchObject({ case: { cause: 'incident' }, requests: [{ asks: 'incident' }, {}] });
  });

  it('can be done while a lock stands, and leaves the lock', async () => {
    await desk.lock(ada);
    await close(await incidentOf(ada));
    expect(await desk.row(ada)).toMatchObject({ case: { cause: 'software' }, requests: [] });
    expect((await desk.row(ada))?.incident).toBeUndefined();
  });

  it('is opened again with all that was asked, by whoever was too quick', async () => {
    const id = await incidentOf(ada);
    await close(id);
    await console.cases.reopen(ada.id, id, 'grace');
    expect(await desk.row(ada)).toMatchObject({ incident: id, requests: [{ text: 'A stranger called' }] });
    expect((await listMessages(console.db, ada.id, undefined)).map(({ answer }) => answer)).toEqual([undefined]);
    await expect(console.cases.reopen(ada.id, id, 'grace')).rejects.toThrow('no such');
  });

  it('cannot be opened again much later', async () => {
    const id = await incidentOf(ada);
    await close(id);
    await console.wait(16 * 60, [ada]);
    await expect(console.cases.reopen(ada.id, id, 'grace')).rejects.toThrow('no such');
  });
});

describe('an assignee', () => {
  const assign = async () => {
    await desk.lock(ada);
    await console.wait(1);
    await console.cases.assign(ada.id, 'grace', 'grace');
  };

  it('keeps a cause that goes and comes back within minutes', async () => {
    await assign();
    await desk.fix(ada);
    expect(await desk.names()).toEqual({});
    await console.wait(120, [ada]);
    await desk.lock(ada);
    expect((await desk.row(ada))?.case.assignee).toBe('grace');
  });

  it('keeps it when an excuse for many is taken back', async () => {
    await assign();
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const act = { do: 'excuse' as const, checks: ['software' as const], until, reason: 'Vendor visit' };
    const operator = { name: 'grace', role: 'supervisor' as const };
    const [{ undo = '' }] = await Promise.all([
      console.bulk.run({ workstations: [ada.id] }, act, operator),
      console.wait(60, [ada]),
    ]);
    expect(await desk.names()).toEqual({});
    await Promise.all([console.bulk.undo(undo, operator), console.wait(1, [ada])]);
    expect((await desk.row(ada))?.case.assignee).toBe('grace');
  });

  it('keeps it over a restart', async () => {
    await assign();
    await desk.fix(ada);
    await Promise.all([console.close(), vi.advanceTimersByTimeAsync(100)]);
    await stand();
    ada = console.roster.find(ada.id)!;
    await desk.lock(ada);
    expect((await desk.row(ada))?.case.assignee).toBe('grace');
  });

  it('is free again when the cause comes back hours later', async () => {
    await assign();
    await desk.fix(ada);
    await console.wait(20 * 60, [ada]);
    await desk.lock(ada);
    expect((await desk.row(ada))?.case.assignee).toBeUndefined();
  });
});
