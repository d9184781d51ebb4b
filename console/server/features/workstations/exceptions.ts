import type { CheckId } from '../../../../shared/checks/index.ts';
import { Refusal } from '../../http/refuse.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { eventRow } from '../access/record.ts';
import type { AccessService } from '../access/service.ts';
import { insertHistory } from '../access/store.ts';
import { appendAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import type { Excuse, Lock, Roster, Workstation } from './roster.ts';

export interface ExceptionDeps {
  readonly writer: Writer;
  readonly roster: Roster;
  readonly access: AccessService;
  readonly notices: Notices;
  now(): Date;
}

/** The code of the person's tray, a supervisor's word in its place, or the person's own request from their workstation. */
export type CallerProof = 'code' | 'override' | 'request';

/** What an operator did to a workstation, for its history and for the audit. */
interface Deed {
  readonly action: 'lock' | 'unlock' | 'excuse' | 'excuse-ended';
  readonly workstation: Workstation;
  readonly actor: string;
  readonly program?: string | undefined;
  readonly note: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Locks and excuses that people set: what they say goes before what the policy says. */
export class ExceptionService {
  readonly #deps: ExceptionDeps;

  constructor(deps: ExceptionDeps) {
    this.#deps = deps;
  }

  /** Locks a workstation for one program or, without one, for all. */
  async lock(
    workstation: Workstation,
    wanted: { reason: string; program?: string | undefined },
    actor: string,
  ): Promise<void> {
    const { reason, program } = wanted;
    refuseForeignProgram(workstation, program);
    const lock: Lock = { id: makeId('lock'), program, reason, by: actor, at: this.#now() };
    const detail = { program: program ?? 'all', reason };
    await this.#deps.writer.change(async (transaction) => {
      await transaction
        .insertInto('locks')
        .values({
          id: lock.id,
          workstation: workstation.id,
          program: program ?? null,
          reason,
          set_by: actor,
          set_at: lock.at,
          lifted_at: null,
        })
        .execute();
      await this.#record(transaction, { action: 'lock', workstation, actor, program, note: reason, detail });
    });
    workstation.locks = [...workstation.locks, lock];
    await this.#changed(workstation);
  }

  /** Lifts the locks set by hand: those of one program, or all of them. */
  async unlock(workstation: Workstation, program: string | undefined, actor: string): Promise<void> {
    refuseForeignProgram(workstation, program);
    const lifted = workstation.locks.filter((lock) => program === undefined || lock.program === program);
    if (lifted.length === 0) throw new Refusal('already-done', { what: 'there is no such lock set by hand' });
    const ids = lifted.map(({ id }) => id);
    const note = lifted.map(({ reason }) => reason).join('; ');
    const detail = { program: program ?? 'all', lifted: lifted.length };
    await this.#deps.writer.change(async (transaction) => {
      await transaction.updateTable('locks').set({ lifted_at: this.#now() }).where('id', 'in', ids).execute();
      await this.#record(transaction, { action: 'unlock', workstation, actor, program, note, detail });
    });
    workstation.locks = workstation.locks.filter(({ id }) => !ids.includes(id));
    await this.#changed(workstation);
  }

  /** Excuses named checks until a time. `caller`: what showed that the right person asked. */
  async excuse(
    workstation: Workstation,
    { caller, ...wanted }: { checks: CheckId[]; until: string; reason: string; caller: CallerProof },
    actor: string,
  ): Promise<string> {
    const until = new Date(wanted.until).toISOString();
    if (until <= this.#now()) throw new Refusal('invalid-body', { field: 'until', problem: 'it lies in the past' });
    const excuse: Excuse = { ...wanted, until, id: makeId('excuse'), by: actor, at: this.#now() };
    const { id, checks, reason } = excuse;
    await this.#deps.writer.change(async (transaction) => {
      await transaction
        .insertInto('excuses')
        .values({
          id,
          workstation: workstation.id,
          checks: JSON.stringify(checks),
          until,
          reason,
          granted_by: actor,
          granted_at: excuse.at,
          ended_at: null,
        })
        .execute();
      const detail = { id, checks, until, reason, caller };
      await this.#record(transaction, { action: 'excuse', workstation, actor, note: reason, detail });
    });
    workstation.excuses = [...workstation.excuses, excuse];
    await this.#changed(workstation);
    return id;
  }

  /** Ends an excuse before its time. @throws Refusal `not-found` when it is over already. */
  async endExcuse(id: string, actor: string): Promise<void> {
    const { workstation, excuse } = this.#findExcuse(id);
    const { checks, reason } = excuse;
    await this.#deps.writer.change(async (transaction) => {
      await transaction.updateTable('excuses').set({ ended_at: this.#now() }).where('id', '=', id).execute();
      const detail = { id, checks, reason };
      await this.#record(transaction, { action: 'excuse-ended', workstation, actor, note: reason, detail });
    });
    workstation.excuses = workstation.excuses.filter((one) => one.id !== id);
    await this.#changed(workstation);
  }

  #findExcuse(id: string): { workstation: Workstation; excuse: Excuse } {
    for (const workstation of this.#deps.roster.all()) {
      const excuse = workstation.excuses.find((one) => one.id === id);
      if (excuse) return { workstation, excuse };
    }
    throw new Refusal('not-found', { what: 'excuse' });
  }

  async #record(db: Db, { action, workstation: { id }, actor, program, note, detail }: Deed): Promise<void> {
    const at = this.#now();
    await insertHistory(db, [eventRow({ at, workstation: id, kind: action, program, by: actor, note })]);
    await appendAudit(db, [{ at, actor, action, target: `workstation:${id}`, detail }]);
  }

  async #changed(workstation: Workstation): Promise<void> {
    await this.#deps.access.review([workstation]);
    this.#deps.notices.workstation(workstation.id);
  }

  #now(): string {
    return this.#deps.now().toISOString();
  }
}

function refuseForeignProgram(workstation: Workstation, program: string | undefined): void {
  if (program !== undefined && !workstation.programs.includes(program)) throw new Refusal('not-your-program');
}
