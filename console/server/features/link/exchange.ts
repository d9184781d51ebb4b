import type { z } from 'zod';
import type { Down, Exchange, ExchangeReply } from '../../../../shared/protocol/link.ts';
import { Refusal } from '../../http/refuse.ts';
import { makeToken } from '../../identity/secrets.ts';
import type { Links } from './links.ts';
import { LinkSession, type SessionDeps } from './session.ts';
import type { Wire } from './wire.ts';

/** Sessions over HTTP that may wait for their proof at the same time. */
const mostWaiting = 2_000;

/** Messages for an agent that fetches them; the request that waits for them is answered as soon as there is one. */
class Mailbox implements Wire {
  isClosed = false;
  readonly #onClose: () => void;
  #messages: Down[] = [];
  #deliver: (() => void) | undefined;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
  }

  /** Whether a request waits here; the others then leave the messages to it, so that their order is kept. */
  get isWatched(): boolean {
    return this.#deliver !== undefined;
  }

  send(message: Down): void {
    this.#messages.push(message);
    this.#deliver?.();
  }

  close(): void {
    this.isClosed = true;
    this.#onClose();
    this.#deliver?.();
  }

  pause(): void {
    // The agent waits for the answer before it sends more.
  }

  resume(): void {
    // See `pause`.
  }

  empty(): Down[] {
    return this.#messages.splice(0);
  }

  /** Resolves when there is a message, when the session ends, or after so many seconds. A second request relieves the first. */
  wait(seconds: number): Promise<void> {
    this.#deliver?.();
    if (this.#messages.length > 0 || this.isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#deliver?.(), seconds * 1000);
      this.#deliver = () => {
        clearTimeout(timer);
        this.#deliver = undefined;
        resolve();
      };
    });
  }
}

interface Open {
  readonly session: LinkSession;
  readonly mailbox: Mailbox;
}

/** The link over plain HTTPS, for networks that block WebSockets. */
export class Exchanges {
  readonly #deps: SessionDeps;
  readonly #links: Links;
  readonly #open = new Map<string, Open>();

  constructor(deps: SessionDeps, links: Links) {
    this.#deps = deps;
    this.#links = links;
  }

  /** Takes messages and answers with those for the agent. @throws Refusal `stale-nonce` for an unknown session. */
  async exchange(round: z.output<typeof Exchange>, address: string): Promise<ExchangeReply> {
    const id = round.session ?? this.#start(address);
    const open = this.#open.get(id);
    if (!open) throw new Refusal('stale-nonce');
    const { session, mailbox } = open;
    session.address = address;
    const { isWatched } = mailbox;
    for (const message of round.messages) session.take(message);
    await session.settled();
    if (round.wait > 0) await mailbox.wait(round.wait);
    else if (isWatched) return { session: id, messages: [] };
    return { session: id, messages: mailbox.empty() };
  }

  #start(address: string): string {
    if (this.#links.waiting >= mostWaiting) throw new Refusal('too-many-requests', { seconds: 10 });
    const id = makeToken();
    const mailbox = new Mailbox(() => this.#open.delete(id));
    const session = new LinkSession(this.#deps, this.#links, mailbox, address);
    this.#open.set(id, { session, mailbox });
    this.#links.add(session);
    return id;
  }
}
