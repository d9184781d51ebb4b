import type { Kysely } from 'kysely';

/** Cases, messages, people and their shifts. */
export async function cases(db: Kysely<unknown>): Promise<void> {
  await caseTables(db);
  await peopleTables(db);
  await shiftTables(db);
}

async function caseTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('params', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .addColumn('closed_at', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('assignee', 'text')
    .execute();
  await schema.createIndex('cases_by_workstation').on('cases').columns(['workstation', 'opened_at']).execute();
  await schema.createIndex('cases_by_end').on('cases').column('closed_at').execute();
  await schema
    .createTable('messages')
    .addColumn('workstation', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('from_name', 'text', (column) => column.notNull())
    .addColumn('from_person', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('asks', 'text')
    .addColumn('program', 'text')
    .addColumn('checks', 'text')
    .addColumn('until', 'text')
    .addColumn('case_id', 'text')
    .addColumn('seen_at', 'text')
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addPrimaryKeyConstraint('messages_key', ['workstation', 'id'])
    .execute();
  await schema.createIndex('messages_by_time').on('messages').columns(['workstation', 'at']).execute();
}

async function peopleTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('external_id', 'text')
    .addColumn('language', 'text')
    .addColumn('time_zone', 'text')
    .addUniqueConstraint('people_name', ['name_key'])
    .addUniqueConstraint('people_external_id', ['external_id'])
    .execute();
  await schema
    .createTable('person_programs')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_programs_key', ['person', 'program'])
    .execute();
}

async function shiftTables({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('shifts')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('program', 'text', (column) => column.notNull())
    .addColumn('from_at', 'text', (column) => column.notNull())
    .addColumn('to_at', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('shifts_key', ['person', 'program', 'from_at'])
    .execute();
  await schema.createIndex('shifts_by_end').on('shifts').column('to_at').execute();
  await schema
    .createTable('shift_feeds')
    .addColumn('program', 'text', (column) => column.primaryKey())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('set_by', 'text', (column) => column.notNull())
    .addColumn('set_at', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text')
    .addColumn('good_at', 'text')
    .addColumn('shifts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('problem', 'text')
    .execute();
}
