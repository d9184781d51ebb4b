import type { RecordedReport } from '../../../../shared/protocol/views.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';

const rowsPerStatement = 250;

/** Keeps reports as they were signed, in the caller's transaction. A number that is there already stays as it was. */
export async function recordReports(db: Db, reports: readonly NewRow<'reports'>[]): Promise<void> {
  for (let start = 0; start < reports.length; start += rowsPerStatement) {
    await db
      .insertInto('reports')
      .values(reports.slice(start, start + rowsPerStatement))
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

/** A page of a workstation's reports, newest first. */
export async function listReports(
  db: Db,
  workstation: string,
  page: { before?: number | undefined; limit: number },
): Promise<RecordedReport[]> {
  let query = db
    .selectFrom('reports')
    .selectAll()
    .where('workstation', '=', workstation)
    .orderBy('seq', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('seq', '<', page.before);
  return (await query.execute()).map(toRecorded);
}

/** A page of a workstation's reports after a number, oldest first, none from before `since`. */
export function readReports(
  db: Db,
  workstation: string,
  page: { after: number; since: string; limit: number },
): Promise<Pick<Row<'reports'>, 'seq' | 'received_at' | 'egress' | 'jws'>[]> {
  return db
    .selectFrom('reports')
    .select(['seq', 'received_at', 'egress', 'jws'])
    .where('workstation', '=', workstation)
    .where('seq', '>', page.after)
    .where('received_at', '>=', page.since)
    .orderBy('seq')
    .limit(page.limit)
    .execute();
}

/** Excuses of everybody that were in force at some time since. */
export function readExcuses(db: Db, since: string): Promise<Row<'excuses'>[]> {
  return db.selectFrom('excuses').selectAll().where('until', '>', since).execute();
}

function toRecorded({ seq, received_at, hash, egress, jws }: Row<'reports'>): RecordedReport {
  return { seq, receivedAt: received_at, hash, ...(egress !== null && { egress }), jws };
}
