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

/** A page of entries older than `before`, newest first. */
export async function listAudit(db: Db, page: { before?: number | undefined; limit: number }): Promise<AuditEntry[]> {
  let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
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
