import type { Kysely } from 'kysely';

/** Recorded reports, samples of the fleet, drafts, and versions that are published step by step. */
export async function policy(db: Kysely<unknown>): Promise<void> {
  await historyTables(db);
  await versionColumns(db);
  const { schema } = db;
  await schema
    .createTable('policy_drafts')
    .addColumn('program', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('based_on', 'integer', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .execute();
  // Pages that look for what happened to everybody, not to one workstation.
  await schema.createIndex('audit_by_target').on('audit').columns(['target', 'id']).execute();
  await schema.createIndex('history_by_time').on('history').columns(['kind', 'at']).execute();
}

async function historyTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('reports')
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('egress', 'text')
    .addColumn('jws', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('reports_key', ['workstation', 'seq'])
    .execute();
  await schema.createIndex('reports_by_time').on('reports').column('received_at').execute();
  await schema
    .createTable('access_samples')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('ready', 'integer', (column) => column.notNull())
    .addColumn('warned', 'integer', (column) => column.notNull())
    .addColumn('draining', 'integer', (column) => column.notNull())
    .addColumn('locked', 'integer', (column) => column.notNull())
    .addColumn('silent', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('access_samples_key', ['at', 'program'])
    .execute();
}

/** One column at a time: SQLite takes no more. What is there already was published for everybody. */
async function versionColumns({ schema }: Kysely<unknown>): Promise<void> {
  const table = () => schema.alterTable('policies');
  await table()
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('published'))
    .execute();
  await table()
    .addColumn('share', 'integer', (column) => column.notNull().defaultTo(100))
    .execute();
  await table()
    .addColumn('lock_limit', 'integer', (column) => column.notNull().defaultTo(100))
    .execute();
  await table().addColumn('decided_by', 'text').execute();
  await table().addColumn('decided_at', 'text').execute();
}
