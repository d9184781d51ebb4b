import { z } from 'zod';
import { Params } from '../../../../shared/checks/define.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import { CaseCause, type CaseView, RequestView } from '../../../../shared/protocol/case-views.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import type { OpenCase } from './book.ts';

const rowsPerStatement = 250;

/** Open cases as they were when the console stopped; what the decisions say about them is added by the service. */
export async function loadOpenCases(db: Db): Promise<OpenCase[]> {
  const rows = await db.selectFrom('cases').selectAll().where('closed_at', 'is', null).orderBy('opened_at').execute();
  const waiting = await db
    .selectFrom('messages')
    .selectAll()
    .where('from_person', '=', 1)
    .where('answer', 'is', null)
    .orderBy('at')
    .execute();
  const byCase = Map.groupBy(waiting, ({ case_id }) => case_id);
  return rows.map((row) => ({
    ...toCase(row),
    standing: 'none' as const,
    programs: [],
    requests: (byCase.get(row.id) ?? []).map(toRequest),
  }));
}

export async function insertCases(db: Db, opened: readonly NewRow<'cases'>[]): Promise<void> {
  for (let start = 0; start < opened.length; start += rowsPerStatement) {
    await db
      .insertInto('cases')
      .values(opened.slice(start, start + rowsPerStatement))
      .execute();
  }
}

export async function closeCases(db: Db, ids: readonly string[], end: { at: string; by?: string }): Promise<void> {
  for (let start = 0; start < ids.length; start += rowsPerStatement) {
    await db
      .updateTable('cases')
      .set({ closed_at: end.at, closed_by: end.by ?? null })
      .where('id', 'in', ids.slice(start, start + rowsPerStatement))
      .execute();
  }
}

export async function setAssignee(db: Db, ids: readonly string[], assignee: string | undefined): Promise<void> {
  await db
    .updateTable('cases')
    .set({ assignee: assignee ?? null })
    .where('id', 'in', [...ids])
    .execute();
}

/** The last cases of a workstation that were closed, the newest first. */
export async function listClosedCases(db: Db, workstation: string): Promise<CaseView[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('workstation', '=', workstation)
    .where('closed_at', 'is not', null)
    .orderBy('opened_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({
    ...toCase(row),
    standing: 'none',
    requests: [],
    closedAt: row.closed_at ?? undefined,
    closedBy: row.closed_by ?? undefined,
  }));
}

export function caseRow(open: OpenCase): NewRow<'cases'> {
  const { id, workstation, cause, code, params, since, openedAt, assignee } = open;
  const end = { closed_at: null, closed_by: null };
  return {
    ...{ id, workstation, cause, code, since, ...end },
    params: JSON.stringify(params),
    opened_at: openedAt,
    assignee: assignee ?? null,
  };
}

function toCase(row: Row<'cases'>) {
  return {
    id: row.id,
    workstation: row.workstation,
    cause: CaseCause.parse(row.cause),
    code: row.code,
    params: Params.parse(JSON.parse(row.params)),
    since: row.since,
    locksAt: undefined,
    openedAt: row.opened_at,
    assignee: row.assignee ?? undefined,
  };
}

export function toRequest(row: Row<'messages'>): RequestView {
  return RequestView.parse({
    id: row.id,
    at: row.at,
    asks: row.asks ?? 'help',
    text: row.text,
    program: row.program ?? undefined,
    checks: toChecks(row.checks),
    until: row.until ?? undefined,
  });
}

export function toChecks(text: string | null): CheckId[] | undefined {
  return text === null ? undefined : z.array(CheckId).parse(JSON.parse(text));
}
