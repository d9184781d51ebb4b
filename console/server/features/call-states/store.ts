import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';

const rowsPerStatement = 500;

/** Keeps who is on a call, and forgets who is not any more. */
export async function saveCalls(db: Db, calls: readonly Row<'calls'>[], ended: readonly string[]): Promise<void> {
  for (let start = 0; start < calls.length; start += rowsPerStatement) {
    await db
      .insertInto('calls')
      .values(calls.slice(start, start + rowsPerStatement))
      .onConflict((on) => on.column('person').doUpdateSet(({ ref }) => ({ heard_at: ref('excluded.heard_at') })))
      .execute();
  }
  for (let start = 0; start < ended.length; start += rowsPerStatement) {
    await db
      .deleteFrom('calls')
      .where('person', 'in', ended.slice(start, start + rowsPerStatement))
      .execute();
  }
}

/** Calls that were under way when the console stopped, and when it last heard of anybody. */
export async function loadCalls(db: Db): Promise<{ calls: Row<'calls'>[]; lastHeardAt: string | undefined }> {
  const calls = await db.selectFrom('calls').selectAll().execute();
  const last = await db
    .selectFrom('contacts')
    .select('last_contact_at')
    .orderBy('last_contact_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const heard = [...calls.map(({ heard_at }) => heard_at), ...(last ? [last.last_contact_at] : [])];
  return { calls, lastHeardAt: heard.sort().at(-1) };
}
