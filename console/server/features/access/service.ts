import { setImmediate as pause } from 'node:timers/promises';
import type { Latency } from '../../../../shared/protocol/views.ts';
import type { AccessBoard } from '../../access/board.ts';
import type { Breaker, Trip } from '../breaker/breaker.ts';
import type { CallStates } from '../call-states/call-states.ts';
import type { Notices } from '../events/notices.ts';
import type { RolloutDraft, RolloutGuard, RolloutStop } from '../policies/rollout-guard.ts';
import type { Directory } from '../programs/directory.ts';
import type { Contacts } from '../workstations/contacts.ts';
import { isOutOfContact, type Roster, type Workstation } from '../workstations/roster.ts';
import { Agenda } from './agenda.ts';
import type { Journal } from './journal.ts';
import { type Judged, judge } from './judge.ts';
import { type EndedExcuse, isNewRow, recordOf, stopRecord, tripRecord } from './record.ts';
import type { JournalEntry, MeasuredLatency } from './store.ts';

/** A review of more workstations is rehearsed. */
const many = 250;
/** It pauses after so many to let others work: the gate answers from the same thread. */
const stride = 100;
/** A rehearsal writes nothing: it gives way more often. */
const rehearsed = 25;
/** A timer heard this late, in milliseconds, means that the console could not listen in between. */
const stalledAfter = 5_000;

export interface AccessDeps {
  readonly board: AccessBoard;
  readonly roster: Roster;
  readonly directory: Directory;
  readonly breaker: Breaker;
  readonly guard: RolloutGuard;
  readonly calls: CallStates;
  readonly journal: Journal;
  readonly contacts: Contacts;
  readonly notices: Notices;
  now(): Date;
  /** Told of each lock that a report brought, once the gate knows it. */
  lockMeasured(latency: Latency): void;
}

/** What caused a decision, to measure how long it took. Milliseconds since 1970. */
export interface Cause {
  readonly receivedAt: number;
  /** Undefined where the workstation's clock cannot be compared with ours. */
  readonly observedAt: number | undefined;
}

/** What stepped in between a decision and its effect. */
interface Halts {
  readonly trips: readonly Trip[];
  readonly stops: readonly RolloutStop[];
}
const none: Halts = { trips: [], stops: [] };

/** Decides about access, keeps what it decided, and tells everybody through the board. */
export class AccessService {
  readonly #deps: AccessDeps;
  readonly #agenda: Agenda<Workstation>;

  constructor(deps: AccessDeps) {
    this.#deps = deps;
    this.#agenda = new Agenda((due, late) => this.#reviewDue(due, late), deps.now);
  }

  close(): void {
    this.#agenda.close();
  }

  /** Decides anew about workstations, after anything about them or around them changed. */
  async review(workstations: Iterable<Workstation>): Promise<void> {
    const all = [...workstations];
    const { changing, ...halts } = all.length > many ? await this.#rehearse(all) : { ...none, changing: all };
    for (let start = 0; start < changing.length; start += stride) {
      if (start > 0) await pause();
      // What could not be written is kept by the journal; the decision is in force all the same.
      await this.#settle(changing.slice(start, start + stride)).catch(() => undefined);
    }
    this.#reviewHalted(halts);
  }

  /** The same after a report; `entry` is committed with the decision. Rejects when it could not be committed. */
  takeReport(workstation: Workstation, entry: JournalEntry, cause: Cause): Promise<void> {
    return this.#settle([workstation], entry, cause);
  }

  /** The workstation was heard of: its lease counts from now. */
  hear(workstation: Workstation, egress: string): void {
    const at = this.#deps.now().toISOString();
    const isNews = workstation.contact.egress !== egress || isOutOfContact(workstation);
    workstation.contact = { at, countsFrom: at, egress };
    this.#deps.contacts.note(workstation);
    if (isNews) void this.review([workstation]);
  }

