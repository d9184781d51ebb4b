import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CheckId, Readings } from '../../../shared/checks/index.ts';
import type { ErrorCode } from '../../../shared/protocol/errors.ts';
import type { AccessForAgent, Down, ProgramForAgent, Up } from '../../../shared/protocol/link.ts';
import { secondsBetween } from '../../../shared/time.ts';
import { type Logger, reasonOf } from '../log.ts';
import { backOff } from './back-off.ts';
import { openExchange } from './exchange.ts';
import { type Identity, LinkRefused, shakeHands, type Welcome } from './handshake.ts';
import type { ReportQueue } from './report-queue.ts';
import { Reporter, type SentPayload } from './reporter.ts';
import { Blocked, type Transport } from './transport.ts';
import { openWebSocket } from './web-socket.ts';

export interface LinkDeps {
  readonly identity: Identity;
  readonly queue: ReportQueue;
  readonly now: () => Date;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly log: Logger;
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onAccess: (access: AccessForAgent) => void;
  readonly onPrograms: (programs: readonly ProgramForAgent[]) => void;
  readonly onRecheck: (checks: readonly CheckId[] | undefined) => void;
  /** About messages between the person and helpdesk. */
  readonly onMail: (message: Extract<Down, { type: 'taken' | 'message' | 'refused' }>) => void;
  /** The console asks to look for an update of the agent. */
  readonly onUpdate: () => void;
  /** The state below has changed. */
  readonly onChange: () => void;
}

export interface LinkState {
  readonly state: 'connecting' | 'connected';
  readonly over?: Transport['over'];
  /** Why there is no link, in words. */
  readonly trouble?: string;
  /** The console said no: trying again at once would not help. */
  readonly refused?: ErrorCode;
  /** Last sign of life from the console. */
  readonly lastContactAt?: string;
}

/** Milliseconds. */
const webSocketAgainAfter = 5 * 60_000;
const refusedPause = 30_000;
/** A link that has held this long is a good one; the next failure starts the back-off anew. */
const steadyAfter = 10_000;
/** These do not mend themselves: somebody at the console has to act. */
const lasting = new Set<ErrorCode>(['unknown-workstation', 'revoked-workstation', 'key-in-use', 'bad-signature']);

/** Keeps the conversation with the console going until closed, whatever happens to the network or the console. */
export class Link {
  readonly #deps: LinkDeps;
  readonly #reporter: Reporter;
  readonly #closing = new AbortController();
  #retryNow = new AbortController();
  #transport: Transport | undefined;
  #state: LinkState = { state: 'connecting' };
  #failures = 0;
  #httpsUntil = 0;
  #running: Promise<void> | undefined;
  #clockSkew: number | undefined;

  constructor(deps: LinkDeps) {
    this.#deps = deps;
    this.#reporter = new Reporter(deps);
  }

  get state(): LinkState {
    return this.#state;
  }

  /** Seconds by which this PC's clock was ahead of the console's when the link was opened. */
  get clockSkew(): number | undefined {
    return this.#clockSkew;
  }

  get payloads(): readonly SentPayload[] {
    return this.#reporter.payloads;
  }

  open(): void {
    this.#running ??= this.#keepUp();
  }

  report(readings: Readings): void {
    this.#reporter.report(readings);
  }

  /** Sends over an open link; false when there is none. */
  send(message: Up): boolean {
    const transport = this.#state.state === 'connected' ? this.#transport : undefined;
    transport?.send(message);
    return transport !== undefined;
  }

  /** The network has changed: an open link is tested, a broken one tried again at once. */
  nudge(): void {
    this.#transport?.check();
    this.#retryNow.abort();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#retryNow.abort();
    this.#transport?.close('the agent is closing');
    await this.#running;
  }

  async #keepUp(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const trouble = await this.#converse().catch((error: unknown) => error);
      if (this.#closing.signal.aborted) return;
      this.#noteTrouble(trouble);
      const wait = this.#state.refused
        ? refusedPause * (0.5 + this.#deps.random())
        : backOff(this.#failures, this.#deps.random);
      this.#failures += 1;
      this.#retryNow = new AbortController();
      // A nudge ends the wait early, which is all that its rejection says.
      await pause(wait, undefined, { signal: this.#retryNow.signal }).catch(() => undefined);
    }
  }

  #noteTrouble(trouble: unknown): void {
    const reason = reasonOf(trouble);
    const refused = trouble instanceof LinkRefused && lasting.has(trouble.code) ? trouble.code : undefined;
    const { lastContactAt } = this.#state;
    const isNew = this.#state.state === 'connected' || this.#state.trouble !== reason;
    if (isNew) this.#deps.log.warn('There is no link to the console.', { reason });
    this.#setState({
      state: 'connecting',
      trouble: reason,
      ...(refused && { refused }),
      ...(lastContactAt && { lastContactAt }),
    });
  }

