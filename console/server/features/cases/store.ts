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

export interface Ended {
  readonly id: string;
  readonly at: string;
  /** Operator's name; undefined where it closed by itself. */
  readonly by: string | undefined;
}

export async function closeCases(db: Db, ended: readonly Ended[]): Promise<void> {
  for (const alike of Map.groupBy(ended, ({ at, by }) => `${at} ${by ?? ''}`).values()) {
    for (let start = 0; start < alike.length; start += rowsPerStatement) {
      const some = alike.slice(start, start + rowsPerStatement);
      await db
        .updateTable('cases')
        .set({ closed_at: some[0]?.at ?? null, closed_by: some[0]?.by ?? null })
        .where(
          'id',
          'in',
          some.map(({ id }) => id),
        )
        .execute();
    }
  }
}

export type LatelyClosed = Pick<OpenCase, 'workstation' | 'cause' | 'assignee'> & { readonly at: string };

/** Cases that somebody took care of and that closed since, the oldest first. */
export async function loadLatelyClosed(db: Db, since: string): Promise<LatelyClosed[]> {
  const rows = await db
    .selectFrom('cases')
    .selectAll()
    .where('closed_at', '>=', since)
    .where('assignee', 'is not', null)
    .orderBy('closed_at')
    .execute();
  return rows.map((row) => ({ ...toCase(row), at: row.closed_at ?? since }));
}

/** Undoes the closing by hand of a case, in the caller's transaction. Undefined when there is none since. */
export async function reopenCase(
  db: Db,
  { workstation, id, since }: { workstation: string; id: string; since: string },
): Promise<OpenCase | undefined> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('workstation', '=', workstation)
    .where('id', '=', id)
    .where('closed_by', 'is not', null)
    .where('closed_at', '>=', since)
    .executeTakeFirst();
  if (!row) return undefined;
  // What the closing answered, it answered at its own time.
  const answered = await db
    .selectFrom('messages')
    .selectAll()
    .where('case_id', '=', id)
    .where('from_person', '=', 1)
    .where('answered_at', '=', row.closed_at)
    .orderBy('at')
    .execute();
  await db.updateTable('cases').set({ closed_at: null, closed_by: null }).where('id', '=', id).execute();
  await db
    .updateTable('messages')
    .set({ answer: null, answered_by: null, answered_at: null })
    .where('workstation', '=', workstation)
    .where('case_id', '=', id)
    .where('from_person', '=', 1)
    .where('answered_at', '=', row.closed_at)
    .execute();
  return { ...toCase(row), standing: 'none', programs: [], requests: answered.map(toRequest) };
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
