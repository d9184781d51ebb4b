import type { Enrolment } from '../../../../shared/access/decide.ts';
import type { CodeView } from '../../../../shared/protocol/policy-views.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import type { Workstation } from '../workstations/roster.ts';

export async function insertCode(db: Db, row: NewRow<'enrolment_codes'>): Promise<void> {
  await db.insertInto('enrolment_codes').values(row).execute();
}

export function findCode(db: Db, hash: string): Promise<Row<'enrolment_codes'> | undefined> {
  return db.selectFrom('enrolment_codes').selectAll().where('hash', '=', hash).executeTakeFirst();
}

/** Who made codes and when, by their hashes. */
export async function codeMakers(
  db: Db,
  hashes: readonly string[],
): Promise<Map<string, { madeBy: string; madeAt: string }>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom('enrolment_codes')
    .select(['hash', 'made_by', 'made_at'])
    .where('hash', 'in', [...hashes])
    .execute();
  return new Map(rows.map((row) => [row.hash, { madeBy: row.made_by, madeAt: row.made_at }]));
}

/** Codes that can still be used, the newest first; the hash names a code without giving it away. */
export async function listCodes(db: Db, now: string): Promise<CodeView[]> {
  const rows = await db
    .selectFrom('enrolment_codes')
    .selectAll()
    .where('expires_at', '>', now)
    .where('uses_left', '>', 0)
    .orderBy('made_at', 'desc')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({
    id: row.hash,
    program: row.program,
    ...(row.person !== null && { person: row.person }),
    usesLeft: row.uses_left,
    approval: row.needs_approval === 1,
    expiresAt: row.expires_at,
    madeBy: row.made_by,
    madeAt: row.made_at,
  }));
}

export async function deleteCode(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('enrolment_codes').where('hash', '=', hash).execute();
}

/** Counts one use. False when there is none left. */
export async function spendCode(db: Db, hash: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('enrolment_codes')
    .set((update) => ({ uses_left: update('uses_left', '-', 1) }))
    .where('hash', '=', hash)
    .where('uses_left', '>', 0)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes a workstation that is new or enrolled again, with its programs. */
export async function saveWorkstation(db: Db, workstation: Workstation): Promise<void> {
  const { id, ...row } = workstationRow(workstation);
  await db
    .insertInto('workstations')
    .values({ id, ...row })
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute();
  await db
    .insertInto('workstation_programs')
    .values(workstation.programs.map((program) => ({ workstation: id, program })))
    .onConflict((on) => on.columns(['workstation', 'program']).doNothing())
    .execute();
}

export async function saveEnrolment(db: Db, id: string, enrolment: Enrolment): Promise<void> {
  await db.updateTable('workstations').set({ enrolment }).where('id', '=', id).execute();
}

export async function saveDescription(db: Db, { id, hostName, agentVersion }: Workstation): Promise<void> {
  await db
    .updateTable('workstations')
    .set({ host_name: hostName, agent_version: agentVersion })
    .where('id', '=', id)
    .execute();
}

function workstationRow(workstation: Workstation): NewRow<'workstations'> {
  return {
    id: workstation.id,
    key_x: workstation.publicKey.x,
    key_y: workstation.publicKey.y,
    machine_id: workstation.machineId,
    host_name: workstation.hostName,
    person: workstation.person ?? null,
    os: workstation.os,
    system: workstation.system,
    agent_version: workstation.agentVersion,
    enrolment: workstation.enrolment,
    enrolled_at: workstation.enrolledAt,
    code_hash: workstation.codeHash,
  };
}
