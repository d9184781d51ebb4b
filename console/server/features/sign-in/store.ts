import { z } from 'zod';
import { Grant, Role } from '../../../../shared/protocol/rights.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';

const Ids = z.array(z.string());

/** Programs of a row that is limited to some; undefined: not limited. */
export function readPrograms({ programs }: { programs: string | null }): string[] | undefined {
  return programs === null ? undefined : Ids.parse(JSON.parse(programs));
}

export function readRole({ role }: { role: string }): Role {
  return Role.parse(role);
}

/** Of a token. */
export function readGrant({ role }: { role: string }): Grant {
  return Grant.parse(role);
}

/** Whether some owner can sign in. `except`: whose way in is being taken away right now. */
export async function hasOwner(db: Db, except = ''): Promise<boolean> {
  const owner = await db
    .selectFrom('operators')
    .select('name')
    .where('role', '=', 'owner')
    .where('disabled_at', 'is', null)
    .where('name', '!=', except)
    .where((row) => row.or([row('password', '!=', ''), row('subject', 'is not', null)]))
    .limit(1)
    .executeTakeFirst();
  return owner !== undefined;
}

/** A name belongs to one operator for good, even to one who is disabled. */
export async function refuseTakenName(db: Db, name: string): Promise<void> {
  const taken = await db.selectFrom('operators').select('name').where('name', '=', name).executeTakeFirst();
  if (taken) throw new Refusal('already-done', { what: `${name} is an operator` });
}

type NewOperator = Pick<Row<'operators'>, 'name' | 'password' | 'made_at' | 'role'> & Partial<Row<'operators'>>;

export async function insertOperator(db: Db, row: NewOperator): Promise<void> {
  const empty = { programs: null, disabled_at: null, subject: null, totp: null, totp_step: null, recovery: null };
  await db
    .insertInto('operators')
    .values({ ...empty, ...row })
    .execute();
}

/** Whoever may sign in under that name; somebody who is disabled may not. */
export function findOperator(db: Db, name: string): Promise<Row<'operators'> | undefined> {
  return db
    .selectFrom('operators')
    .selectAll()
    .where('name', '=', name)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function updateOperator(db: Db, name: string, change: Partial<Row<'operators'>>): Promise<void> {
  await db.updateTable('operators').set(change).where('name', '=', name).execute();
}

export async function insertSession(db: Db, row: NewRow<'sessions'>): Promise<void> {
  await db.insertInto('sessions').values(row).execute();
}

const openSessions = (db: Db, at: string) =>
  db.selectFrom('sessions').selectAll('sessions').where('ended_at', 'is', null).where('expires_at', '>', at);

/** The session of a cookie's hash, unless it has ended or run out. */
export function findSession(db: Db, hash: string, at: string): Promise<Row<'sessions'> | undefined> {
  return openSessions(db, at).where('hash', '=', hash).executeTakeFirst();
}

/** Open sessions of an operator, or of everybody. */
export function listSessions(db: Db, operator: string | undefined, at: string): Promise<Row<'sessions'>[]> {
  const all = openSessions(db, at).orderBy('started_at', 'desc');
  return (operator === undefined ? all : all.where('operator', '=', operator)).execute();
}

export async function updateSession(db: Db, hash: string, change: Partial<Row<'sessions'>>): Promise<void> {
  await db.updateTable('sessions').set(change).where('hash', '=', hash).execute();
}

/** Ends open sessions; returns which. */
export async function endSessions(
  db: Db,
  at: string,
  which: { id?: string; operator?: string; except?: string; factor?: string },
): Promise<Pick<Row<'sessions'>, 'id' | 'operator'>[]> {
  let query = db.updateTable('sessions').set({ ended_at: at }).where('ended_at', 'is', null);
  if (which.id !== undefined) query = query.where('id', '=', which.id);
  if (which.operator !== undefined) query = query.where('operator', '=', which.operator);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  if (which.factor !== undefined) query = query.where('factor', '=', which.factor);
  return query.returning(['id', 'operator']).execute();
}

/** An invitation that still counts; it is used up by being found. */
export async function takeInvitation(db: Db, hash: string, at: string): Promise<Row<'invitations'> | undefined> {
  return await db
    .deleteFrom('invitations')
    .where('hash', '=', hash)
    .where('expires_at', '>', at)
    .returningAll()
    .executeTakeFirst();
}

export function listPasskeys(db: Db, operator: string): Promise<Row<'passkeys'>[]> {
  return db.selectFrom('passkeys').selectAll().where('operator', '=', operator).orderBy('made_at').execute();
}

export function findPasskey(db: Db, id: string): Promise<Row<'passkeys'> | undefined> {
  return db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
}
