import type { Latency } from '../../../../shared/protocol/views.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow } from '../../store/schema.ts';
import type { AuditDraft } from '../audit/chain.ts';
import { appendAudit } from '../audit/store.ts';
import { recordReports } from '../history/store.ts';
import { stopVersion } from '../policies/store.ts';

/** What one report or one decision leaves in the store. All of it is committed together. */
export interface JournalEntry {
  readonly report?: NewRow<'last_reports'>;
  /** The same report as it was signed. */
  readonly signed?: NewRow<'reports'>;
  readonly access?: readonly NewRow<'access'>[];
  readonly history?: readonly NewRow<'history'>[];
  readonly audit?: readonly AuditDraft[];
  readonly suspensions?: readonly NewRow<'suspensions'>[];
  /** Versions of policies that were stopped. */
  readonly stopped?: readonly StoppedVersion[];
  /** Excuses whose time is over. */
  readonly endedExcuses?: readonly { readonly id: string; readonly at: string }[];
  /** Known only after the commit, so added to the history row afterwards. */
  readonly latencies?: readonly MeasuredLatency[];
}

export interface StoppedVersion {
  readonly program: string;
  readonly version: number;
  readonly at: string;
}

export interface MeasuredLatency {
  readonly workstation: string;
  readonly program: string;
  /** Time of the history row. */
  readonly at: string;
  readonly latency: Latency;
}

const rowsPerStatement = 250;

/** Writes all that the entries carry, in the caller's transaction. */
export async function commit(db: Db, entries: readonly JournalEntry[]): Promise<void> {
  await upsertReports(
    db,
    newest(
      entries.flatMap(({ report }) => report ?? []),
      (row) => row.workstation,
    ),
  );
  await recordReports(
    db,
    entries.flatMap(({ signed }) => signed ?? []),
  );
  const access = entries.flatMap((entry) => entry.access ?? []);
  await upsertAccess(
    db,
    newest(access, (row) => `${row.workstation} ${row.program}`),
  );
  await insertHistory(
    db,
    entries.flatMap(({ history }) => history ?? []),
  );
  for (const rows of slices(entries.flatMap(({ suspensions }) => suspensions ?? []))) {
    await db
      .insertInto('suspensions')
      .values(rows)
      .onConflict((on) => on.columns(['program', 'check_id']).doNothing())
      .execute();
  }
  for (const stopped of entries.flatMap((entry) => entry.stopped ?? [])) await stopVersion(db, stopped);
  for (const { id, at } of entries.flatMap(({ endedExcuses }) => endedExcuses ?? [])) {
    await db.updateTable('excuses').set({ ended_at: at }).where('id', '=', id).execute();
  }
  await appendAudit(
    db,
    entries.flatMap(({ audit }) => audit ?? []),
  );
  for (const measured of entries.flatMap(({ latencies }) => latencies ?? [])) await addLatency(db, measured);
}

export async function insertHistory(db: Db, happened: readonly NewRow<'history'>[]): Promise<void> {
  for (const rows of slices(happened)) await db.insertInto('history').values(rows).execute();
}

async function upsertReports(db: Db, reports: NewRow<'last_reports'>[]): Promise<void> {
  for (const rows of slices(reports)) {
    await db
      .insertInto('last_reports')
      .values(rows)
      .onConflict((on) =>
        on.column('workstation').doUpdateSet(({ ref }) => ({
          seq: ref('excluded.seq'),
          hash: ref('excluded.hash'),
          boot_id: ref('excluded.boot_id'),
          received_at: ref('excluded.received_at'),
          clock_skew: ref('excluded.clock_skew'),
          readings: ref('excluded.readings'),
        })),
      )
      .execute();
  }
}

async function upsertAccess(db: Db, decided: NewRow<'access'>[]): Promise<void> {
  for (const rows of slices(decided)) {
    await db
      .insertInto('access')
      .values(rows)
      .onConflict((on) =>
        on.columns(['workstation', 'program']).doUpdateSet(({ ref }) => ({
          access: ref('excluded.access'),
          decision: ref('excluded.decision'),
          since: ref('excluded.since'),
          policy_version: ref('excluded.policy_version'),
          failing_since: ref('excluded.failing_since'),
        })),
      )
      .execute();
  }
}

async function addLatency(db: Db, { workstation, program, at, latency }: MeasuredLatency): Promise<void> {
  await db
    .updateTable('history')
    .set({ latency: JSON.stringify(latency) })
    .where('workstation', '=', workstation)
    .where('program', '=', program)
    .where('at', '=', at)
    .where('kind', '=', 'access')
    .execute();
}

/** One row for each key, the last one: a statement cannot touch the same row twice. */
function newest<Item>(rows: readonly Item[], keyOf: (row: Item) => string): Item[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

function* slices<Item>(rows: readonly Item[]): Iterable<Item[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) yield rows.slice(start, start + rowsPerStatement);
}
