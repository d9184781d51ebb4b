import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventRow } from '../../../console/server/features/access/record.ts';
import { insertHistory } from '../../../console/server/features/access/store.ts';
import { recordReports } from '../../../console/server/features/history/store.ts';
import { readTimeline } from '../../../console/server/features/workstations/timeline.ts';
import { openStore, type Store } from '../../../console/server/store/engine.ts';
import { startPostgres, startSqlite, type TestEngine } from '../store/databases.ts';
import { DoubleWorkstation, goodFacts, makeDevice } from '../workstation-double.ts';

const start = Date.parse('2026-11-22T08:00:00.000Z');
const at = (minute: number) => new Date(start + minute * 60_000).toISOString();

describe.each([
  ['SQLite', startSqlite],
  ['PostgreSQL', startPostgres],
])('the timeline on %s', (_name, begin) => {
  let engine: TestEngine;
  let store: Store;
  beforeAll(async () => {
    engine = await begin();
    store = await openStore(await engine.fresh());
  });
  afterAll(async () => {
    await store.close();
    await engine.close();
  });

  /** A PC with notes at some minutes, and a report every minute that has facts at some of them. */
  async function pcWith({ notes, reports, facts }: { notes: number[]; reports: number; facts: number[] }) {
    const pc = new DoubleWorkstation(makeDevice(), `ws_${crypto.randomUUID()}`);
    pc.nonce = 'n'.repeat(22);
    const happened = notes.map((minute) =>
      eventRow({ at: at(minute), workstation: pc.id, kind: 'note', by: 'ada', note: `minute ${minute}` }),
    );
    await insertHistory(store.db, happened);
    const rows = Array.from({ length: reports }, (_, index) => ({
      ...{ workstation: pc.id, seq: index + 1, received_at: at(index + 1), hash: `h${index}`, egress: null },
      jws: pc.report(facts.includes(index + 1) ? { vpn: goodFacts(at(index + 1)).vpn } : {}),
    }));
    await recordReports(store.db, rows);
    return pc;
  }

  /** Every page, each entry as the minute at which it happened, facts with a star. */
  async function pagesOf(pc: DoubleWorkstation, limit: number): Promise<string[][]> {
    const pages: string[][] = [];
    for (let before: string | undefined; ; ) {
      const { rows, next } = await readTimeline(store.db, pc.id, { before, limit });
      pages.push(rows.map((row) => `${(Date.parse(row.at) - start) / 60_000}${row.kind === 'facts' ? '*' : ''}`));
      if (!next) return pages;
      before = next;
    }
  }

  it.each<[string, Parameters<typeof pcWith>[0], number, string[][]]>([
    ['nothing', { notes: [], reports: 0, facts: [] }, 5, [[]]],
    ['what happened alone', { notes: [1, 2, 3], reports: 0, facts: [] }, 2, [['3', '2'], ['1']]],
    ['facts alone', { notes: [], reports: 3, facts: [1, 2, 3] }, 2, [['3*', '2*'], ['1*']]],
    [
      'both in the order of time, what a report led to above it',
      { notes: [0, 2, 5], reports: 4, facts: [1, 2, 3] },
      2,
      [
        ['5', '3*'],
        ['2', '2*'],
        ['1*', '0'],
      ],
    ],
    ['no page for reports without news', { notes: [0], reports: 230, facts: [] }, 5, [['0']]],
    [
      'facts beyond many reports without news, and nothing before its time',
      { notes: [0, 229], reports: 230, facts: [3, 120] },
      5,
      [['229'], ['120*'], ['3*', '0']],
    ],
  ])('shows %s', async (_what, had, limit, pages) => {
    expect(await pagesOf(await pcWith(had), limit)).toEqual(pages);
  });

  it('leaves out what cannot be read', async () => {
    const pc = await pcWith({ notes: [1], reports: 1, facts: [1] });
    const bad = { seq: 2, received_at: at(2), hash: 'h', egress: null, jws: 'a.b.c' };
    await recordReports(store.db, [{ workstation: pc.id, ...bad }]);
    expect(await pagesOf(pc, 5)).toEqual([['1', '1*']]);
  });
});
