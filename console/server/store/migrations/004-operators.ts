import type { Kysely } from 'kysely';

/** Roles, second factors, passkeys, invitations and tokens. Whoever was there before is an owner. */
export async function operators(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const change = (table: string) => schema.alterTable(table);
  await change('operators')
    .addColumn('role', 'text', (column) => column.notNull().defaultTo('owner'))
    .execute();
  await change('operators').addColumn('programs', 'text').execute();
  await change('operators').addColumn('disabled_at', 'text').execute();
  await change('operators').addColumn('subject', 'text').execute();
  await change('operators').addColumn('totp', 'text').execute();
  await change('operators').addColumn('totp_step', 'integer').execute();
  await change('operators').addColumn('recovery', 'text').execute();
  await change('sessions')
    .addColumn('factor', 'text', (column) => column.notNull().defaultTo('password'))
    .execute();
  await change('sessions').addColumn('proved_at', 'text').execute();
  await schema
    .createTable('passkeys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text')
    .execute();
  await schema
    .createTable('invitations')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('operator', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('api_tokens')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('programs', 'text')
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text')
    .execute();
  await schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
