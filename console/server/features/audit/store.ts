import type { ExpressionBuilder } from 'kysely';
import type { AuditEntry } from '../../../../shared/protocol/views.ts';
import type { Db } from '../../store/engine.ts';
import type { Row, Schema } from '../../store/schema.ts';
import { type AuditDraft, chain, emptyHead, follows, type Head } from './chain.ts';
import type { Sought } from './sought.ts';

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

export interface AuditFilter {
  /** The whole name of an action or how it begins. */
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Who did it. */
  readonly actor?: Sought | undefined;
  /** Stands somewhere in what was done, to what, by whom or in its details, or names what it is about. */
  readonly search?: Sought | undefined;
}

export interface AuditQuery extends AuditFilter {
  readonly before?: number | undefined;
  readonly limit: number;
}

/** A page of entries older than `before`, newest first. */
export async function listAudit(db: Db, { before, limit, ...filter }: AuditQuery): Promise<AuditEntry[]> {
  let query = narrow(db, filter).orderBy('id', 'desc').limit(limit);
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.execute()).map(toEntry);
}

/** Entries after a number, oldest first: for an export that goes through all of them. */
export async function readAudit(db: Db, after: number, limit: number, filter: AuditFilter): Promise<AuditEntry[]> {
  const query = narrow(db, filter).where('id', '>', after).orderBy('id').limit(limit);
  return (await query.execute()).map(toEntry);
}

/** Of each of these targets the newest entry with one of these actions. */
export async function lastOfEach(
  db: Db,
  targets: readonly string[],
  actions: readonly string[],
): Promise<Map<string, AuditEntry>> {
  const found = new Map<string, AuditEntry>();
  for (let start = 0; start < targets.length; start += pageSize) {
    const newest = db
      .selectFrom('audit')
      .select(({ fn }) => fn.max('id').as('id'))
      .where('target', 'in', targets.slice(start, start + pageSize))
      .where('action', 'in', actions)
      .groupBy('target');
    const rows = await db.selectFrom('audit').selectAll().where('id', 'in', newest).execute();
    for (const row of rows) found.set(row.target, toEntry(row));
  }
  return found;
}

function narrow(db: Db, { action, target, from, to, actor, search }: AuditFilter) {
  let query = db.selectFrom('audit').selectAll();
  if (action) query = query.where('action', 'like', `${literal(action)}%`);
  if (target) query = query.where('target', '=', target);
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', to);
  if (actor) query = query.where((is) => is.or(matches(is, actor, ['actor'])));
  if (search) query = query.where((is) => is.or(matches(is, search, ['action', 'target', 'actor', 'detail'])));
  return query;
}

type Is = ExpressionBuilder<Schema, 'audit'>;

/** Columns that hold the text, and those that hold the id of what it names. */
function matches(is: Is, sought: Sought, columns: readonly ('action' | 'target' | 'actor' | 'detail')[]) {
  const pattern = `%${literal(sought.text.toLowerCase())}%`;
  const ids = { actor: [...sought.actors], target: [...sought.targets] };
  return columns.flatMap((column) => {
    const named = column === 'actor' || column === 'target' ? ids[column] : [];
    const says = is(is.fn<string>('lower', [column]), 'like', pattern);
    return named.length > 0 ? [says, is(column, 'in', named)] : [says];
  });
}

/** What a pattern would take for any text stands for any letter: better a hit too many than one that is missed. */
function literal(text: string): string {
  return text.replace(/[%\\]/g, '_');
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
