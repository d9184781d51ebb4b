import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AccessChange } from '../../../console/server/access/board.ts';
import { listTimeline } from '../../../console/server/features/workstations/store.ts';
import { badFacts, type goodFacts } from '../workstation-double.ts';
import { type Standing, standServices, start, stopClock } from './standing-services.ts';

let console: Standing;

beforeEach(async () => {
  stopClock();
  console = await standServices();
});
afterEach(async () => {
  await console.close();
  vi.useRealTimers();
});

const facts = (make: typeof goodFacts) => make(new Date().toISOString());
const isoAfter = (seconds: number) => new Date(start.getTime() + seconds * 1000).toISOString();
const kinds = async (id: string) => (await listTimeline(console.db, id, { limit: 50 })).map(({ kind }) => kind);

/** What the board tells from now on: access after access. */
function listen(): string[] {
  const heard: string[] = [];
  console.board.subscribe(({ entry }: AccessChange) => heard.push(entry.decision.access));
  return heard;
}

describe('the lease', () => {
  it('locks when it runs out, and not a moment before', async () => {
    const worker = await console.workstation();
    await console.wait(895);
    expect(console.decision(worker)?.access).toBe('ready');
    await console.wait(10);
    expect(console.decision(worker)).toMatchObject({
      access: 'locked',
      reasons: [{ cause: 'out-of-contact', code: 'out-of-contact' }],
    });
  });

  it('is kept by heartbeats alone', async () => {
    const worker = await console.workstation();
    const heard = listen();
    await console.wait(3_000, [worker]);
    expect(console.decision(worker)?.access).toBe('ready');
    expect(heard).not.toContain('locked');
  });

  it('that ran out is good again with the next heartbeat', async () => {
    const worker = await console.workstation();
    await console.wait(1_000);
    expect(console.decision(worker)?.access).toBe('locked');
    await console.wait(1, [worker]);
    expect(console.decision(worker)?.access).toBe('ready');
  });

  it('does not run while the console itself stands still', async () => {
    const worker = await console.workstation();
    vi.setSystemTime(Date.now() + 1_800_000);
    await console.wait(900);
    expect(console.decision(worker)?.access).toBe('ready');
    await console.wait(900);
    expect(console.decision(worker)?.access).toBe('locked');
  });
});

describe('time alone', () => {
  it('turns a warning into a lock', async () => {
    await console.publish('name: P\nchecks:\n  software: { strategy: deadline, within: 10m }\n');
    const worker = await console.workstation();
    await console.report(worker, facts(badFacts));
    expect(console.decision(worker)).toMatchObject({ access: 'warned', reasons: [{ effect: 'deadline' }] });
    await console.wait(590, [worker]);
    expect(console.decision(worker)?.access).toBe('warned');
    await console.wait(15, [worker]);
    expect(console.decision(worker)?.access).toBe('locked');
  });

  it('does not start anew when the check cannot tell for a while', async () => {
    await console.publish('name: P\nchecks:\n  software: { strategy: deadline, within: 10m }\n');
    const worker = await console.workstation();
    await console.report(worker, facts(badFacts));
    const { deadline } = console.decision(worker)!;
    await console.wait(300, [worker]);
    await console.report(worker, { software: { readAt: new Date().toISOString(), cannotTell: 'timeout' } });
    expect(console.decision(worker)?.access).toBe('ready');
    await console.report(worker, facts(badFacts));
    expect(console.decision(worker)?.deadline).toBe(deadline);
  });

  it('makes a reading too old to count', async () => {
    await console.publish('name: P\nstaleAfter: 30m\nchecks:\n  vpn: {}\n');
    const worker = await console.workstation();
    await console.wait(1_790, [worker]);
    expect(console.decision(worker)?.reasons).toEqual([]);
    await console.wait(15, [worker]);
    expect(console.decision(worker)?.reasons).toMatchObject([{ cause: 'vpn', code: 'stale', effect: 'advise' }]);
  });

  it('lifts a lock of whoever falls silent, where the lease is longer than readings count: policies are warned of that', async () => {
    await console.publish('name: P\nlease: 30m\nstaleAfter: 10m\nchecks:\n  software: { strategy: lock }\n');
    const worker = await console.workstation();
    await console.report(worker, facts(badFacts));
    expect(console.decision(worker)?.access).toBe('locked');
    await console.wait(605);
    expect(console.decision(worker)?.access).toBe('ready');
    await console.wait(1_200);
    expect(console.decision(worker)).toMatchObject({ access: 'locked', reasons: [{ cause: 'out-of-contact' }, {}] });
  });

  it('ends an excuse, which locks again', async () => {
    const worker = await console.workstation();
    await console.report(worker, facts(badFacts));
    const until = new Date(Date.now() + 600_000).toISOString();
    const excused = console.exceptions.excuse(
      worker,
      { checks: ['software'], until, reason: 'agreed', caller: 'code' },
      'ada',
    );
    await console.wait(5, [worker]);
    await excused;
    expect(console.decision(worker)).toMatchObject({ access: 'ready', reasons: [{ effect: 'excused', until }] });
    await console.wait(610, [worker]);
    expect(console.decision(worker)?.access).toBe('locked');
    expect(worker.excuses).toEqual([]);
    expect((await kinds(worker.id)).slice(0, 3)).toEqual(['access', 'excuse-ended', 'access']);
  });
});

