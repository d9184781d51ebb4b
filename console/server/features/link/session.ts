import { type Down, Up } from '../../../../shared/protocol/link.ts';
import { type Challenge, jwsTypes, Proof } from '../../../../shared/protocol/report.ts';
import { parseMessage } from '../../http/parse.ts';
import { Refusal, toRefusal } from '../../http/refuse.ts';
import { readSigned } from '../../identity/jws.ts';
import type { Identity } from '../../identity/keys.ts';
import { makeId } from '../../identity/secrets.ts';
import type { AccessService } from '../access/service.ts';
import type { EnrolmentService } from '../enrolment/service.ts';
import type { MessageService } from '../messages/service.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ReportService } from '../reports/service.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import type { Links } from './links.ts';
import { SessionNonce } from './nonces.ts';
import { closeCodes, type Wire } from './wire.ts';

/** Messages of one agent that may be under way before the next ones wait in its socket. */
const mostPending = 64;
/** Refused messages after which a session ends. A report that only has to be sent again does not count. */
const mostRefusals = 20;
const harmless = new Set(['repeated-seq', 'facts-unknown', 'store-unavailable', 'too-many-requests']);

interface Log {
  error(detail: object, message: string): void;
}

export interface SessionDeps {
  readonly identity: Identity;
  readonly roster: Roster;
  readonly reports: ReportService;
  readonly access: AccessService;
  readonly enrolment: EnrolmentService;
  readonly messages: Pick<MessageService, 'take' | 'seen' | 'waitingFor'>;
  readonly metrics: Pick<Metrics, 'reportEnded'>;
  readonly log: Log;
  now(): Date;
}

/**
 * One agent's connection, whatever carries it: `hello`, `proof`, then reports and heartbeats. Messages are handled in
 * the order of their arrival; signatures of reports that follow each other are verified side by side.
 */
export class LinkSession {
  /** The address the agent is seen from. */
  address: string;
  /** Milliseconds since 1970. */
  lastHeardAt: number;
  readonly #deps: SessionDeps;
  readonly #links: Links;
  readonly #wire: Wire;
  readonly #nonce: SessionNonce;
  #claimed: Workstation | undefined;
  #workstation: Workstation | undefined;
  #tail: Promise<void> = Promise.resolve();
  #acknowledged: Promise<void> = Promise.resolve();
  #pending = 0;
  #refusals = 0;
  #isClosed = false;

  constructor(deps: SessionDeps, links: Links, wire: Wire, address: string) {
    this.#deps = deps;
    this.#links = links;
    this.#wire = wire;
    this.address = address;
    this.#nonce = new SessionNonce(deps.now());
    this.lastHeardAt = deps.now().getTime();
  }

  /** The workstation, once it has proved its key. */
  get workstation(): Workstation | undefined {
    return this.#workstation;
  }

  /** Takes a message as text. Every answer, a refusal too, goes over the wire. */
  receive(text: string): void {
    try {
      this.take(parseMessage(text, Up));
    } catch (error) {
      this.#refuse(error);
    }
  }

