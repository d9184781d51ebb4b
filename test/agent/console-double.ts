import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  CompactSign,
  type CryptoKey,
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose';
import { type WebSocket, WebSocketServer } from 'ws';
import { agentRoutes, linkPath } from '../../shared/protocol/agent-routes.ts';
import { type Down, Exchange, type ProgramForAgent, Up } from '../../shared/protocol/link.ts';
import { Enrolment, jwsTypes, Proof, PublicKey, Report, SignedRequest } from '../../shared/protocol/report.ts';

type Session = { send(message: Down): void; nonce: string; agentNonce: string };

/**
 * A console in the test's own process: the real handshake with real signatures over real sockets, and switches for
 * everything that can go wrong on the way.
 */
export class ConsoleDouble {
  readonly reports: Report[] = [];
  readonly jws: string[] = [];
  readonly heard: Up[] = [];
  readonly proofs: Proof[] = [];
  readonly enrolments: Enrolment[] = [];
  programs: ProgramForAgent[] = [];
  lease = 60;
  heartbeat = 5;
  lastSeq = 0;
  lastHash = '';
  /** What to do with a report instead of acknowledging it; undefined acknowledges. */
  onReport: ((report: Report) => Down | 'nothing' | undefined) | undefined;
  /** Whether what the person asks is taken. */
  takesMail = true;
  callerSecret: string | undefined;
  /** Answers WebSockets with this status. */
  blocksWebSockets: number | undefined;
  /** Signs challenges with a key that nobody has pinned. */
  isImpostor = false;
  refusesHello: Extract<Down, { type: 'refused' }> | undefined;
  url = '';
  keys: PublicKey[] = [];
  deviceKey: PublicKey | undefined;
  #server: Server | undefined;
  #sockets = new Set<WebSocket>();
  #signer: CryptoKey | undefined;
  readonly #polled = new Map<string, { waiting: Down[]; wake?: () => void; session: Session }>();
  current: Session | undefined;

