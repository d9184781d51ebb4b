import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';

export async function hasOperators(db: Db): Promise<boolean> {
  return (await db.selectFrom('operators').select('name').limit(1).executeTakeFirst()) !== undefined;
}

export async function insertOperator(db: Db, row: NewRow<'operators'>): Promise<void> {
  await db.insertInto('operators').values(row).execute();
}

export function findOperator(db: Db, name: string): Promise<Row<'operators'> | undefined> {
  return db.selectFrom('operators').selectAll().where('name', '=', name).executeTakeFirst();
}

export async function insertSession(db: Db, row: NewRow<'sessions'>): Promise<void> {
  await db.insertInto('sessions').values(row).execute();
}

/** The session of a cookie's hash, unless it has ended or run out. */
export function findSession(db: Db, hash: string, at: string): Promise<Row<'sessions'> | undefined> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
}

export function listSessions(db: Db, operator: string, at: string): Promise<Row<'sessions'>[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('operator', '=', operator)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .orderBy('started_at', 'desc')
    .execute();
}

export async function saveSeen(db: Db, hash: string, times: { seenAt: string; expiresAt: string }): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: times.seenAt, expires_at: times.expiresAt })
    .where('hash', '=', hash)
    .execute();
}

/** False when the operator has no such open session. */
export async function endSession(db: Db, session: { id: string; operator: string; at: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sessions')
    .set({ ended_at: session.at })
    .where('id', '=', session.id)
    .where('operator', '=', session.operator)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
