import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listAudit } from '../../../console/server/features/audit/store.ts';
import { Breaker } from '../../../console/server/features/breaker/breaker.ts';
import { restoreSuspensions } from '../../../console/server/features/breaker/routes.ts';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { makeWorkstation, type Standing, standServices, stopClock } from '../access/standing-services.ts';
import { badFacts, goodFacts } from '../workstation-double.ts';

const policy = 'name: P\nbreaker: { share: 30, within: 10m, atLeast: 3 }\nchecks:\n  software: { strategy: lock }\n';
let console: Standing;

beforeEach(async () => {
  stopClock();
  console = await standServices();
  await console.publish(policy);
});
afterEach(async () => {
  await console.close();
  vi.useRealTimers();
});

async function team(size: number): Promise<Workstation[]> {
  const workers: Workstation[] = [];
  for (let index = 0; index < size; index += 1) workers.push(await console.workstation());
  return workers;
}

const goBad = (worker: Workstation) => console.report(worker, badFacts(new Date().toISOString()));
const accesses = (workers: readonly Workstation[]) => workers.map((worker) => console.decision(worker)?.access);

it('lets a few be locked', async () => {
  const workers = await team(10);
  for (const worker of workers.slice(0, 3)) await goBad(worker);
  expect(accesses(workers.slice(0, 4))).toEqual(['locked', 'locked', 'locked', 'ready']);
});

it('steps in when more than the share is locked within the time, and lets those locked back in', async () => {
  const workers = await team(10);
  for (const worker of workers.slice(0, 4)) await goBad(worker);
  await console.wait(1);
  expect(accesses(workers)).toEqual(Array(10).fill('ready'));
  expect(console.decision(workers[0]!)?.reasons).toMatchObject([{ cause: 'software', effect: 'suspended' }]);
  expect(console.breaker.suspendedIn('sales')).toMatchObject([{ check: 'software', locked: 4 }]);
  expect((await listAudit(console.db, { limit: 20 })).map(({ action }) => action)).toContain('breaker-tripped');
});

it('locks whom it held back once a person resumes it, and counts them again after they have passed', async () => {
  const workers = await team(10);
  const some = workers.slice(0, 4);
  for (const worker of some) await goBad(worker);
  await console.wait(1);
  const held = some.map(({ id }) => id);
  console.breaker.resume('sales', 'software', held);
  await untilDone(console.access.review(workers));
  expect(accesses(some)).toEqual(Array(4).fill('locked'));
  expect(console.breaker.suspendedIn('sales')).toEqual([]);
  for (const worker of some) await console.report(worker, goodFacts(new Date().toISOString()));
  for (const worker of some) await goBad(worker);
  expect(console.breaker.suspendedIn('sales')).toMatchObject([{ check: 'software', locked: 4 }]);
});

it('counts only locks within the time', async () => {
  const workers = await team(10);
  for (const worker of workers.slice(0, 3)) await goBad(worker);
  await console.wait(700, workers);
  await goBad(workers[3]!);
  expect(accesses(workers.slice(0, 4))).toEqual(Array(4).fill('locked'));
});

it('counts a workstation once, however often it is locked', async () => {
  const workers = await team(10);
  for (let round = 0; round < 5; round += 1) {
    await goBad(workers[0]!);
    await console.report(workers[0]!, goodFacts(new Date().toISOString()));
  }
  expect(console.breaker.suspendedIn('sales')).toEqual([]);
});

it('never steps in below the least number of workstations', async () => {
  const workers = await team(2);
  for (const worker of workers) await goBad(worker);
  expect(accesses(workers)).toEqual(['locked', 'locked']);
});

it('does not stand in the way of locks set by hand', async () => {
  const workers = await team(4);
  for (const worker of workers) {
    await Promise.all([console.exceptions.lock(worker, { reason: 'drill' }, 'ada'), console.wait(1)]);
  }
  expect(accesses(workers)).toEqual(Array(4).fill('locked'));
});

/** Lets the clock run on for as long as some work takes: how often it makes way for others is its own matter. */
async function untilDone(work: Promise<unknown>): Promise<void> {
  let isDone = false;
  const ended = work.finally(() => {
    isDone = true;
  });
  while (!isDone) await console.wait(1);
  await ended;
}

it.each([
  ['a small team', 10],
  ['a team that is reviewed in several steps', 600],
])('stops a policy that would lock %s before it locks anybody', async (_team, size) => {
  for (let index = 0; index < size; index += 1) console.roster.add(makeWorkstation({ readings: goodFacts() }));
  await untilDone(console.access.review(console.roster.all()));
  const heard = new Set<string>();
  console.board.subscribe(({ entry }) => heard.add(entry.decision.access));
  const strict = `${policy}  vpn: { strategy: lock, required: true }\n`;
  await untilDone(console.policies.publish('sales', { text: strict, note: '' }, 'ada'));
  expect([...heard]).toEqual(['ready']);
  expect(console.breaker.suspendedIn('sales').map(({ check }) => check)).toEqual(['vpn']);
});

it('stays where it is over a restart', async () => {
  const workers = await team(4);
  for (const worker of workers) await goBad(worker);
  await console.wait(1);
  const restarted = new Breaker(() => undefined);
  await restoreSuspensions(console.db, restarted);
  expect(restarted.suspendedIn('sales')).toEqual(console.breaker.suspendedIn('sales'));
});