  static async start(): Promise<ConsoleDouble> {
    const double = new ConsoleDouble();
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    double.#signer = privateKey;
    double.keys = [PublicKey.parse(await exportJWK(publicKey))];
    await double.listen();
    return double;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    const sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      if (this.blocksWebSockets !== undefined || request.url !== linkPath) {
        socket.end(`HTTP/1.1 ${this.blocksWebSockets ?? 404} No\r\nConnection: close\r\n\r\n`);
        return;
      }
      sockets.handleUpgrade(request, socket, head, (ws) => this.#take(ws));
    });
    const port = this.url ? Number(new URL(this.url).port) : 0;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** As `kill -9` would: every connection is gone and nothing listens. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => (this.#server ? this.#server.close(() => resolve()) : resolve()));
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  send(message: Down): void {
    this.current?.send(message);
  }

  #take(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    const session: Session = { nonce: '', agentNonce: '', send: (message) => socket.send(JSON.stringify(message)) };
    socket.on('message', (data) => void this.#hear(Up.parse(JSON.parse(String(data))), session));
  }

  async #hear(message: Up, session: Session): Promise<void> {
    this.heard.push(message);
    if (message.type === 'hello') {
      if (this.refusesHello) return session.send(this.refusesHello);
      session.nonce = randomBytes(24).toString('base64url');
      session.send({ type: 'challenge', jws: await this.#challenge(message.nonce, session.nonce) });
    } else if (message.type === 'proof') {
      const proof = Proof.parse(await this.#verify(message.jws, jwsTypes.proof));
      if (proof.nonce !== session.nonce) return session.send({ type: 'refused', code: 'stale-nonce' });
      this.proofs.push(proof);
      this.current = session;
      const { lastSeq, lastHash, heartbeat, lease, programs } = this;
      const time = new Date().toISOString();
      const egress = '203.0.113.7';
      session.send({
        type: 'welcome',
        time,
        lastSeq,
        lastHash,
        heartbeat,
        reportEvery: 900,
        lease,
        egress,
        ...(this.callerSecret && { callerSecret: this.callerSecret }),
        programs,
        access: [],
      });
    } else if (message.type === 'help' || message.type === 'incident') {
      if (this.takesMail) session.send({ type: 'taken', id: message.id });
    } else if (message.type === 'report') {
      await this.#takeReport(message.jws, session);
    }
  }

  async #takeReport(jws: string, session: Session): Promise<void> {
    const report = Report.parse(await this.#verify(jws, jwsTypes.report));
    const other = this.onReport?.(report);
    if (other === 'nothing') return;
    if (other) return session.send(other);
    if (report.nonce !== session.nonce) return session.send({ type: 'refused', code: 'stale-nonce', seq: report.seq });
    if (report.seq <= this.lastSeq) return session.send({ type: 'refused', code: 'repeated-seq', seq: report.seq });
    this.reports.push(report);
    this.jws.push(jws);
    this.lastSeq = report.seq;
    this.lastHash = createHash('sha256').update(jws).digest('base64url');
    session.send({ type: 'ack', seq: report.seq });
  }

  async #challenge(agentNonce: string, nonce: string): Promise<string> {
    const signer = this.isImpostor ? (await generateKeyPair('ES256')).privateKey : this.#signer!;
    return new CompactSign(
      new TextEncoder().encode(JSON.stringify({ agentNonce, nonce, time: new Date().toISOString() })),
    )
      .setProtectedHeader({ alg: 'ES256', typ: jwsTypes.challenge })
      .sign(signer);
  }

  async #verify(jws: string, typ: string): Promise<unknown> {
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(this.deviceKey!, 'ES256'));
    if (protectedHeader.typ !== typ) throw new Error(`wrong type ${protectedHeader.typ}`);
    return JSON.parse(new TextDecoder().decode(payload));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = request.method === 'POST' ? await json(request).catch(() => undefined) : undefined;
    const [status, reply] = await this.#reply(request.url ?? '', body);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  }

  async #reply(path: string, body: unknown): Promise<[number, unknown]> {
    switch (path) {
      case agentRoutes.consoleCard.path:
        return [
          200,
          { consoleId: 'con_1', name: 'Test console', salt: 'salt', keys: this.keys, time: new Date().toISOString() },
        ];
      case agentRoutes.enrol.path: {
        const { jws } = body as { jws: string };
        this.deviceKey = PublicKey.parse(decodeProtectedHeader(jws).jwk);
        const claim = Enrolment.parse(await this.#verify(jws, jwsTypes.enrolment));
        this.enrolments.push(claim);
        if (claim.code === 'USED-USED-USED') {
          return [
            403,
            { error: { code: 'code-used', message: 'This enrolment code has been used up. Ask IT for a new one.' } },
          ];
        }
        return [
          200,
          {
            workstation: 'ws_0123456789abcdef',
            state: 'active',
            keys: this.keys,
            programs: [{ id: 'demo', name: 'Demo' }],
          },
        ];
      }
      case agentRoutes.nonce.path:
        return [200, { nonce: 'n'.repeat(20) }];
      case agentRoutes.ticket.path: {
        const asked = SignedRequest.parse(await this.#verify((body as { jws: string }).jws, jwsTypes.request));
        const url = `http://127.0.0.1:1/.shiftgate/launch#t=${asked.nonce}&p=${asked.program ?? ''}`;
        return [200, { url, expiresAt: new Date().toISOString() }];
      }
      case agentRoutes.exchange.path:
        return this.#exchange(Exchange.parse(body));
      default:
        return [404, { error: { code: 'not-found', message: 'There is no such page.' } }];
    }
  }

  async #exchange({
    session: id = randomBytes(8).toString('hex'),
    messages,
    wait,
  }: Exchange): Promise<[number, unknown]> {
    const known = this.#polled.get(id) ?? this.#openPolled(id);
    for (const message of messages) await this.#hear(message, known.session);
    if (known.waiting.length === 0 && wait > 0) {
      await new Promise<void>((resolve) => {
        known.wake = resolve;
        setTimeout(resolve, wait * 1000).unref();
      });
    }
    return [200, { session: id, messages: known.waiting.splice(0) }];
  }

  #openPolled(id: string) {
    const waiting: Down[] = [];
    const polled: { waiting: Down[]; wake?: () => void; session: Session } = {
      waiting,
      session: {
        nonce: '',
        agentNonce: '',
        send: (message) => {
          waiting.push(message);
          polled.wake?.();
        },
      },
    };
    this.#polled.set(id, polled);
    return polled;
  }
}
