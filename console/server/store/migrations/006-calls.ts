import type { Kysely } from 'kysely';

/** Who is on a call. */
export async function calls({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('calls')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('heard_at', 'text', (column) => column.notNull())
    .execute();
}
