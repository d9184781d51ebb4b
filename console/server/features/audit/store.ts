import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import { type AuditDraft, chain, emptyHead, follows, type Head } from './chain.ts';

const pageSize = 1_000;

/** Appends entries to the chain, in the transaction of the change they tell of. */
export async function appendAudit(db: Db, drafts: readonly AuditDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  let head = await findHead(db);
  const rows = drafts.map((draft) => {
    const row = chain(head, draft);
    head = row;
    return row;
  });
  for (let start = 0; start < rows.length; start += pageSize) {
    await db
      .insertInto('audit')
      .values(rows.slice(start, start + pageSize))
      .execute();
  }
}

async function findHead(db: Db): Promise<Head> {
  const row = await db.selectFrom('audit').select(['id', 'hash']).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row ?? emptyHead;
}

export interface AuditQuery {
  readonly before?: number | undefined;
  readonly limit: number;
  readonly actor?: string | undefined;
  /** The whole name of an action or how it begins. */
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Stands somewhere in what was done, to what, by whom or in its details. */
  readonly search?: string | undefined;
}

/** A page of entries older than `before`, newest first. */
export async function listAudit(db: Db, wanted: AuditQuery): Promise<AuditEntry[]> {
  const { before, limit, actor, action, target, from, to, search } = wanted;
  let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  if (actor) query = query.where('actor', '=', actor);
  if (action) query = query.where('action', 'like', `${literal(action)}%`);
  if (target) query = query.where('target', '=', target);
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', to);
  if (search) {
    const pattern = `%${literal(search.toLowerCase())}%`;
    query = query.where((is) =>
      is.or(
        (['action', 'target', 'actor', 'detail'] as const).map((column) =>
          is(is.fn<string>('lower', [column]), 'like', pattern),
        ),
      ),
    );
  }
  return (await query.execute()).map(toEntry);
}

/** What a pattern would take for a wildcard is left out: better a hit too many than one that is missed. */
function literal(text: string): string {
  return text.replace(/[%\\]/g, '');
}

/** Entries after a number, oldest first: for an export that goes through all of them. */
export async function readAudit(db: Db, after: number, limit: number, to: string): Promise<AuditEntry[]> {
  const query = db
    .selectFrom('audit')
    .selectAll()
    .where('id', '>', after)
    .where('at', '<', to)
    .orderBy('id')
    .limit(limit);
  return (await query.execute()).map(toEntry);
}

/** Follows the chain from the first entry to the last, a page at a time. */
export async function verifyAudit(
  db: Db,
): Promise<{ ok: boolean; entries: number; head: string; brokenAt?: number | undefined }> {
  let head = emptyHead;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('id', '>', head.id)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    if (rows.length === 0) return { ok: true, entries: head.id, head: head.hash };
    for (const row of rows) {
      if (!follows(head, row)) return { ok: false, entries: head.id, head: head.hash, brokenAt: row.id };
      head = row;
    }
  }
}

function toEntry(row: Row<'audit'>): AuditEntry {
  return { ...row, detail: JSON.parse(row.detail) as Record<string, unknown> };
}
