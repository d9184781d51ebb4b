import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Workstation } from '../../../console/server/features/workstations/roster.ts';
import { listTimeline } from '../../../console/server/features/workstations/store.ts';
import { badFacts, goodFacts } from '../workstation-double.ts';
import { type Standing, standServices, stopClock } from './standing-services.ts';

let console: Standing;
beforeEach(async () => {
  stopClock();
  console = await standServices();
});
afterEach(async () => {
  vi.useRealTimers();
  await console.close();
});

const history = ({ id }: Workstation) => listTimeline(console.db, id, { limit: 50 });
const bad = () => badFacts(new Date().toISOString());
const good = () => goodFacts(new Date().toISOString());

describe('the history keeps', () => {
  it('what the checks say of what changed, beside the decision', async () => {
    await console.publish('name: P\nchecks:\n  software: { strategy: lock }\n  vpn: {}\n');
    const worker = await console.workstation();
    await console.report(worker, bad());
    await console.report(worker, good());
    const rows = await history(worker);
    const [opened, locked] = rows;
    expect(locked?.findings).toMatchObject([{ check: 'software', outcome: 'fail', code: 'forbidden-running' }]);
    expect(opened?.findings).toMatchObject([{ check: 'software', outcome: 'pass', strategy: 'lock' }]);
    expect(rows.at(-1)?.findings).toBeUndefined();
  });

  it('findings that decide nothing, with the version of the policy', async () => {
    await console.publish('name: P\nchecks:\n  software: { strategy: observe }\n');
    const worker = await console.workstation();
    await console.report(worker, bad());
    await console.report(worker, bad());
    await console.report(worker, good());
    const rows = (await history(worker)).filter(({ kind }) => kind === 'findings');
    expect(
      rows.slice(0, 2).map(({ program, policyVersion, findings }) => [program, policyVersion, findings]),
    ).toMatchObject([
      ['sales', 2, [{ check: 'software', outcome: 'pass' }]],
      ['sales', 2, [{ check: 'software', outcome: 'fail', strategy: 'observe' }]],
    ]);
  });

  it('how long a call was waited for', async () => {
    await console.publish(
      'name: P\ncall: { hardCap: 20m, feedTimeout: 600s }\nchecks:\n  software: { strategy: lock }\n',
    );
    const worker = await console.workstation();
    console.calls.hear('Ada Lovelace', 'on-call', new Date());
    await console.report(worker, bad());
    await console.wait(120, [worker]);
    console.calls.hear('Ada Lovelace', 'idle', new Date());
    await Promise.all([console.access.review([worker]), console.wait(1)]);
    const [locked, draining] = await history(worker);
    expect([locked?.previous, locked?.decision?.access, draining?.drained]).toEqual(['draining', 'locked', undefined]);
    expect(Math.round((locked?.drained ?? 0) / 1000)).toBe(120);
  });

  it('how long each lock took, of one by hand from its decision on', async () => {
    const worker = await console.workstation();
    await console.report(worker, bad());
    await console.report(worker, good());
    const lock = console.exceptions.lock(worker, { reason: 'drill' }, 'ada');
    await console.wait(5, [worker]);
    await lock;
    const locks = (await history(worker)).filter(({ decision }) => decision?.access === 'locked');
    expect(locks.map(({ latency }) => [latency !== undefined, latency?.decided])).toEqual([
      [true, true],
      [true, undefined],
    ]);
  });
});
