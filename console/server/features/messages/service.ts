import { randomUUID } from 'node:crypto';
import { RequestView } from '../../../../shared/protocol/case-views.ts';
import type { Down, Up } from '../../../../shared/protocol/link.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Db } from '../../store/engine.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import type { Writer } from '../../store/writer.ts';
import { eventRow } from '../access/record.ts';
import { insertHistory } from '../access/store.ts';
import type { OpenCase } from '../cases/book.ts';
import type { CaseService } from '../cases/service.ts';
import { caseRow, insertCases } from '../cases/store.ts';
import type { Notices } from '../events/notices.ts';
import type { Workstation } from '../workstations/roster.ts';
import { Quota } from './quota.ts';
import { answerMessages, findMessage, insertMessages } from './store.ts';

/** What a person may send from one workstation in ten minutes. */
const mostRequests = 20;
/** Unseen messages that a workstation gets when it connects: the newest ones. */
const mostWaiting = 20;
/** Letters of a message that its entry in the timeline shows. */
const noteLength = 300;

type Asking = Extract<Up, { type: 'help' | 'incident' }>;
type Message = Extract<Down, { type: 'message' }>;

export interface MessageDeps {
  readonly writer: Writer;
  readonly cases: CaseService;
  readonly notices: Notices;
  /** Sends to a connected agent; false when it is not connected. */
  tell(workstation: string, message: Down): boolean;
  now(): Date;
}

/** Messages between people and helpdesk. Each is on disk before either side is told that it was taken. */
export class MessageService {
  readonly #deps: MessageDeps;
  readonly #unseen = new Map<string, Message[]>();
  readonly #quota = new Quota(mostRequests, 600);

  constructor(deps: MessageDeps, unseen: readonly Row<'messages'>[]) {
    this.#deps = deps;
    for (const row of unseen) this.#keep(row.workstation, toMessage(row));
  }