  /** One whole conversation. Ends with an Error that says why it ended. */
  async #converse(): Promise<never> {
    const transport = await this.#connect();
    this.#transport = transport;
    let heartbeat: NodeJS.Timeout | undefined;
    let webSocketAgain: NodeJS.Timeout | undefined;
    let steady: NodeJS.Timeout | undefined;
    try {
      const nonce = randomBytes(24).toString('base64url');
      const hands = await shakeHands(transport, this.#deps.identity, nonce);
      this.#clockSkew = secondsBetween(hands.time, this.#deps.now());
      heartbeat = setInterval(() => this.#beat(transport), hands.welcome.heartbeat * 1000);
      if (transport.over === 'https') {
        this.#httpsUntil = this.#deps.now().getTime() + webSocketAgainAfter;
        webSocketAgain = setTimeout(() => this.#leaveHttps(transport), webSocketAgainAfter);
      }
      steady = setTimeout(() => {
        this.#failures = 0;
      }, steadyAfter);
      this.#welcome(transport, hands);
      for await (const message of transport.messages) this.#take(message);
      throw new Error('the link ended');
    } finally {
      clearInterval(heartbeat);
      clearTimeout(webSocketAgain);
      clearTimeout(steady);
      this.#reporter.end();
      this.#transport = undefined;
      transport.close('the conversation is over');
    }
  }

  #leaveHttps(transport: Transport): void {
    this.#httpsUntil = 0;
    transport.close('time to try a WebSocket again');
  }

  /** A WebSocket, or plain HTTPS where something in between lets none through. */
  async #connect(): Promise<Transport> {
    const { console } = this.#deps.identity.enrolled;
    const alive = () => this.#touch();
    if (this.#deps.now().getTime() < this.#httpsUntil) return openExchange(console, alive);
    try {
      return await openWebSocket(console, alive, this.#closing.signal);
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      this.#deps.log.info('No WebSocket gets through; trying plain HTTPS.', { reason: error.message });
      return openExchange(console, alive);
    }
  }

  #welcome(transport: Transport, { nonce, welcome }: { nonce: string; welcome: Welcome }): void {
    this.#state = { state: 'connected', over: transport.over, lastContactAt: this.#deps.now().toISOString() };
    this.#deps.log.info('Linked to the console.', { over: transport.over });
    this.#deps.onWelcome(welcome);
    this.#deps.onChange();
    this.#reporter.begin({
      nonce,
      lastSeq: welcome.lastSeq,
      lastHash: welcome.lastHash,
      send: (message) => transport.send(message),
      fail: (reason) => transport.close(reason),
    });
  }

  #take(message: Down): void {
    switch (message.type) {
      case 'nonce':
        this.#reporter.renewNonce(message.nonce);
        break;
      case 'ack':
        // Only now is it certain that the two get on; a welcome alone could be followed by a refusal for ever.
        this.#failures = 0;
        this.#reporter.acknowledged(message.seq);
        break;
      case 'access':
        this.#deps.onAccess(message.access);
        break;
      case 'programs':
        this.#deps.onPrograms(message.programs);
        break;
      case 'recheck':
        this.#deps.onRecheck(message.checks);
        break;
      case 'taken':
      case 'message':
        this.#deps.onMail(message);
        break;
      case 'update':
        this.#deps.onUpdate();
        break;
      case 'refused':
        if (message.id !== undefined) {
          this.#deps.onMail(message);
          break;
        }
        if (message.seq === undefined) throw new LinkRefused(message.code);
        this.#reporter.refused(message.code, message.seq);
        break;
      case 'challenge':
      case 'welcome':
        throw new Error(`the console said "${message.type}" in the middle of a conversation`);
    }
  }

  #beat(transport: Transport): void {
    transport.send({ type: 'heartbeat' });
    transport.check();
  }

  /** Signs of life are many; only the time is taken, and nobody is told. */
  #touch(): void {
    this.#state = { ...this.#state, lastContactAt: this.#deps.now().toISOString() };
  }

  #setState(state: LinkState): void {
    this.#state = state;
    this.#deps.onChange();
  }
}
