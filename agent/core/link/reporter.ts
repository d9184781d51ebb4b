import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { CheckId, type Readings } from '../../../shared/checks/index.ts';
import type { ErrorCode } from '../../../shared/protocol/errors.ts';
import type { Up } from '../../../shared/protocol/link.ts';
import { jwsTypes, type Report } from '../../../shared/protocol/report.ts';
import { type Logger, reasonOf } from '../log.ts';
import type { Identity } from './handshake.ts';
import type { QueuedReport, ReportQueue } from './report-queue.ts';

/** A report exactly as it was signed and sent, for the person it is about. */
export interface SentPayload {
  readonly sentAt: string;
  readonly report: Report;
  acknowledged: boolean;
}

export interface ReporterDeps {
  readonly identity: Identity;
  readonly queue: ReportQueue;
  readonly now: () => Date;
  readonly log: Logger;
}

export interface ReportSession {
  readonly send: (message: Up) => void;
  /** Ends the session; the next one takes up where the console stands. */
  readonly fail: (reason: string) => void;
  readonly nonce: string;
  readonly lastSeq: number;
  readonly lastHash: string;
}

/** Milliseconds. */
const ackWithin = 15_000;
const troublePause = 5_000;
const payloadsKept = 10;

/** Sends the queue, one report at a time: the next one's `prev` and unchanged facts depend on the one before. */
export class Reporter {
  readonly payloads: SentPayload[] = [];
  readonly #deps: ReporterDeps;
  #session: (ReportSession & { nonce: string; lastHash: string }) | undefined;
  #inFlight: { entry: QueuedReport; jws?: string; timer: NodeJS.Timeout } | undefined;
  #pause: NodeJS.Timeout | undefined;
  /** What the console is known to hold; undefined until it acknowledged a report of this process. */
  #held: Readings | undefined;

  constructor(deps: ReporterDeps) {
    this.#deps = deps;
  }

  report(readings: Readings): void {
    const times = CheckId.options.map((id) => readings[id]?.readAt).filter((time) => time !== undefined);
    this.#deps.queue.add(times.sort().at(-1) ?? this.#deps.now().toISOString(), readings);
    this.#pump();
  }

  begin(session: ReportSession): void {
    this.end();
    this.#session = { ...session };
    this.#deps.queue.continueAfter(session.lastSeq);
    this.#pump();
  }

  end(): void {
    this.#clearFlight();
    clearTimeout(this.#pause);
    this.#session = undefined;
  }

  renewNonce(nonce: string): void {
    if (this.#session) this.#session = { ...this.#session, nonce };
  }

  acknowledged(seq: number): void {
    const flight = this.#inFlight;
    if (!this.#session || flight?.jws === undefined || flight.entry.seq !== seq) return;
    this.#session = { ...this.#session, lastHash: createHash('sha256').update(flight.jws).digest('base64url') };
    this.#held = flight.entry.readings;
    const payload = this.payloads.at(-1);
    if (payload) payload.acknowledged = true;
    this.#clearFlight();
    this.#deps.queue.drop(seq);
    this.#pump();
  }

  refused(code: ErrorCode, seq: number): void {
    if (this.#inFlight?.entry.seq !== seq) return;
    this.#clearFlight();
    switch (code) {
      case 'facts-unknown':
        this.#held = undefined;
        break;
      case 'store-unavailable':
      case 'unexpected':
        this.#deps.log.warn('The console could not take a report; it is sent again in a moment.', { seq, code });
        this.#pause = setTimeout(() => this.#pump(), troublePause);
        return;
      case 'invalid-body':
      case 'too-large':
        this.#deps.log.error('The console cannot take a report; it is dropped.', { seq, code });
        this.#deps.queue.drop(seq);
        break;
      default:
        this.#session?.fail(`the console refused report ${seq}: ${code}`);
        return;
    }
    this.#pump();
  }

  #clearFlight(): void {
    clearTimeout(this.#inFlight?.timer);
    this.#inFlight = undefined;
  }

  #pump(): void {
    const entry = this.#deps.queue.first();
    const session = this.#session;
    if (!session || this.#inFlight || !entry) return;
    const timer = setTimeout(() => session.fail(`report ${entry.seq} was not acknowledged`), ackWithin);
    const flight = { entry, timer };
    this.#inFlight = flight;
    this.#send(flight, session).catch((error) => session.fail(reasonOf(error)));
  }

  async #send(flight: { entry: QueuedReport; jws?: string }, session: ReportSession): Promise<void> {
    const { identity, queue, now } = this.#deps;
    const { workstation } = identity.enrolled;
    const { seq, observedAt, readings } = flight.entry;
    const sentAt = now().toISOString();
    const { nonce, lastHash: prev } = session;
    const changes = partReadings(readings, this.#held ?? {});
    const report = { workstation, seq, bootId: identity.machine.bootId, nonce, prev, observedAt, sentAt, ...changes };
    const jws = await identity.key.sign(jwsTypes.report, report, { kid: workstation });
    if (this.#inFlight !== flight) return;
    flight.jws = jws;
    queue.markSent(flight.entry);
    this.payloads.push({ sentAt, report, acknowledged: false });
    this.payloads.splice(0, this.payloads.length - payloadsKept);
    session.send({ type: 'report', jws });
  }
}

/** Parts readings into those that say something new and those that were only read again. */
function partReadings(readings: Readings, held: Readings): Pick<Report, 'facts' | 'same'> {
  const same = CheckId.options.filter((id) => readings[id] && saysTheSame(readings[id], held[id]));
  const facts = Object.fromEntries(Object.entries(readings).filter(([id]) => !same.includes(id as CheckId)));
  return { facts, same: Object.fromEntries(same.map((id) => [id, readings[id]?.readAt])) };
}

type AnyReading = Readings[CheckId];

/** Whether two readings differ in nothing but their time. */
export function saysTheSame(left: AnyReading, right: AnyReading): boolean {
  return (
    left !== undefined && right !== undefined && isDeepStrictEqual({ ...left, readAt: '' }, { ...right, readAt: '' })
  );
}