  /** What the person has not been shown yet. */
  waitingFor(workstation: string): readonly Message[] {
    return (this.#unseen.get(workstation) ?? []).slice(-mostWaiting);
  }

  /** Takes what a person asked for, once however often it is sent. @throws Refusal `too-many-requests` */
  async take(workstation: Workstation, asking: Asking): Promise<void> {
    const { writer, cases, now } = this.#deps;
    const request = toRequest(asking, now());
    const taken = await writer.change(async (transaction) => {
      if (await findMessage(transaction, workstation.id, asking.id)) return undefined;
      this.#quota.refuseSpent(workstation.id, now());
      const { open, isNew } = cases.caseFor(workstation.id, request);
      if (isNew) await insertCases(transaction, [caseRow(open)]);
      await insertMessages(transaction, [requestRow(workstation, request, open)]);
      const kind = request.asks === 'incident' ? 'incident' : 'help';
      const { program, text: note } = request;
      await this.#record(transaction, { workstation: workstation.id, kind, program, by: workstation.person, note });
      return { open, isNew };
    });
    if (!taken) return;
    this.#quota.spend(workstation.id, now());
    cases.received(taken.open, taken.isNew, request);
  }

  /** The person was shown these messages. */
  async seen(workstation: Workstation, ids: readonly string[]): Promise<void> {
    const waiting = this.#unseen.get(workstation.id) ?? [];
    const shown = waiting.filter(({ id }) => ids.includes(id));
    if (shown.length === 0) return;
    const at = this.#now();
    await this.#deps.writer.change(async (transaction) => {
      await transaction
        .updateTable('messages')
        .set({ seen_at: at })
        .where('workstation', '=', workstation.id)
        .where(
          'id',
          'in',
          shown.map(({ id }) => id),
        )
        .execute();
      for (const { text } of shown) {
        await this.#record(transaction, { workstation: workstation.id, kind: 'message-seen', note: text });
      }
    });
    this.#unseen.set(
      workstation.id,
      waiting.filter((message) => !shown.includes(message)),
    );
    this.#deps.notices.case(workstation.id);
  }

  /** Writes to the person; that answers what they asked, except for an excuse. */
  async send(workstation: string, text: string, actor: string): Promise<{ id: string; connected: boolean }> {
    const help = this.#requestsOf(workstation).filter(({ asks }) => asks !== 'excuse');
    return this.#answer(workstation, { requests: help, kind: 'answered', text, actor });
  }

  /** An excuse that a person asked for and nobody has answered. @throws Refusal `not-found` */
  excuseRequest(workstation: string, id: string): RequestView {
    const request = this.#requestsOf(workstation).find((one) => one.id === id && one.asks === 'excuse');
    if (!request) throw new Refusal('not-found', { what: 'open request' });
    return request;
  }

  /** The excuse was granted; `text` goes to the person. */
  async approved(workstation: string, request: RequestView, { text, actor }: { text: string; actor: string }) {
    await this.#answer(workstation, { requests: [request], kind: 'approved', text, actor });
  }

  /** Refuses an excuse; the person reads why. */
  async refuse(workstation: string, request: RequestView, { text, actor }: { text: string; actor: string }) {
    await this.#answer(workstation, { requests: [request], kind: 'refused', text, actor });
  }

  #requestsOf(workstation: string): RequestView[] {
    return this.#deps.cases.book.of(workstation).flatMap(({ requests }) => requests);
  }

  async #answer(
    workstation: string,
    answer: { requests: RequestView[]; kind: 'answered' | 'approved' | 'refused'; text: string; actor: string },
  ): Promise<{ id: string; connected: boolean }> {
    const { requests, kind, text, actor } = answer;
    const { writer, cases, tell, notices } = this.#deps;
    const message: Message = { type: 'message', id: randomUUID(), at: this.#now(), from: actor.slice(0, 80), text };
    const ids = requests.map(({ id }) => id);
    await writer.change(async (transaction) => {
      await insertMessages(transaction, [messageRow(workstation, message)]);
      await answerMessages(transaction, workstation, ids, { kind, by: actor, at: message.at });
      const event = kind === 'refused' ? 'excuse-refused' : 'message';
      await this.#record(transaction, { workstation, kind: event, by: actor, note: text });
    });
    this.#keep(workstation, message);
    if (ids.length > 0) cases.answered(workstation, ({ id }) => ids.includes(id), actor);
    else notices.case(workstation);
    return { id: message.id, connected: tell(workstation, message) };
  }

  #keep(workstation: string, message: Message): void {
    this.#unseen.set(workstation, [...(this.#unseen.get(workstation) ?? []), message]);
  }

  async #record(
    db: Db,
    event: {
      workstation: string;
      kind: string;
      program?: string | undefined;
      by?: string | undefined;
      note: string;
    },
  ): Promise<void> {
    const note = event.note.slice(0, noteLength);
    await insertHistory(db, [eventRow({ ...event, note, at: this.#now() })]);
  }

  #now(): string {
    return this.#deps.now().toISOString();
  }
}

/** The console's own time counts: a PC's clock may be wrong. */
function toRequest(asking: Asking, now: Date): RequestView {
  const { id, text } = asking;
  const base = { id, at: now.toISOString(), text };
  if (asking.type === 'incident') return { ...base, asks: 'incident' };
  const { asks, program, checks, until } = asking;
  if (asks === 'help') return RequestView.parse({ ...base, asks, program });
  return RequestView.parse({ ...base, asks, program, checks, until });
}

const nobodyYet = { seen_at: null, answer: null, answered_by: null, answered_at: null };

function requestRow(workstation: Workstation, request: RequestView, open: OpenCase): NewRow<'messages'> {
  const { id, at, text, asks, program, checks, until } = request;
  return {
    ...nobodyYet,
    ...{ workstation: workstation.id, id, at, text, asks, case_id: open.id },
    from_name: workstation.person ?? workstation.hostName,
    from_person: 1,
    program: program ?? null,
    checks: checks ? JSON.stringify(checks) : null,
    until: until ?? null,
  };
}

function messageRow(workstation: string, { id, at, from, text }: Message): NewRow<'messages'> {
  const rest = { asks: null, program: null, checks: null, until: null, case_id: null };
  return { ...nobodyYet, ...rest, workstation, id, at, from_name: from, from_person: 0, text };
}

function toMessage({ id, at, from_name: from, text }: Row<'messages'>): Message {
  return { type: 'message', id, at, from, text };
}
