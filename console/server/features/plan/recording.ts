import { CheckId, type Readings } from '../../../../shared/checks/index.ts';
import { Report } from '../../../../shared/protocol/report.ts';
import { findClaims } from '../../identity/jws.ts';
import { mergeReadings, readClock } from '../reports/readings.ts';
import type { Moment } from './replay.ts';

/** A report as it lies in the store. Its signature was verified before it was stored. */
export interface StoredReport {
  readonly receivedAt: string;
  readonly egress: string | undefined;
  readonly jws: string;
}

/** A workstation reports every quarter of an hour; so much later, in milliseconds, it is no longer taken as present. */
const presentFor = 20 * 60_000;

/**
 * What was known from report to report. A fact that none of the reports brings has not changed since before them, so the
 * one known today held all the time; before the first report that brings another fact nothing is known of it.
 */
export function toMoments(stored: readonly StoredReport[], current: Readings, to: number): Moment[] {
  const reports = stored.flatMap((one) => {
    const report = Report.safeParse(findClaims(one.jws));
    return report.success ? [{ ...one, report: report.data, at: Date.parse(one.receivedAt) }] : [];
  });
  const brought = new Set(reports.flatMap(({ report }) => Object.keys(report.facts)));
  const unchanged = Object.entries(current).filter(([check]) => !brought.has(check));
  let readings: Readings = Object.fromEntries(unchanged);
  return reports.map(({ report, at, egress }, index) => {
    const receivedAt = new Date(at);
    const known = withoutUnknown(report, readings);
    readings = mergeReadings(readings, known, readClock(report, receivedAt), receivedAt) ?? readings;
    return { at, until: Math.min(reports[index + 1]?.at ?? to, at + presentFor), readings, egress };
  });
}

/** Facts called unchanged that no report in the recording brought: nothing is known of them yet. */
function withoutUnknown(report: Report, known: Readings): Report {
  const same = Object.entries(report.same).filter(([check]) => isKnown(known, check) || check in report.facts);
  return { ...report, same: Object.fromEntries(same) };
}

function isKnown(known: Readings, check: string): boolean {
  const id = CheckId.safeParse(check);
  return id.success && known[id.data] !== undefined;
}
