import { hash } from 'node:crypto';
import { jwsTypes, Report } from '../../../../shared/protocol/report.ts';
import { Refusal } from '../../http/refuse.ts';
import { readSigned } from '../../identity/jws.ts';
import type { NewRow } from '../../store/schema.ts';
import { eventRow } from '../access/record.ts';
import type { AccessService } from '../access/service.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import { mergeReadings, readClock } from './readings.ts';

export interface ReportDeps {
  readonly roster: Roster;
  readonly access: AccessService;
  now(): Date;
}

/** A report on its way in. */
export interface Incoming {
  readonly jws: string;
  readonly report: Report;
  readonly receivedAt: Date;
}

/** Takes signed reports: verifies them, follows their numbers, and hands their facts to the decision. */
export class ReportService {
  readonly #deps: ReportDeps;

  constructor(deps: ReportDeps) {
    this.#deps = deps;
  }

  /** Verifies a report; several may be under way at once. @throws Refusal */
  async verify(workstation: Workstation, jws: string): Promise<Incoming> {
    const receivedAt = this.#deps.now();
    const key = this.#deps.roster.keyOf(workstation);
    const report = await readSigned(jws, key, jwsTypes.report, Report);
    if (report.workstation !== workstation.id) throw new Refusal('bad-signature');
    return { jws, report, receivedAt };
  }

  /**
   * Takes verified reports of one workstation, in the order of their arrival, and resolves when the report is
   * committed. Everything up to the commit happens before it returns, so reports may follow each other at once.
   * @throws Refusal `repeated-seq`, `facts-unknown`, `store-unavailable`.
   */
  async take(workstation: Workstation, { jws, report, receivedAt }: Incoming): Promise<void> {
    const before = workstation.lastReport;
    if (report.seq <= before.seq) throw new Refusal('repeated-seq');
    const clock = readClock(report, receivedAt);
    const readings = mergeReadings(workstation.readings, report, clock, receivedAt);
    if (!readings) throw new Refusal('facts-unknown');
    const taken = { seq: report.seq, hash: hash('sha256', jws, 'base64url'), bootId: report.bootId };
    workstation.lastReport = taken;
    workstation.readings = readings;
    workstation.clockSkew = clock.skew;
    const observedAt = clock.isPlausible ? Date.parse(report.observedAt) : undefined;
    const entry = {
      report: reportRow(workstation, receivedAt),
      signed: signedRow(workstation, jws, receivedAt),
      history: gapRows(workstation.id, before, report, receivedAt),
    };
    try {
      await this.#deps.access.takeReport(workstation, entry, { receivedAt: receivedAt.getTime(), observedAt });
      workstation.committed = taken;
    } catch (cause) {
      // The sender repeats it, so its number must count as new again, unless a later report was committed meanwhile.
      if (workstation.lastReport === taken) workstation.lastReport = workstation.committed;
      throw cause;
    }
  }
}

function reportRow(workstation: Workstation, receivedAt: Date): NewRow<'last_reports'> {
  const { seq, hash: jwsHash, bootId } = workstation.lastReport;
  return {
    workstation: workstation.id,
    seq,
    hash: jwsHash,
    boot_id: bootId,
    received_at: receivedAt.toISOString(),
    clock_skew: clampInteger(workstation.clockSkew ?? 0),
    readings: JSON.stringify(workstation.readings),
  };
}

function signedRow({ id, lastReport, contact }: Workstation, jws: string, receivedAt: Date): NewRow<'reports'> {
  return {
    workstation: id,
    seq: lastReport.seq,
    received_at: receivedAt.toISOString(),
    hash: lastReport.hash,
    egress: contact.egress ?? null,
    jws,
  };
}

/** A clock may be off by centuries; the column holds 24 days either way. */
function clampInteger(value: number): number {
  return Math.min(Math.max(value, -(2 ** 31)), 2 ** 31 - 1);
}

/** A missing number or another forerunner is not refused, but it is on record: reports were lost or left out. */
function gapRows(workstation: string, before: Workstation['lastReport'], report: Report, at: Date) {
  if (report.seq === before.seq + 1 && report.prev === before.hash) return [];
  const missing = report.seq - before.seq - 1;
  const note =
    missing > 0
      ? `${missing} reports are missing before number ${report.seq}.`
      : `Report ${report.seq} does not follow the one before.`;
  return [eventRow({ at: at.toISOString(), workstation, kind: 'report-gap', note })];
}
