import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { CheckId } from '../../shared/checks/index.ts';
import { type Down, MessageText, type Up } from '../../shared/protocol/link.ts';
import { Instant } from '../../shared/time.ts';
import type { StateFolder } from './host/state-folder.ts';
import type { Logger } from './log.ts';

const FromHelpdesk = z.object({
  from: z.literal('helpdesk'),
  id: z.string(),
  at: Instant,
  name: z.string(),
  text: z.string(),
  /** Shown to the person. */
  seen: z.boolean(),
});
const FromPerson = z.object({
  from: z.literal('person'),
  id: z.string(),
  at: Instant,
  text: z.string(),
  /** The console has it on disk. */
  taken: z.boolean(),
  asks: z.enum(['help', 'excuse', 'incident']),
  program: z.string().optional(),
  checks: z.array(CheckId).optional(),
  until: Instant.optional(),
});
const Message = z.discriminatedUnion('from', [FromHelpdesk, FromPerson]);
/** One message between the person and helpdesk. */
export type Message = z.infer<typeof Message>;

/** What the person asks of helpdesk. An incident may go without words. */
export const Asking = z.discriminatedUnion('asks', [
  z.object({ asks: z.literal('help'), text: MessageText, program: z.string().max(40).optional() }),
  z.object({
    asks: z.literal('excuse'),
    text: MessageText,
    program: z.string().max(40).optional(),
    checks: z.array(CheckId).min(1).max(20),
    until: Instant,
  }),
  z.object({ asks: z.literal('incident'), text: z.string().trim().max(1000) }),
]);
export type Asking = z.infer<typeof Asking>;

const file = 'messages.json';
/** Both ways together; the oldest are forgotten here, the console keeps them. */
const mostKept = 100;

export interface MailboxDeps {
  readonly folder: StateFolder;
  readonly log: Logger;
  readonly now: () => Date;
  /** Sends when there is a link; what could not be sent goes out with the next one. */
  readonly send: (message: Up) => void;
  readonly onChange: () => void;
}

/** Messages between the person and helpdesk, on disk: what was written is sent until the console has taken it. */
export class Mailbox {
  readonly #deps: MailboxDeps;
  #messages: readonly Message[];

  constructor(deps: MailboxDeps) {
    this.#deps = deps;
    this.#messages = readKept(deps.folder);
  }

  /** The oldest first. */
  get messages(): readonly Message[] {
    return this.#messages;
  }

  ask(asking: Asking): void {
    const message: Message = {
      ...asking,
      from: 'person',
      id: randomUUID(),
      at: this.#deps.now().toISOString(),
      taken: false,
    };
    this.#keep([...this.#messages, message]);
    this.#deps.send(toUp(message));
  }

  /** A link was made: whatever the console has not taken goes out again. */
  begin(): void {
    for (const message of this.#messages) {
      if (message.from === 'person' && !message.taken) this.#deps.send(toUp(message));
    }
  }

  take(message: Extract<Down, { type: 'taken' | 'message' | 'refused' }>): void {
    if (message.type === 'message') this.#receive(message);
    // A refusal for now, such as too many at once, is tried again with the next link.
    else if (message.type === 'taken') this.#change(message.id, { taken: true });
  }

  /** Messages that were on screen. */
  markSeen(ids: readonly string[]): void {
    const shown = this.#messages.filter((one) => one.from === 'helpdesk' && !one.seen && ids.includes(one.id));
    if (shown.length === 0) return;
    this.#keep(this.#messages.map((one) => (shown.includes(one) ? { ...one, seen: true } : one) as Message));
    this.#deps.send({ type: 'seen', ids: shown.map(({ id }) => id).slice(0, 50) });
  }

  #receive({ id, at, from, text }: Extract<Down, { type: 'message' }>): void {
    const known = this.#messages.find((one) => one.id === id);
    if (!known) this.#keep([...this.#messages, { from: 'helpdesk', id, at, name: from, text, seen: false }]);
    // Sent again although it was on screen: the console has not heard of that.
    else if (known.from === 'helpdesk' && known.seen) this.#deps.send({ type: 'seen', ids: [id] });
  }

  #change(id: string, change: { taken: true }): void {
    this.#keep(this.#messages.map((one) => (one.id === id && one.from === 'person' ? { ...one, ...change } : one)));
  }

  #keep(messages: readonly Message[]): void {
    this.#messages = messages.slice(-mostKept);
    const reason = this.#deps.folder.tryWrite(file, JSON.stringify(this.#messages));
    if (reason) this.#deps.log.error('Messages cannot be kept on disk.', { reason });
    this.#deps.onChange();
  }
}

function toUp({ asks, id, at, text, program, checks, until }: Extract<Message, { from: 'person' }>): Up {
  if (asks === 'incident') return { type: 'incident', id, at, text };
  return {
    type: 'help',
    id,
    at,
    asks,
    text,
    ...(program && { program }),
    ...(checks && { checks }),
    ...(until && { until }),
  };
}

function readKept(folder: StateFolder): Message[] {
  try {
    return z.array(Message).parse(JSON.parse(folder.read(file) ?? '[]'));
  } catch {
    // What the console has not seen of it is lost; the person sees that and asks again.
    return [];
  }
}
