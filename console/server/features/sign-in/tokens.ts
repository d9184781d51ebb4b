import { addSeconds } from '../../../../shared/time.ts';
import type { Operator } from '../../http/who.ts';
import { digest, makeId, makeToken } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { readGrant, readPrograms } from './store.ts';

/** What an API token begins with, so that scanners find one that was left lying about. */
const prefix = 'sgt_';
/** Seconds between notes of when a token was last used. */
const usedEvery = 60;

interface TokenDeps {
  readonly db: Db;
  readonly writer: Writer;
  now(): Date;
}

/** A new token and its row; the token itself is shown once and stored nowhere. */
export function makeApiToken(
  row: Pick<NewRow<'api_tokens'>, 'name' | 'role' | 'programs' | 'made_by' | 'made_at' | 'expires_at'>,
): { token: string; row: NewRow<'api_tokens'> } {
  const token = `${prefix}${makeToken()}`;
  return { token, row: { ...row, hash: digest(token), id: makeId('token'), last_used_at: null } };
}

/** Whoever a token lets in, until it expires or is revoked. */
export async function findToken({ db, writer, now }: TokenDeps, token: string): Promise<Operator | undefined> {
  if (!token.startsWith(prefix)) return undefined;
  const hash = digest(token);
  const at = now().toISOString();
  const row = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.last_used_at === null || at >= addSeconds(row.last_used_at, usedEvery)) {
    writer
      .change((transaction) =>
        transaction.updateTable('api_tokens').set({ last_used_at: at }).where('hash', '=', hash).execute(),
      )
      // Not worth refusing the request for; the writer knows that the store is failing.
      .catch(() => undefined);
  }
  return { name: `token ${row.name}`, role: readGrant(row), programs: readPrograms(row) };
}
