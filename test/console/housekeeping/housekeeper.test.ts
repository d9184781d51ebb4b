import Fastify from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AccessBoard } from '../../../console/server/access/board.ts';
import { Housekeeper } from '../../../console/server/features/housekeeping/housekeeper.ts';
import { Directory } from '../../../console/server/features/programs/directory.ts';
import { openStore, type Store } from '../../../console/server/store/engine.ts';
import { Writer } from '../../../console/server/store/writer.ts';
import { addSeconds } from '../../../shared/time.ts';

const now = new Date('2026-11-27T12:00:00.000Z');
const daysAgo = (days: number) => addSeconds(now, -days * 86_400);

let store: Store;
let keeper: Housekeeper;

beforeEach(async () => {
  store = await openStore({ sqlite: ':memory:' });
  keeper = new Housekeeper({
    ...{ writer: new Writer(store.db), board: new AccessBoard(), directory: new Directory(), now: () => now },
    log: Fastify({ logger: false }).log,
  });
});
afterEach(async () => {
  keeper.close();
  await store.close();
});

async function note(days: readonly number[]): Promise<void> {
  const rows = days.map((age) => ({ workstation: 'ws_1', at: daysAgo(age), kind: 'note', note: `${age} days ago` }));
  for (let start = 0; start < rows.length; start += 100) {
    await store.db
      .insertInto('history')
      .values(rows.slice(start, start + 100))
      .execute();
  }
}

const left = async () =>
  (await store.db.selectFrom('history').select('note').orderBy('id').execute()).map(({ note }) => note);

it.each([
  ['nothing is that old', [399, 10, 0], ['399 days ago', '10 days ago', '0 days ago']],
  ['what is older than 400 days', [500, 401, 399, 0], ['399 days ago', '0 days ago']],
  ['more than one step of it', [...Array.from({ length: 1_300 }, () => 450), 1], ['1 days ago']],
  ['all of it', [450, 450], []],
])('of the history it throws away what is over: %s', async (_what, ages, expected) => {
  await note(ages);
  await keeper.tidy();
  expect(await left()).toEqual(expected);
});
