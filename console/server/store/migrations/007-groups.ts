import type { Kysely } from 'kysely';

/** Groups of people: a team, a site, a night shift. */
export async function groups({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('people_groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('program', 'text')
    .addUniqueConstraint('people_groups_name', ['name_key'])
    .execute();
  await schema
    .createTable('group_members')
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('people_group', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('group_members_key', ['person', 'people_group'])
    .execute();
}
