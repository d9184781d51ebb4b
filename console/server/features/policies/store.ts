import { parsePolicy } from '../../../../shared/policy/parse.ts';
import { type PolicyDraft, PolicyState, type PolicyVersion } from '../../../../shared/protocol/policy-views.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';

export async function insertPolicy(db: Db, row: NewRow<'policies'>): Promise<void> {
  await db.insertInto('policies').values(row).execute();
}

/** The number of the newest version, whatever became of it; 0 for none. */
export async function newestVersion(db: Db, program: string): Promise<number> {
  const row = await db
    .selectFrom('policies')
    .select('version')
    .where('program', '=', program)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? 0;
}

export interface VersionChange {
  readonly program: string;
  readonly version: number;
  readonly state: PolicyState;
  readonly share?: number | undefined;
  readonly by: string;
  readonly at: string;
}

export async function changeVersion(db: Db, { program, version, state, share, by, at }: VersionChange): Promise<void> {
  await db
    .updateTable('policies')
    .set({ state, decided_by: by, decided_at: at, ...(share !== undefined && { share }) })
    .where('program', '=', program)
    .where('version', '=', version)
    .execute();
}

/** A version that locked too many stops by itself; it takes back nothing that a person decided meanwhile. */
export async function stopVersion(db: Db, stop: { program: string; version: number; at: string }): Promise<void> {
  await db
    .updateTable('policies')
    .set({ state: 'stopped', decided_by: 'shiftgate', decided_at: stop.at })
    .where('program', '=', stop.program)
    .where('version', '=', stop.version)
    .where('state', '=', 'staged')
    .execute();
}

/** A page of versions older than `before`, newest first. */
export function listVersions(
  db: Db,
  program: string,
  page: { before?: number | undefined; limit: number },
): Promise<Row<'policies'>[]> {
  let query = db
    .selectFrom('policies')
    .selectAll()
    .where('program', '=', program)
    .orderBy('version', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('version', '<', page.before);
  return query.execute();
}

export function findVersion(db: Db, program: string, version: number): Promise<Row<'policies'> | undefined> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('program', '=', program)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The version that was in force when this one was written. */
export function findForerunner(db: Db, program: string, version: number): Promise<Row<'policies'> | undefined> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('program', '=', program)
    .where('version', '<', version)
    .where('state', '=', 'published')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function toVersion(row: Row<'policies'>, inForce: number): PolicyVersion {
  const parsed = parsePolicy(row.text);
  return {
    version: row.version,
    name: parsed.ok ? parsed.policy.name : undefined,
    author: row.author,
    note: row.note,
    at: row.at,
    state: PolicyState.parse(row.state),
    share: row.share,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    inForce: row.version === inForce,
  };
}

export async function findDraft(db: Db, program: string): Promise<PolicyDraft | undefined> {
  const row = await db.selectFrom('policy_drafts').selectAll().where('program', '=', program).executeTakeFirst();
  return row && { text: row.text, basedOn: row.based_on, savedBy: row.saved_by, savedAt: row.saved_at };
}

export async function saveDraft(db: Db, program: string, draft: PolicyDraft): Promise<void> {
  const row = { text: draft.text, based_on: draft.basedOn, saved_by: draft.savedBy, saved_at: draft.savedAt };
  await db
    .insertInto('policy_drafts')
    .values({ program, ...row })
    .onConflict((on) => on.column('program').doUpdateSet(row))
    .execute();
}

export async function dropDraft(db: Db, program: string): Promise<void> {
  await db.deleteFrom('policy_drafts').where('program', '=', program).execute();
}