  /**
   * Lets breaker and guard see what a review of many would do, before it does it. Answers the workstations for which it
   * would do anything; with the others it is done.
   */
  async #rehearse(all: readonly Workstation[]): Promise<Halts & { changing: Workstation[] }> {
    const halts: { trips: Trip[]; stops: RolloutStop[] } = { trips: [], stops: [] };
    const changing: Workstation[] = [];
    for (let start = 0; start < all.length; start += rehearsed) {
      const now = this.#deps.now();
      const judged = this.#judge(all.slice(start, start + rehearsed), now);
      const { trips, stops } = this.#watch(judged, now);
      halts.trips.push(...trips);
      halts.stops.push(...stops);
      for (const [subject, own] of Map.groupBy(judged, (one) => one.subject)) {
        if (own.some(isNewRow) || hasEndedExcuse(subject, now)) changing.push(subject);
        else this.#confirm(own);
      }
      await pause();
    }
    this.#noteHalts(halts);
    return { ...halts, changing };
  }

  /** Keeps decisions that say the same as those before. */
  #confirm(judged: readonly Judged[]): void {
    this.#keep(judged);
    this.#deps.board.restore(judged.map(({ next }) => next.entry));
  }

  #watch(judged: readonly Judged[], now: Date): Halts {
    return { trips: this.#deps.breaker.watch(judged, now), stops: this.#deps.guard.watch(judged.map(toDraft), now) };
  }

  async #settle(workstations: readonly Workstation[], entry: JournalEntry = {}, cause?: Cause): Promise<void> {
    const now = this.#deps.now();
    const ended = workstations.flatMap((workstation) => takeEndedExcuses(workstation, now));
    let judged = this.#judge(workstations, now);
    const halts = this.#watch(judged, now);
    if (halts.trips.length + halts.stops.length > 0) judged = this.#judge(workstations, now);
    this.#keep(judged);
    const record = recordOf(judged, ended, entry, now);
    try {
      if (record) await this.#deps.journal.write(record);
    } finally {
      this.#publish(judged, now, cause);
      this.#noteHalts(halts);
      this.#reviewHalted(halts);
    }
  }

  #judge(workstations: readonly Workstation[], now: Date): Judged[] {
    const { directory, calls, breaker } = this.#deps;
    return workstations.flatMap((workstation) =>
      workstation.programs.flatMap((id) => {
        const program = directory.find(id);
        const suspended = breaker.suspendedIn(id).map(({ check }) => check);
        return program ? [judge(workstation, program, { call: calls.find(workstation.person), suspended }, now)] : [];
      }),
    );
  }

  /** From here on the next decision builds on these, whether or not they are committed and published yet. */
  #keep(judged: readonly Judged[]): void {
    for (const { subject, program, next, reviewAt } of judged) {
      subject.decided.set(program, next);
      const dueAt = Math.min(reviewAt, ...subject.excuses.map(({ until }) => Date.parse(until)));
      if (dueAt !== Infinity) this.#agenda.plan(subject, dueAt);
    }
  }

  #publish(judged: readonly Judged[], decidedAt: Date, cause: Cause | undefined): void {
    const { board, journal, lockMeasured } = this.#deps;
    const latencies: MeasuredLatency[] = [];
    for (const { workstation, program, before, after, next, isNews } of judged) {
      if (!isNews) {
        // Nobody has to hear that the same holds by a newer policy, or is looked at again at another time.
        if (cause) board.confirm(next.entry);
        else board.restore([next.entry]);
        continue;
      }
      const measured = cause && this.#measure(cause);
      board.set(next.entry, measured);
      if (before?.access === after.access) continue;
      const latency = measured ?? (after.access === 'locked' ? this.#sinceDecision(decidedAt) : undefined);
      if (!latency) continue;
      latencies.push({ workstation, program, at: decidedAt.toISOString(), latency });
      if (measured && after.access === 'locked') lockMeasured(measured);
    }
    if (latencies.length > 0) journal.note({ latencies });
  }

  #measure({ receivedAt, observedAt }: Cause): Latency {
    const now = this.#deps.now().getTime();
    const console = Math.max(now - receivedAt, 0);
    return { console, total: observedAt === undefined ? console : Math.max(now - observedAt, console) };
  }

  /** Of a lock that no report caused: by hand, by time, by a policy. */
  #sinceDecision(decidedAt: Date): Latency {
    const took = Math.max(this.#deps.now().getTime() - decidedAt.getTime(), 0);
    return { total: took, console: took, decided: true };
  }

  #noteHalts({ trips, stops }: Halts): void {
    const { journal, notices } = this.#deps;
    if (trips.length > 0) journal.note(tripRecord(trips));
    if (stops.length > 0) journal.note(stopRecord(stops));
    for (const { program } of [...trips, ...stops]) notices.program(program);
  }

  /** Whoever the check or the version had locked before it was halted gets back in. */
  #reviewHalted({ trips, stops }: Halts): void {
    for (const { program } of [...trips, ...stops]) void this.review(this.#deps.roster.ofProgram(program));
  }

  #reviewDue(due: Workstation[], late: number): void {
    if (late > stalledAfter) this.#forgiveSilence();
    void this.review(due);
  }

  /** Nobody can be heard by a console that stood still, so the time counts against nobody. */
  #forgiveSilence(): void {
    const now = this.#deps.now().toISOString();
    for (const workstation of this.#deps.roster.all()) {
      if (!isOutOfContact(workstation)) workstation.contact.countsFrom = now;
    }
  }
}

function toDraft({ workstation, program, before, after, next }: Judged): RolloutDraft {
  return { workstation, program, before, after, policyVersion: next.entry.policyVersion };
}

function hasEndedExcuse({ excuses }: Workstation, now: Date): boolean {
  return excuses.length > 0 && excuses.some(({ until }) => until <= now.toISOString());
}

/** Takes the excuses whose time is over off the workstation. */
function takeEndedExcuses(workstation: Workstation, now: Date): EndedExcuse[] {
  if (!hasEndedExcuse(workstation, now)) return [];
  const at = now.toISOString();
  const ended = workstation.excuses.filter(({ until }) => until <= at);
  workstation.excuses = workstation.excuses.filter(({ until }) => until > at);
  return ended.map((excuse) => ({ workstation: workstation.id, excuse }));
}
