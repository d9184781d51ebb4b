import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { parsePolicy } from '../../../../shared/policy/parse.ts';
import type { PlanJob } from '../../../../shared/protocol/policy-views.ts';
import { addSeconds } from '../../../../shared/time.ts';
import { Refusal } from '../../http/refuse.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Breaker } from '../breaker/breaker.ts';
import { orRefuse } from '../policies/service.ts';
import type { Directory } from '../programs/directory.ts';
import { isRevoked, type Roster } from '../workstations/roster.ts';
import type { PlanAnswer, PlanRequest } from './messages.ts';
import type { PlanSubject, PlanTask } from './planner.ts';
import { type SubjectSources, Subjects } from './subjects.ts';

interface Log {
  error(detail: object, message: string): void;
}

export interface PlanDeps extends SubjectSources {
  readonly directory: Directory;
  readonly roster: Roster;
  readonly breaker: Breaker;
  readonly log: Log;
  now(): Date;
}

/** Workstations handed to the thread at once. */
const batch = 40;
/** Results kept for whoever asked; older ones are thrown away. */
const mostJobs = 20;

interface Job {
  view: PlanJob;
  readonly abort: AbortController;
}

/** Works out plans, one after the other, each in a thread of its own. */
export class PlanService {
  readonly #deps: PlanDeps;
  readonly #jobs = new Map<string, Job>();
  #last: Promise<void> = Promise.resolve();

  constructor(deps: PlanDeps) {
    this.#deps = deps;
  }

  /** Begins a plan. @throws Refusal `invalid-policy`, `not-found`. */
  start(programId: string, { text, days }: { text: string; days: number }): PlanJob {
    const { directory, roster, breaker, shifts, now } = this.#deps;
    const program = directory.find(programId);
    if (!program) throw new Refusal('not-found', { what: 'program' });
    const draft = orRefuse(parsePolicy(text));
    const at = now().toISOString();
    const from = days > 0 ? addSeconds(at, -days * 86_400) : undefined;
    const subjects = new Subjects(this.#deps, program, at, from);
    const task: PlanTask = {
      ...{ program: programId, draft, at, from, policies: subjects.policies },
      comparedWith: program.published.version,
      suspended: breaker.suspendedIn(programId).map(({ check }) => check),
      knowsShifts: shifts.knows(programId),
    };
    const ids = [...roster.ofProgram(programId)].filter((one) => !isRevoked(one)).map(({ id }) => id);
    const id = makeId('plan');
    const job: Job = {
      view: { id, program: programId, state: 'running', done: 0, total: ids.length, startedAt: at },
      abort: new AbortController(),
    };
    this.#keep(id, job);
    this.#last = this.#last.then(() => this.#run(job, task, subjects, ids));
    return job.view;
  }

  /** @throws Refusal `not-found`. */
  get(id: string): PlanJob {
    const job = this.#jobs.get(id);
    if (!job) throw new Refusal('not-found', { what: 'plan' });
    return job.view;
  }

  /** Stops a plan, or forgets its result. */
  cancel(id: string): void {
    this.#jobs.get(id)?.abort.abort();
    this.#jobs.delete(id);
  }

  async close(): Promise<void> {
    for (const { abort } of this.#jobs.values()) abort.abort();
    await this.#last;
  }

  #keep(id: string, job: Job): void {
    this.#jobs.set(id, job);
    const [oldest] = this.#jobs.keys();
    if (this.#jobs.size > mostJobs && oldest !== undefined) this.cancel(oldest);
  }

  async #run(job: Job, task: PlanTask, subjects: Subjects, ids: readonly string[]): Promise<void> {
    const { signal } = job.abort;
    if (signal.aborted) return;
    const thread = new Worker(new URL('worker.ts', import.meta.url), { workerData: task });
    try {
      await subjects.open();
      for (let start = 0; start < ids.length && !signal.aborted; start += batch) {
        const some = await this.#read(subjects, ids.slice(start, start + batch));
        await ask(thread, { kind: 'subjects', subjects: some }, signal);
        job.view = { ...job.view, done: Math.min(start + batch, ids.length) };
      }
      const answer = await ask(thread, { kind: 'finish' }, signal);
      if (answer.kind === 'plan') job.view = { ...job.view, state: 'done', done: ids.length, plan: answer.plan };
    } catch (error) {
      if (signal.aborted) return;
      this.#deps.log.error({ err: error }, 'a plan could not be worked out');
      job.view = { ...job.view, state: 'failed' };
    } finally {
      await thread.terminate();
    }
  }

  async #read(subjects: Subjects, ids: readonly string[]): Promise<PlanSubject[]> {
    const read: PlanSubject[] = [];
    for (const id of ids) {
      // It may have gone since the plan began.
      const workstation = this.#deps.roster.find(id);
      if (workstation) read.push(await subjects.read(workstation));
    }
    return read;
  }
}

async function ask(thread: Worker, request: PlanRequest, signal: AbortSignal): Promise<PlanAnswer> {
  const answered = once(thread, 'message', { signal });
  thread.postMessage(request);
  const [answer] = (await answered) as [PlanAnswer];
  return answer;
}
