import type { Kysely } from 'kysely';
import type { Serial } from '../engine.ts';

/** The first tables. */
export async function init(db: Kysely<unknown>, serial: Serial): Promise<void> {
  await fleetTables(db);
  await accessTables(db, serial);
  await peopleTables(db);
  await gateTables(db);
}

async function fleetTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('programs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('origins', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('policies')
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('policies_key', ['program', 'version'])
    .execute();
  await schema
    .createTable('enrolment_codes')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('uses_left', 'integer', (column) => column.notNull())
    .addColumn('needs_approval', 'integer', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await workstationTables(db);
}

async function workstationTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('workstations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('key_x', 'text', (column) => column.notNull())
    .addColumn('key_y', 'text', (column) => column.notNull())
    .addColumn('machine_id', 'text', (column) => column.notNull())
    .addColumn('host_name', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('os', 'text', (column) => column.notNull())
    .addColumn('system', 'text', (column) => column.notNull())
    .addColumn('agent_version', 'text', (column) => column.notNull())
    .addColumn('enrolment', 'text', (column) => column.notNull())
    .addColumn('enrolled_at', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addUniqueConstraint('workstations_key', ['key_x', 'key_y'])
    .execute();
  await schema
    .createTable('workstation_programs')
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('workstation_programs_key', ['workstation', 'program'])
    .execute();
  await schema
    .createTable('last_reports')
    .addColumn('workstation', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('boot_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('clock_skew', 'integer', (column) => column.notNull())
    .addColumn('readings', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('contacts')
    .addColumn('workstation', 'text', (column) => column.primaryKey())
    .addColumn('last_contact_at', 'text', (column) => column.notNull())
    .addColumn('egress', 'text')
    .execute();
}

async function accessTables(db: Kysely<unknown>, serial: Serial): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('access')
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('access', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('policy_version', 'integer', (column) => column.notNull())
    .addColumn('failing_since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('access_key', ['workstation', 'program'])
    .execute();
  await schema
    .createTable('history')
    .addColumn('id', serial, (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('program', 'text')
    .addColumn('by_name', 'text')
    .addColumn('decision', 'text')
    .addColumn('previous', 'text')
    .addColumn('policy_version', 'integer')
    .addColumn('latency', 'text')
    .addColumn('note', 'text')
    .execute();
  await schema.createIndex('history_by_workstation').on('history').columns(['workstation', 'id']).execute();
  await exceptionTables(db);
}

async function exceptionTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('locks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('program', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .addColumn('lifted_at', 'text')
    .execute();
  await schema
    .createTable('excuses')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('checks', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('granted_by', 'text', (column) => column.notNull())
    .addColumn('granted_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await schema
    .createTable('suspensions')
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('check_id', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('locked', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('suspensions_key', ['program', 'check_id'])
    .execute();
}

async function peopleTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('audit')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('operators')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('browser', 'text', (column) => column.notNull())
    .execute();
}

async function gateTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('launch_tickets')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await schema
    .createTable('gate_sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('browser', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('gate_sessions_by_workstation').on('gate_sessions').column('workstation').execute();
}
