import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { KnownSpan, ShiftSource, Span } from './rota.ts';

const rowsPerStatement = 250;

/** A person's shift for a program. */
export interface Shift extends KnownSpan {
  readonly person: string;
  readonly program: string;
}

/** Shifts that end after a time. */
export async function loadShifts(db: Db, after: string): Promise<Shift[]> {
  const rows = await db.selectFrom('shifts').selectAll().where('to_at', '>', after).execute();
  return rows.map((row) => ({
    ...{ person: row.person, program: row.program, source: row.source === 'feed' ? 'feed' : 'import' },
    from: Date.parse(row.from_at),
    to: Date.parse(row.to_at),
  }));
}

export async function saveShifts(db: Db, shifts: readonly Shift[]): Promise<void> {
  const rows = shifts.map(({ person, program, source, from, to }) => ({
    ...{ person, program, source },
    from_at: new Date(from).toISOString(),
    to_at: new Date(to).toISOString(),
  }));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await db
      .insertInto('shifts')
      .values(rows.slice(start, start + rowsPerStatement))
      .onConflict((on) =>
        on.columns(['person', 'program', 'from_at']).doUpdateSet(({ ref }) => ({
          to_at: ref('excluded.to_at'),
          source: ref('excluded.source'),
        })),
      )
      .execute();
  }
}

/** Removes the shifts of a program that touch a stretch of time; of one source where it is named. */
export async function clearShifts(
  db: Db,
  program: string,
  { from, to }: Span,
  narrow: { source?: ShiftSource; persons?: readonly string[] } = {},
): Promise<void> {
  let query = db
    .deleteFrom('shifts')
    .where('program', '=', program)
    .where('from_at', '<', new Date(to).toISOString())
    .where('to_at', '>', new Date(from).toISOString());
  if (narrow.source) query = query.where('source', '=', narrow.source);
  if (!narrow.persons) {
    await query.execute();
    return;
  }
  for (let start = 0; start < narrow.persons.length; start += rowsPerStatement) {
    await query.where('person', 'in', narrow.persons.slice(start, start + rowsPerStatement)).execute();
  }
}

export function loadFeeds(db: Db): Promise<Row<'shift_feeds'>[]> {
  return db.selectFrom('shift_feeds').selectAll().orderBy('program').execute();
}

export async function putFeed(db: Db, feed: { program: string; url: string; by: string; at: string }): Promise<void> {
  const { program, url, by, at } = feed;
  const fresh = { url, set_by: by, set_at: at, read_at: null, good_at: null, shifts: 0, problem: null };
  await db
    .insertInto('shift_feeds')
    .values({ program, ...fresh })
    .onConflict((on) => on.column('program').doUpdateSet(fresh))
    .execute();
}

export async function removeFeed(db: Db, program: string): Promise<void> {
  await db.deleteFrom('shift_feeds').where('program', '=', program).execute();
}

export async function noteReading(
  db: Db,
  program: string,
  { at, shifts, problem = null }: { at: string; shifts?: number; problem?: string | null },
): Promise<void> {
  const outcome = { read_at: at, problem, ...(shifts !== undefined && { good_at: at, shifts }) };
  await db.updateTable('shift_feeds').set(outcome).where('program', '=', program).execute();
}
