import { Report } from '../../../../shared/protocol/report.ts';
import type { RecordedReport, TimelineEntry } from '../../../../shared/protocol/views.ts';
import { findClaims } from '../../identity/jws.ts';
import type { Db } from '../../store/engine.ts';
import { listReports } from '../history/store.ts';
import { listTimeline } from './store.ts';

/** Reports that are looked at for one page: most of them only say that nothing changed. */
const reportsLookedAt = 100;

/** How far two lists have been read: the last number of each. */
interface Mark {
  readonly history?: number | undefined;
  readonly report?: number | undefined;
}

interface Page {
  readonly rows: TimelineEntry[];
  readonly next?: string | undefined;
}

/** A page of the timeline, newest first: what happened, and between it the facts that reports brought. */
export async function readTimeline(
  db: Db,
  workstation: string,
  { before, ...page }: { before?: string | undefined; limit: number; programs?: readonly string[] | undefined },
): Promise<Page> {
  for (let mark = readMark(before); ; ) {
    const { rows, next } = await readPage(db, workstation, { mark, ...page });
    // Reports without news make no page of their own.
    if (rows.length > 0 || !next) return { rows, ...(next && { next: writeMark(next) }) };
    mark = next;
  }
}

async function readPage(
  db: Db,
  workstation: string,
  { mark, limit, programs }: { mark: Mark; limit: number; programs?: readonly string[] | undefined },
): Promise<{ rows: TimelineEntry[]; next: Mark | undefined }> {
  const [happened, reports] = await Promise.all([
    listTimeline(db, workstation, { before: mark.history, limit: limit + 1, programs }),
    listReports(db, workstation, { before: mark.report, limit: reportsLookedAt }),
  ]);
  const last = reports.length === reportsLookedAt ? reports.at(-1) : undefined;
  const facts = reports.flatMap((report) => factsEntry(report) ?? []);
  // What lies before the last report looked at may have facts of that time beside it.
  const known = happened.filter(({ at }) => last === undefined || at >= last.receivedAt);
  const merged = merge(known, facts);
  const rows = merged.slice(0, limit);
  const isWhole = rows.length === merged.length;
  const next = {
    history: numberOf(rows.findLast(({ report }) => report === undefined)?.id) ?? mark.history,
    report:
      (isWhole ? last?.seq : undefined) ?? rows.findLast(({ report }) => report !== undefined)?.report ?? mark.report,
  };
  return { rows, next: !isWhole || last || known.length < happened.length ? next : undefined };
}

/** Two lists, each newest first. What a report led to stands above it. */
function merge(happened: readonly TimelineEntry[], facts: readonly TimelineEntry[]): TimelineEntry[] {
  const merged: TimelineEntry[] = [];
  let taken = 0;
  for (const entry of happened) {
    for (let next = facts[taken]; next && next.at > entry.at; next = facts[taken]) {
      merged.push(next);
      taken += 1;
    }
    merged.push(entry);
  }
  return [...merged, ...facts.slice(taken)];
}

/** Undefined for a report that brought nothing new, or nothing that can be read here. */
function factsEntry({ seq, receivedAt, jws }: RecordedReport): TimelineEntry | undefined {
  const { data } = Report.safeParse(findClaims(jws));
  if (!data || Object.keys(data.facts).length === 0) return undefined;
  return { id: `report-${seq}`, at: receivedAt, kind: 'facts', facts: data.facts, report: seq };
}

function readMark(text = '.'): Mark {
  const [history, report] = text.split('.').map(numberOf);
  return { history, report };
}

function writeMark({ history, report }: Mark): string {
  return `${history ?? ''}.${report ?? ''}`;
}

function numberOf(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}
