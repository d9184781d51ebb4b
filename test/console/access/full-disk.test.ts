import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { verifyAudit } from '../../../console/server/features/audit/store.ts';
import { listTimeline } from '../../../console/server/features/workstations/store.ts';
import { toRefusal } from '../../../console/server/http/refuse.ts';
import { makeHome } from '../running-console.ts';
import { badFacts, type goodFacts } from '../workstation-double.ts';
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

/** SQLite itself refuses to grow, as it does on a full disk; `undefined` makes room again. */
async function fillDisk(isFull: boolean): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(console.db);
  const pages = isFull ? rows[0]!.page_count : 1_000_000;
  await sql.raw(`pragma max_page_count = ${pages}`).execute(console.db);
  if (isFull) await fillLastPages();
}

/** The last pages have room left; notes of no interest use it up. */
async function fillLastPages(): Promise<void> {
  const row = { at: '', workstation: 'filler', kind: 'recheck', note: 'x'.repeat(200) };
  for (let left = 500; left > 0; left -= 1) {
    const isFull = await console.db
      .insertInto('history')
      .values({
        ...row,
        program: null,
        by_name: null,
        decision: null,
        previous: null,
        policy_version: null,
        latency: null,
      })
      .execute()
      .then(
        () => false,
        () => true,
      );
    if (isFull) return;
  }
}

const facts = (make: typeof goodFacts) => make(new Date().toISOString());
const bigFacts = () => {
  const found = Array.from({ length: 100 }, (_, index) => ({
    id: `process:${'x'.repeat(60)}${index}`,
    running: true,
    by: 'file-name' as const,
  }));
  found[0] = { id: 'anydesk', running: true, by: 'file-name' };
  return { ...facts(badFacts), software: { readAt: new Date().toISOString(), fact: { catalogue: 'c', found } } };
};

it('locks all the same, acknowledges nothing, and says that it is not ready', async () => {
  const worker = await console.workstation();
  const before = worker.lastReport;
  await fillDisk(true);
  const error = await console.report(worker, bigFacts()).catch((thrown: unknown) => thrown);
  expect(toRefusal(error, '').code).toBe('store-unavailable');
  expect(console.decision(worker)?.access).toBe('locked');
  expect(worker.lastReport).toEqual(before);
  expect(console.writer.isHealthy).toBe(false);
});

it('refuses what people want to change, and changes nothing', async () => {
  const worker = await console.workstation();
  await fillDisk(true);
  const locking = console.exceptions.lock(worker, { reason: 'x'.repeat(5_000) }, 'ada');
  expect(toRefusal(await locking.catch((thrown: unknown) => thrown), '').code).toBe('store-unavailable');
  expect([worker.locks, console.decision(worker)?.access]).toEqual([[], 'ready']);
});

it('catches up when there is room again: the decision is on record, the report is taken', async () => {
  const worker = await console.workstation();
  await fillDisk(true);
  await console.report(worker, bigFacts()).catch(() => undefined);
  await fillDisk(false);
  await console.wait(3, [worker]);
  expect(console.writer.isHealthy).toBe(true);
  await console.report(worker, facts(badFacts));
  expect(worker.committed.seq).toBe(2);
  const locks = (await listTimeline(console.db, worker.id, { limit: 50 })).filter(
    ({ decision }) => decision?.access === 'locked',
  );
  expect(locks).toHaveLength(1);
  expect(await verifyAudit(console.db)).toMatchObject({ ok: true });
});
