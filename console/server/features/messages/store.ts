import type { MessageView } from '../../../../shared/protocol/case-views.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import { toChecks } from '../cases/store.ts';

/** Messages shown of one workstation. */
const mostListed = 200;

export async function findMessage(db: Db, workstation: string, id: string): Promise<Row<'messages'> | undefined> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('workstation', '=', workstation)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertMessages(db: Db, rows: readonly NewRow<'messages'>[]): Promise<void> {
  await db.insertInto('messages').values(rows).execute();
}

export async function answerMessages(
  db: Db,
  workstation: string,
  ids: readonly string[],
  answer: { kind: string; by: string; at: string },
): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('messages')
    .set({ answer: answer.kind, answered_by: answer.by, answered_at: answer.at })
    .where('workstation', '=', workstation)
    .where('id', 'in', [...ids])
    .execute();
}

/** Messages that no person has been shown yet, the oldest first. */
export function loadUnseen(db: Db): Promise<Row<'messages'>[]> {
  return db
    .selectFrom('messages')
    .selectAll()
    .where('from_person', '=', 0)
    .where('seen_at', 'is', null)
    .orderBy('at')
    .execute();
}

/** The newest messages of a workstation, the oldest of them first; of these programs, or of all. */
export async function listMessages(
  db: Db,
  workstation: string,
  programs: readonly string[] | undefined,
): Promise<MessageView[]> {
  let query = db
    .selectFrom('messages')
    .selectAll()
    .where('workstation', '=', workstation)
    .orderBy('at', 'desc')
    .limit(mostListed);
  if (programs) query = query.where((is) => is.or([is('program', 'is', null), is('program', 'in', [...programs])]));
  return (await query.execute()).reverse().map(toView);
}

function toView(row: Row<'messages'>): MessageView {
  const { answer, answered_by: by, answered_at: at } = row;
  return {
    id: row.id,
    at: row.at,
    from: row.from_name,
    isFromPerson: row.from_person === 1,
    text: row.text,
    asks: (row.asks ?? undefined) as MessageView['asks'],
    program: row.program ?? undefined,
    checks: toChecks(row.checks),
    until: row.until ?? undefined,
    seenAt: row.seen_at ?? undefined,
    ...(answer !== null &&
      by !== null &&
      at !== null && { answer: { kind: answer as NonNullable<MessageView['answer']>['kind'], by, at } }),
  };
}
