import { setImmediate as pause } from 'node:timers/promises';
import { CheckId } from '../../../../shared/checks/index.ts';
import type { Policy } from '../../../../shared/policy/policy.ts';
import type { Db } from '../../store/engine.ts';
import type { CallStates } from '../call-states/call-states.ts';
import { readExcuses, readReports } from '../history/store.ts';
import { type Program, policyFor } from '../programs/directory.ts';
import { observationOf, type Workstation } from '../workstations/roster.ts';
import type { ShiftSpan } from './history-tally.ts';
import type { PlanSubject } from './planner.ts';
import type { StoredReport } from './recording.ts';
import type { PastExcuse } from './replay.ts';

/** Rows read at once: the console answers others in between. */
const reportsPerRead = 250;

/** Shifts of people; absent where none are known at all. */
export interface ShiftReader {
  /** Whether the program's shifts are known. */
  knows(program: string): boolean;
  /** A person's shifts that touch a stretch of time; milliseconds since 1970. */
  spansOf(program: string, person: string | undefined, from: number, to: number): ShiftSpan[];
}

export interface SubjectSources {
  readonly db: Db;
  readonly calls: CallStates;
  readonly shifts: ShiftReader;
}

/** Gathers what a plan has to know about workstations, a little at a time. */
export class Subjects {
  readonly #sources: SubjectSources;
  readonly #program: Program;
  readonly #at: string;
  readonly #from: string | undefined;
  #excuses = new Map<string, PastExcuse[]>();

  constructor(sources: SubjectSources, program: Program, at: string, from: string | undefined) {
    this.#sources = sources;
    this.#program = program;
    this.#at = at;
    this.#from = from;
  }

  /** The policies that apply now, the one in force first. */
  get policies(): Policy[] {
    const { published, rollout } = this.#program;
    return [published.policy, ...(rollout?.state === 'staged' ? [rollout.policy] : [])];
  }

  async open(): Promise<void> {
    if (this.#from === undefined) return;
    for (const row of await readExcuses(this.#sources.db, this.#from)) {
      const known = this.#excuses.get(row.workstation) ?? [];
      const checks = (JSON.parse(row.checks) as string[]).flatMap((check) => CheckId.safeParse(check).data ?? []);
      const until = row.ended_at !== null && row.ended_at < row.until ? row.ended_at : row.until;
      this.#excuses.set(row.workstation, [...known, { checks, from: row.granted_at, until }]);
    }
  }

  async read(workstation: Workstation): Promise<PlanSubject> {
    const { id, hostName, person, readings, contact, excuses, decided } = workstation;
    const { calls, shifts } = this.#sources;
    const isStaged = policyFor(this.#program, id) !== this.#program.published;
    const now = Date.parse(this.#at);
    return {
      ...{ workstation: id, hostName, person, readings, excuses },
      policy: isStaged ? 1 : 0,
      egress: contact.egress,
      clockSkew: observationOf(workstation).clockSkew,
      heardAt: contact.at,
      failingSince: decided.get(this.#program.id)?.failingSince ?? {},
      call: calls.find(person),
      history: await this.#history(id),
      pastExcuses: this.#excuses.get(id) ?? [],
      shifts: shifts.spansOf(this.#program.id, person, this.#from ? Date.parse(this.#from) : now, now + 1),
    };
  }

  async #history(workstation: string): Promise<StoredReport[]> {
    const since = this.#from;
    if (since === undefined) return [];
    const reports: StoredReport[] = [];
    for (let after = 0; ; ) {
      const rows = await readReports(this.#sources.db, workstation, { after, since, limit: reportsPerRead });
      for (const { received_at, egress, jws } of rows) {
        reports.push({ receivedAt: received_at, egress: egress ?? undefined, jws });
      }
      await pause();
      if (rows.length < reportsPerRead) return reports;
      after = rows.at(-1)?.seq ?? after;
    }
  }
}
