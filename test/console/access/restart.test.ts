import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verifyAudit } from '../../../console/server/features/audit/store.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { listTimeline } from '../../../console/server/features/workstations/store.ts';
import { makeHome } from '../running-console.ts';
import { badFacts } from '../workstation-double.ts';
import { type Standing, standServices, stopClock } from './standing-services.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: Standing;

beforeEach(async () => {
  stopClock();
  home = await makeHome();
  console = await standServices({ sqlite: join(home.home, 'shiftgate.db') });
});
afterEach(async () => {
  await console.close();
  await home.close();
  vi.useRealTimers();
});

/** Stops the console, lets time pass, and starts it again on the same data. */
async function restart(seconds: number): Promise<void> {
  await console.close();
  vi.setSystemTime(Date.now() + seconds * 1000);
  console = await standServices({ sqlite: join(home.home, 'shiftgate.db') });
  await Promise.all([console.access.review(console.roster.all()), console.wait(1)]);
}

const decisionOf = ({ id }: Workstation) => console.decision(console.roster.find(id)!);

it('locks nobody who was in contact before, however long the console was away', async () => {
  const worker = await console.workstation();
  await restart(7_200);
  expect(decisionOf(worker)?.access).toBe('ready');
});

it('gives everybody one lease to come back', async () => {
  const worker = await console.workstation();
  await restart(7_200);
  await console.wait(890);
  expect(decisionOf(worker)?.access).toBe('ready');
  await console.wait(15);
  expect(decisionOf(worker)?.access).toBe('locked');
});

it('leaves locked who was out of contact before, until it is heard of again', async () => {
  const worker = await console.workstation();
  await console.wait(1_000);
  await restart(60);
  expect(decisionOf(worker)).toMatchObject({ access: 'locked', reasons: [{ cause: 'out-of-contact' }] });
  await console.wait(1, [console.roster.find(worker.id)!]);
  expect(decisionOf(worker)?.access).toBe('ready');
});

it('keeps a lock that the facts brought, its beginning and what was reported', async () => {
  const worker = await console.workstation();
  await console.report(worker, badFacts(new Date().toISOString()));
  const before = console.board.get(worker.id, 'sales');
  await restart(60);
  expect(console.board.get(worker.id, 'sales')).toMatchObject({ since: before?.since, decision: { access: 'locked' } });
  expect(console.roster.find(worker.id)).toMatchObject({ lastReport: worker.lastReport, readings: worker.readings });
});

describe('in the middle of a call', () => {
  async function draining(): Promise<Workstation> {
    const worker = await console.workstation();
    console.calls.hear('Ada Lovelace', 'on-call', new Date());
    await console.report(worker, badFacts(new Date().toISOString()));
    await console.wait(5, [worker]);
    expect(decisionOf(worker)?.access).toBe('draining');
    return worker;
  }

  it.each([5, 600])('locks nobody, also after %d s away', async (seconds) => {
    const worker = await draining();
    await restart(seconds);
    expect(decisionOf(worker)?.access).toBe('draining');
  });

  it('ends the call when the platform stays silent afterwards', async () => {
    const worker = await draining();
    await restart(600);
    await console.wait(70, [console.roster.find(worker.id)!]);
    expect(decisionOf(worker)?.access).toBe('locked');
  });

  it('puts the lock off no longer than the hard cap, however often it restarts', async () => {
    const worker = await draining();
    for (let times = 0; times < 4; times += 1) {
      await restart(300);
      console.calls.hear('Ada Lovelace', 'on-call', new Date());
    }
    expect(decisionOf(worker)?.access).toBe('locked');
  });

  it('remembers that the call has ended', async () => {
    const worker = await draining();
    console.calls.hear('Ada Lovelace', 'idle', new Date());
    await restart(5);
    expect(decisionOf(worker)?.access).toBe('locked');
  });
});

it('keeps locks and excuses set by hand', async () => {
  const [locked, excused] = [await console.workstation(), await console.workstation()];
  await console.report(excused, badFacts(new Date().toISOString()));
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await Promise.all([
    console.exceptions.lock(locked, { reason: 'drill' }, 'ada'),
    console.exceptions.excuse(excused, { checks: ['software'], until, reason: 'agreed', caller: 'code' }, 'ada'),
    console.wait(1),
  ]);
  await restart(60);
  expect([decisionOf(locked)?.access, decisionOf(excused)?.access]).toEqual(['locked', 'ready']);
});

it('ends an excuse whose time ran out meanwhile, once', async () => {
  const worker = await console.workstation();
  const until = new Date(Date.now() + 600_000).toISOString();
  await Promise.all([
    console.exceptions.excuse(worker, { checks: ['vpn'], until, reason: 'agreed', caller: 'code' }, 'ada'),
    console.wait(1),
  ]);
  await restart(3_600);
  await restart(60);
  const kinds = (await listTimeline(console.db, worker.id, { limit: 50 })).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'excuse-ended')).toHaveLength(1);
});

it('leaves the chain of the audit whole', async () => {
  const worker = await console.workstation();
  await console.report(worker, badFacts(new Date().toISOString()));
  await restart(60);
  await Promise.all([
    console.exceptions.lock(console.roster.find(worker.id)!, { reason: 'drill' }, 'ada'),
    console.wait(1),
  ]);
  expect(await verifyAudit(console.db)).toMatchObject({ ok: true });
});
