import { sql } from 'kysely';
import type { Access } from '../../../../shared/access/decide.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow } from '../../store/schema.ts';

/** Rows taken away in one transaction, so that reports wait for few of them. */
export const rowsPerStep = 500;

/** Until when rows of each kind are thrown away; ISO times. */
export interface Limits {
  readonly reports: string;
  readonly samples: string;
  readonly history: string;
  readonly sessions: string;
  readonly tickets: string;
  readonly codes: string;
}

/** Each takes at most one step's rows away, and says how many. */
export const steps: readonly ((db: Db, limits: Limits) => Promise<number>)[] = [
  async (db, { reports }) => {
    const old = await db
      .selectFrom('reports')
      .select('received_at')
      .where('received_at', '<', reports)
      .orderBy('received_at')
      .limit(rowsPerStep)
      .execute();
    const last = old.at(-1);
    // A whole instant at a time: rows of the same millisecond go together.
    return last ? taken(db.deleteFrom('reports').where('received_at', '<=', last.received_at)) : 0;
  },
  async (db, { history }) => {
    // They were written in this order, so that the oldest are found without a look at the others.
    const first = await db.selectFrom('history').select(['id', 'at']).orderBy('id').limit(rowsPerStep).execute();
    const last = first.findLast(({ at }) => at < history);
    if (!last) return 0;
    return taken(db.deleteFrom('history').where('id', '<=', last.id).where('at', '<', history));
  },
  (db, { samples }) => taken(db.deleteFrom('access_samples').where('at', '<', samples)),
  (db, { sessions }) =>
    taken(
      db.deleteFrom('sessions').where((is) => is.or([is('expires_at', '<', sessions), is('ended_at', '<', sessions)])),
    ),
  (db, { tickets }) => taken(db.deleteFrom('launch_tickets').where('expires_at', '<', tickets)),
  // Of a call that nobody said the end of.
  (db, { tickets }) => taken(db.deleteFrom('calls').where('heard_at', '<', tickets)),
  (db, { codes }) => taken(db.deleteFrom('enrolment_codes').where('expires_at', '<', codes)),
  async (db, { sessions }) => {
    const old = await db
      .selectFrom('gate_sessions')
      .select('hash')
      .where((is) => is.or([is('expires_at', '<', sessions), is('ended_at', '<', sessions)]))
      .limit(rowsPerStep)
      .execute();
    if (old.length === 0) return 0;
    return taken(
      db.deleteFrom('gate_sessions').where(
        'hash',
        'in',
        old.map(({ hash }) => hash),
      ),
    );
  },
];

async function taken(statement: {
  executeTakeFirst(): Promise<{ readonly numDeletedRows: bigint } | undefined>;
}): Promise<number> {
  return Number((await statement.executeTakeFirst())?.numDeletedRows ?? 0);
}

export type Sample = Record<Access, number> & { readonly program: string; readonly silent: number };

export async function insertSamples(db: Db, at: string, samples: readonly Sample[]): Promise<void> {
  if (samples.length === 0) return;
  const rows: NewRow<'access_samples'>[] = samples.map((sample) => ({ at, ...sample }));
  await db
    .insertInto('access_samples')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute();
}

/** The last sample of each hour between two times, added up over some programs; oldest first. */
export async function readHourlySamples(
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
  programs: readonly string[],
): Promise<(Omit<Sample, 'program'> & { readonly at: string })[]> {
  if (programs.length === 0) return [];
  // Every program is looked at at the same times.
  const lastOfHours = db
    .selectFrom('access_samples')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(sql`substr(at, 1, 13)`);
  const rows = await db
    .selectFrom('access_samples')
    .select('at')
    .select(({ fn }) => columns.map((column) => fn.sum(column).as(column)))
    .where('at', 'in', lastOfHours)
    .where('program', 'in', [...programs])
    .groupBy('at')
    .orderBy('at')
    .execute();
  return rows.map(({ at, ready, warned, draining, locked, silent }) => ({
    ...{ at, ready: Number(ready), warned: Number(warned), draining: Number(draining) },
    ...{ locked: Number(locked), silent: Number(silent) },
  }));
}

const columns = ['ready', 'warned', 'draining', 'locked', 'silent'] as const;