  take(message: Up): void {
    if (this.#isClosed) return;
    this.lastHeardAt = this.#deps.now().getTime();
    this.#pending += 1;
    if (this.#pending === mostPending) this.#wire.pause();
    const work = this.#begin(message);
    this.#tail = this.#tail.then(work).catch((error: unknown) => this.#refuse(error));
    this.#tail = this.#tail.then(() => this.#handled());
  }

  send(message: Down): void {
    if (!this.#isClosed) this.#wire.send(message);
  }

  /** Resolves when all messages so far are handled and their reports committed or refused. */
  async settled(): Promise<void> {
    await this.#tail;
    await this.#acknowledged;
  }

  renewNonce(now: Date): void {
    const nonce = this.#nonce.renewIfDue(now);
    if (nonce) this.send({ type: 'nonce', nonce });
  }

  end(code: number, reason: string): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#links.remove(this);
    this.#wire.close(code, reason);
  }

  /** What a message asks for. A report's signature is already being verified when its turn comes. */
  #begin(message: Up): () => Promise<void> | void {
    switch (message.type) {
      case 'hello':
        return () => this.#challenge(message.workstation, message.nonce);
      case 'proof':
        return () => this.#admit(message.jws);
      case 'heartbeat':
        return () => this.#deps.access.hear(this.#known(), this.address);
      case 'report':
        return this.#beginReport(message.jws);
      case 'help':
      case 'incident':
        return () => this.#takeAsking(message);
      case 'seen':
        return () => this.#deps.messages.seen(this.#known(), message.ids);
    }
  }

  async #challenge(id: string, agentNonce: string): Promise<void> {
    this.#claimed = this.#deps.roster.find(id);
    if (!this.#claimed) throw new Refusal('unknown-workstation');
    if (this.#claimed.enrolment === 'revoked') throw new Refusal('revoked-workstation');
    const time = this.#deps.now().toISOString();
    const challenge: Challenge = { agentNonce, nonce: this.#nonce.value, time };
    this.send({ type: 'challenge', jws: await this.#deps.identity.sign(challenge, jwsTypes.challenge) });
  }

  async #admit(jws: string): Promise<void> {
    const { roster, enrolment, now } = this.#deps;
    const workstation = this.#claimed;
    if (!workstation) throw new Refusal('stale-nonce');
    const proof = await readSigned(jws, roster.keyOf(workstation), jwsTypes.proof, Proof);
    if (proof.workstation !== workstation.id) throw new Refusal('bad-signature');
    if (!this.#nonce.isFresh(proof.nonce, now())) throw new Refusal('stale-nonce');
    if (proof.machineId !== workstation.machineId) {
      await enrolment.quarantine(workstation, 'The device key was used on another PC.');
      throw new Refusal('key-in-use');
    }
    if (this.#isClosed) return;
    this.#workstation = workstation;
    this.#links.admit(this, workstation);
    enrolment.describe(workstation, proof);
    this.#deps.access.hear(workstation, this.address);
    this.send(this.#links.welcome(workstation));
    for (const message of this.#deps.messages.waitingFor(workstation.id)) this.send(message);
  }

  async #takeAsking(message: Extract<Up, { type: 'help' | 'incident' }>): Promise<void> {
    const { id } = message;
    try {
      await this.#deps.messages.take(this.#known(), message);
      this.send({ type: 'taken', id });
    } catch (error) {
      this.#refuse(error, { id });
    }
  }

  #beginReport(jws: string): () => Promise<void> {
    const workstation = this.#workstation;
    if (!workstation) return () => Promise.reject(new Refusal('stale-nonce'));
    const verified = this.#deps.reports.verify(workstation, jws);
    // Its turn may come later than its failure.
    verified.catch(() => undefined);
    return async () => {
      const incoming = await verified.catch((error: unknown) => {
        this.#deps.metrics.reportEnded(toRefusal(error, '').code);
        throw error;
      });
      const { nonce, seq } = incoming.report;
      if (!this.#nonce.isFresh(nonce, this.#deps.now())) throw new Refusal('stale-nonce');
      this.#deps.access.hear(workstation, this.address);
      this.#acknowledged = this.#acknowledge(seq, this.#deps.reports.take(workstation, incoming));
    };
  }

  async #acknowledge(seq: number, taken: Promise<void>): Promise<void> {
    try {
      await taken;
      this.#deps.metrics.reportEnded('taken');
      this.send({ type: 'ack', seq });
    } catch (error) {
      this.#deps.metrics.reportEnded(toRefusal(error, '').code);
      this.#refuse(error, { seq });
    }
  }

  #known(): Workstation {
    if (!this.#workstation) throw new Refusal('stale-nonce');
    return this.#workstation;
  }

  #handled(): void {
    this.#pending -= 1;
    if (this.#pending === mostPending / 2) this.#wire.resume();
  }

  /** A refusal before the proof ends the session; afterwards too many do. */
  #refuse(error: unknown, about: { seq?: number; id?: string } = {}): void {
    const incident = makeId('incident');
    const { code } = toRefusal(error, incident);
    if (code === 'unexpected') this.#deps.log.error({ err: error, incident }, 'a message could not be handled');
    this.send({ type: 'refused', code, ...about });
    if (!harmless.has(code)) this.#refusals += 1;
    if (!this.#workstation || this.#refusals >= mostRefusals) this.end(closeCodes.protocol, code);
  }
}
