import type { CaseCause, RequestView } from '../../../../shared/protocol/case-views.ts';
import { say } from '../../../../shared/words/english.ts';
import type { AccessReader } from '../../access/board.ts';
import { Refusal } from '../../http/refuse.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { eventRow } from '../access/record.ts';
import { insertHistory } from '../access/store.ts';
import type { Notices } from '../events/notices.ts';
import { CaseBook, type OpenCase, type Trouble, troublesOf } from './book.ts';
import { CaseLog } from './case-log.ts';
import { LatelyAssigned, rememberFor } from './lately-assigned.ts';
import { caseRow, closeCases, type LatelyClosed, reopenCase, setAssignee } from './store.ts';

interface Log {
  warn(detail: object, message: string): void;
}

/** What the store knew when the console started. */
export interface KnownCases {
  readonly open: readonly OpenCase[];
  /** Closed a short while ago, the oldest first. */
  readonly lately: readonly LatelyClosed[];
}

export interface CaseDeps {
  readonly writer: Writer;
  readonly board: AccessReader;
  readonly notices: Notices;
  readonly log: Log;
  now(): Date;
}

/**
 * Opens a case for each cause that locks or will lock somebody, and closes it when the cause is gone, so that nobody has
 * to keep a list. What a person asks for joins the case that is open already.
 */
export class CaseService {
  readonly book = new CaseBook();
  readonly #deps: CaseDeps;
  readonly #stop: () => void;
  readonly #log: CaseLog;
  readonly #lately = new LatelyAssigned();
  readonly #outdated = new Set<string>();
  #soon: NodeJS.Immediate | undefined;