describe('a call in progress', () => {
  const policy = 'name: P\ncall: { hardCap: 20m, feedTimeout: 60s }\nchecks:\n  software: { strategy: lock }\n';
  const onCall = () => console.calls.hear('ada lovelace', 'on-call', new Date());

  it.each<[string, string, () => Promise<void>]>([
    [
      'ends',
      'draining',
      async () => {
        console.calls.hear('Ada Lovelace', 'idle', new Date());
        await console.access.review(console.roster.all()).catch(() => undefined);
      },
    ],
    ['is not confirmed any more', 'draining', async () => console.wait(65, [...console.roster.all()])],
  ])('puts a lock off until it %s', async (_what, before, then) => {
    await console.publish(policy);
    const worker = await console.workstation();
    onCall();
    await console.report(worker, facts(badFacts));
    expect(console.decision(worker)?.access).toBe(before);
    const done = then();
    await console.wait(5, [worker]);
    await done;
    expect(console.decision(worker)?.access).toBe('locked');
  });

  it('cannot put it off for longer than the cap', async () => {
    await console.publish(policy);
    const worker = await console.workstation();
    onCall();
    await console.report(worker, facts(badFacts));
    for (let minute = 0; minute < 19; minute += 1) {
      await console.wait(58, [worker]);
      onCall();
      await Promise.all([console.access.review([worker]), console.wait(1)]);
    }
    expect(console.decision(worker)?.access).toBe('draining');
    for (let minute = 0; minute < 2; minute += 1) {
      onCall();
      await Promise.all([console.access.review([worker]), console.wait(58, [worker])]);
    }
    expect(console.decision(worker)?.access).toBe('locked');
  });
});

describe('what people set', () => {
  it('locks one program and leaves the other alone', async () => {
    await console.programs.put(
      'care',
      { name: 'Care', origins: [{ origin: 'http://care.test', upstream: 'http://127.0.0.1:9' }] },
      'ada',
    );
    const worker = await console.workstation({ programs: ['care', 'sales'] });
    await Promise.all([
      console.exceptions.lock(worker, { reason: 'asked by client', program: 'care' }, 'ada'),
      console.wait(1),
    ]);
    expect([console.decision(worker, 'care')?.access, console.decision(worker)?.access]).toEqual(['locked', 'ready']);
    await Promise.all([console.exceptions.unlock(worker, 'care', 'ada'), console.wait(1)]);
    expect(console.decision(worker, 'care')?.access).toBe('ready');
    await expect(console.exceptions.unlock(worker, undefined, 'ada')).rejects.toMatchObject({ code: 'already-done' });
  });

  it.each([
    ['in the past', { checks: ['vpn'], until: isoAfter(-60), reason: 'late' }],
    ['at this very moment', { checks: ['vpn'], until: isoAfter(0), reason: 'late' }],
  ] as const)('an excuse that ends %s is refused', async (_when, { checks, ...wanted }) => {
    const worker = await console.workstation();
    const excused = console.exceptions.excuse(worker, { ...wanted, checks: [...checks], caller: 'code' }, 'ada');
    await expect(excused).rejects.toMatchObject({ code: 'invalid-body' });
  });
});

describe('a new policy', () => {
  it('is in force for everybody at once', async () => {
    const workers = await Promise.all([console.workstation(), console.workstation()]);
    await console.publish('name: P\nbreaker: { atLeast: 3 }\nchecks:\n  vpn: { strategy: lock, required: true }\n');
    expect(workers.map((worker) => console.decision(worker)?.access)).toEqual(['locked', 'locked']);
  });

  it('that changes no decision is on the board without telling anybody', async () => {
    const worker = await console.workstation();
    const heard = listen();
    await console.publish('name: P\nchecks:\n  software: { strategy: lock }\n');
    expect(heard).toEqual([]);
    expect(console.board.get(worker.id, 'sales')?.policyVersion).toBe(2);
  });
});
