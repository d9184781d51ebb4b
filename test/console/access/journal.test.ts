import { afterEach, beforeEach, expect, it } from 'vitest';
import { Journal } from '../../../console/server/features/access/journal.ts';
import type { JournalEntry } from '../../../console/server/features/access/store.ts';
import { openStore, type Store } from '../../../console/server/store/engine.ts';
import { Writer } from '../../../console/server/store/writer.ts';

let store: Store;
let journal: Journal;
const logged: string[] = [];

beforeEach(async () => {
  logged.length = 0;
  store = await openStore({ sqlite: ':memory:' });
  journal = new Journal(new Writer(store.db), { error: (_detail, message) => logged.push(message) });
});
afterEach(() => store.close());

const report = (workstation: string, seq: number): JournalEntry => ({
  report: { workstation, seq, hash: `h${seq}`, boot_id: 'b', received_at: 'now', clock_skew: 0, readings: '{}' },
});
const stored = async () => {
  const rows = await store.db
    .selectFrom('last_reports')
    .select(['workstation', 'seq'])
    .orderBy('workstation')
    .execute();
  return rows.map(({ workstation, seq }) => `${workstation} ${seq}`);
};

it('resolves only when the entry is in the store', async () => {
  await journal.write(report('ws_1', 1));
  expect(await stored()).toEqual(['ws_1 1']);
});

it('keeps the last of several reports of one workstation', async () => {
  await Promise.all([1, 2, 3].map((seq) => journal.write(report('ws_1', seq))));
  expect(await stored()).toEqual(['ws_1 3']);
});

it('writes more than fit into one batch', async () => {
  await Promise.all(Array.from({ length: 1_200 }, (_, index) => journal.write(report(`ws_${index}`, 1))));
  expect(await stored()).toHaveLength(1_200);
});

it('drops the one entry that the store can never take, and writes the others', async () => {
  const broken = report('ws_2', 1);
  Object.assign(broken.report ?? {}, { hash: null });
  const results = await Promise.allSettled(
    [report('ws_1', 1), broken, report('ws_3', 1)].map((entry) => journal.write(entry)),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await stored()).toEqual(['ws_1 1', 'ws_3 1']);
  expect(logged).toEqual(['an entry that the store does not take was dropped']);
});

it('writes what is waiting when it closes', async () => {
  journal.note(report('ws_1', 1));
  await journal.close();
  expect(await stored()).toEqual(['ws_1 1']);
});
