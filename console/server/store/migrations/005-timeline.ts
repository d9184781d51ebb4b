import type { Kysely } from 'kysely';

/** What the checks said and how long a call was waited for, in the history of each workstation. */
export async function timeline({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('history').addColumn('findings', 'text').execute();
  await schema.alterTable('history').addColumn('drained', 'integer').execute();
}
