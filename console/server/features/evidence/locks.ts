import { Decision } from '../../../../shared/access/decide.ts';
import { Latency } from '../../../../shared/protocol/views.ts';
import type { Db } from '../../store/engine.ts';
import type { Row } from '../../store/schema.ts';
import type { Workstation } from '../workstations/roster.ts';
import type { Period } from './gather.ts';

/** One time at which a workstation lost a program's CRM. */
export interface LockOnRecord {
  readonly at: string;
  /** Its name where it still works for the program, otherwise its id. */
  readonly workstation: string;
  readonly person: string;
  /** The first reason that locked. */
  readonly cause: {
    readonly cause: string;
    readonly code: string;
    readonly params: Decision['reasons'][number]['params'];
  };
  /** Milliseconds from the fact to the lock; absent where no report caused it. */
  readonly latency?: number;
}

export interface LocksOnRecord {
  readonly total: number;
  /** Times that each check, or another cause, was among the reasons. */
  readonly byCause: ReadonlyMap<string, number>;
  /** The first of them, in the order of time. */
  readonly first: readonly LockOnRecord[];
}

/** Locks that a report spells out; beyond that it counts them. */
export const mostLocks = 1_000;
const step = 1_000;

interface Within extends Period {
  readonly program: string;
}

/** Reads the locks of a program in a period. */
export async function locksIn(
  db: Db,
  workstations: ReadonlyMap<string, Workstation>,
  within: Within,
): Promise<LocksOnRecord> {
  const byCause = new Map<string, number>();
  const first: LockOnRecord[] = [];
  let total = 0;
  for await (const entry of entriesOf(db, within)) {
    const { access, reasons } = Decision.parse(JSON.parse(entry.decision ?? '{}'));
    if (access !== 'locked' || entry.previous === 'locked') continue;
    total += 1;
    const locking = reasons.filter(({ effect }) => effect === 'lock');
    for (const cause of new Set(locking.map((reason) => reason.cause))) {
      byCause.set(cause, (byCause.get(cause) ?? 0) + 1);
    }
    const [lead] = locking;
    if (lead && first.length < mostLocks) first.push(toLock(entry, lead, workstations.get(entry.workstation)));
  }
  return { total, byCause, first };
}

type Entry = Pick<Row<'history'>, 'id' | 'at' | 'workstation' | 'decision' | 'previous' | 'latency'>;

/** Every change of access, a thousand read at a time. */
async function* entriesOf(db: Db, within: Within): AsyncIterable<Entry> {
  let after = 0;
  let rows: Entry[];
  do {
    rows = await entriesAfter(db, within, after);
    yield* rows;
    after = rows.at(-1)?.id ?? after;
  } while (rows.length === step);
}

function entriesAfter(db: Db, { program, from, to }: Within, after: number): Promise<Entry[]> {
  return db
    .selectFrom('history')
    .select(['id', 'at', 'workstation', 'decision', 'previous', 'latency'])
    .where('kind', '=', 'access')
    .where('program', '=', program)
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('id', '>', after)
    .orderBy('id')
    .limit(step)
    .execute();
}

function toLock(
  { at, workstation: id, latency }: Entry,
  { cause, code, params }: Decision['reasons'][number],
  workstation: Workstation | undefined,
): LockOnRecord {
  const took = latency === null ? undefined : Latency.parse(JSON.parse(latency)).total;
  return {
    ...{ at, workstation: workstation?.hostName ?? id, person: workstation?.person ?? '' },
    cause: { cause, code, params },
    ...(took !== undefined && { latency: took }),
  };
}