  constructor(deps: CaseDeps, { open, lately }: KnownCases) {
    this.#deps = deps;
    this.#log = new CaseLog(deps.writer, deps.log);
    for (const closed of lately) this.#lately.note(closed, Date.parse(closed.at));
    for (const one of open) this.book.add(one);
    const known = open.map(({ workstation }) => workstation);
    for (const workstation of new Set([...known, ...deps.board.workstations()])) this.#follow(workstation);
    this.#stop = deps.board.subscribe(({ entry }) => {
      this.#outdated.add(entry.workstation);
      // The gate and the agents hear of a lock first.
      this.#soon ??= setImmediate(() => this.#catchUp());
    });
  }

  async close(): Promise<void> {
    this.#stop();
    this.#catchUp();
    await this.#log.close();
  }

  /** Says who takes care of the open cases of a workstation; answers who did before. */
  async assign(workstation: string, assignee: string | undefined, actor: string): Promise<string | undefined> {
    this.#catchUp();
    const open = this.book.of(workstation);
    const [first] = open;
    if (!first) throw new Refusal('not-found', { what: 'open case' });
    const before = first.assignee;
    await this.#log.write();
    await this.#deps.writer.change(async (transaction) => {
      const ids = open.map(({ id }) => id);
      await setAssignee(transaction, ids, assignee);
      await this.#record(transaction, { workstation, kind: 'case-assigned', by: actor, note: assignee ?? 'nobody' });
    });
    for (const one of open) one.assignee = assignee;
    this.#changed(workstation);
    return before;
  }

  async note(workstation: string, text: string, actor: string): Promise<void> {
    await this.#deps.writer.change((transaction) =>
      this.#record(transaction, { workstation, kind: 'note', by: actor, note: text }),
    );
    this.#changed(workstation);
  }

  /** Closes what a person asked for. @throws Refusal `cause-still-there` while something keeps them from working. */
  async closeByHand(workstation: string, id: string, { note, actor }: { note: string; actor: string }): Promise<void> {
    this.#catchUp();
    const open = this.book.of(workstation).find((one) => one.id === id);
    if (!open) throw new Refusal('not-found', { what: 'open case' });
    if (open.standing !== 'none') {
      throw new Refusal('cause-still-there', { problem: say(open.cause, open.code, open.params).problem });
    }
    const at = this.#now();
    await this.#log.write();
    await this.#deps.writer.change(async (transaction) => {
      await closeCases(transaction, [{ id, at, by: actor }]);
      await transaction
        .updateTable('messages')
        .set({ answer: 'answered', answered_by: actor, answered_at: at })
        .where('workstation', '=', workstation)
        .where('case_id', '=', id)
        .where('from_person', '=', 1)
        .where('answer', 'is', null)
        .execute();
      await this.#record(transaction, { workstation, kind: 'case-closed', by: actor, note });
    });
    this.#lately.note(open, Date.parse(at));
    this.book.remove(open);
    this.#changed(workstation);
  }

  /** Opens what somebody has closed by hand a short while ago, with all that was asked in it. */
  async reopen(workstation: string, id: string, actor: string): Promise<void> {
    const since = new Date(this.#deps.now().getTime() - rememberFor).toISOString();
    const open = await this.#deps.writer.change(async (transaction) => {
      const closed = await reopenCase(transaction, { workstation, id, since });
      if (!closed || this.book.of(workstation).some(({ cause }) => cause === closed.cause)) {
        throw new Refusal('not-found', { what: 'closed case that can be opened again' });
      }
      await this.#record(transaction, { workstation, kind: 'case-reopened', by: actor, note: '' });
      return closed;
    });
    this.book.add(open);
    this.#follow(workstation);
    this.#changed(workstation);
  }

  /** The case that a request belongs to: the one that it is about, the gravest that is open, or a new one. */
  caseFor(workstation: string, { asks, checks, program, at }: RequestView): { open: OpenCase; isNew: boolean } {
    this.#catchUp();
    const cases = this.book.of(workstation);
    const grave = cases.filter(({ standing }) => standing !== 'none');
    const known =
      asks === 'incident'
        ? cases.find(({ cause }) => cause === 'incident')
        : (grave.find(({ cause }) => checks?.some((check) => check === cause)) ??
          grave.find(({ programs }) => program !== undefined && programs.includes(program)) ??
          this.book.placeOf(workstation)?.lead);
    if (known) return { open: known, isNew: false };
    const cause: CaseCause = asks === 'incident' ? 'incident' : 'help';
    const programs = program === undefined ? [] : [program];
    const trouble: Trouble = {
      ...{ cause, code: cause, params: {}, programs },
      ...{ standing: 'none', since: at, locksAt: undefined },
    };
    return { open: this.#make(workstation, trouble), isNew: true };
  }

  /** A request was committed. */
  received(open: OpenCase, isNew: boolean, request: RequestView): void {
    if (isNew) this.book.add(open);
    open.requests = [...open.requests, request];
    this.#changed(open.workstation);
  }

  /** Requests were answered; a case that only they kept open closes. An incident stays until somebody says that it is done. */
  answered(workstation: string, isAnswered: (request: RequestView) => boolean, actor: string): void {
    for (const open of this.book.of(workstation)) {
      open.requests = open.requests.filter((request) => !isAnswered(request));
    }
    this.#follow(workstation, actor);
    this.#changed(workstation);
  }

  #catchUp(): void {
    clearImmediate(this.#soon);
    this.#soon = undefined;
    for (const workstation of this.#outdated) this.#follow(workstation);
    this.#outdated.clear();
  }

  /** Brings the cases of a workstation in line with the decisions about it. */
  #follow(workstation: string, actor?: string): void {
    const troubles = troublesOf(this.#deps.board.of(workstation));
    for (const open of this.book.of(workstation)) {
      const trouble = troubles.get(open.cause);
      troubles.delete(open.cause);
      if (trouble) update(open, trouble);
      else this.#ease(open, actor);
    }
    for (const trouble of troubles.values()) {
      const open = this.#make(workstation, trouble);
      this.book.add(open);
      this.#log.opened(caseRow(open));
    }
    this.book.place(workstation);
  }

  /** The cause is gone. Whoever asked still gets an answer. */
  #ease(open: OpenCase, by: string | undefined): void {
    open.standing = 'none';
    open.locksAt = undefined;
    if (open.cause === 'incident' || open.requests.length > 0) return;
    const at = this.#now();
    this.book.remove(open);
    this.#lately.note(open, Date.parse(at));
    this.#log.closed({ id: open.id, at, by });
  }

  #make(workstation: string, trouble: Trouble): OpenCase {
    const at = this.#now();
    const assignee =
      this.book.of(workstation)[0]?.assignee ?? this.#lately.find(workstation, trouble.cause, Date.parse(at));
    const since = trouble.since ?? at;
    return { ...trouble, since, id: makeId('case'), workstation, openedAt: at, assignee, requests: [] };
  }

  async #record(db: Db, event: { workstation: string; kind: string; by: string; note: string }): Promise<void> {
    await insertHistory(db, [eventRow({ ...event, at: this.#now() })]);
  }

  #changed(workstation: string): void {
    this.book.place(workstation);
    this.#deps.notices.case(workstation);
  }

  #now(): string {
    return this.#deps.now().toISOString();
  }
}

function update(open: OpenCase, { code, params, standing, since, locksAt, programs }: Trouble): void {
  Object.assign(open, { code, params, standing, locksAt, programs, since: since ?? open.since });
}
