import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Readings } from '../../shared/checks/index.ts';
import { linkPath } from '../../shared/protocol/agent-routes.ts';
import type { Down, Up } from '../../shared/protocol/link.ts';
import { jwsTypes, PublicKey } from '../../shared/protocol/report.ts';

/** A P-256 key on one PC. */
export interface Device {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
  readonly machineId: string;
}

export function makeDevice(machineId = randomBytes(16).toString('base64url')): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicKey: PublicKey.parse(publicKey.export({ format: 'jwk' })), machineId };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS; `header` may say something else than it should. */
export function signJws(payload: unknown, typ: string, device: Device, header: Record<string, unknown> = {}): string {
  const text = `${encode({ alg: 'ES256', typ, ...header })}.${encode(payload)}`;
  const signature = sign('sha256', Buffer.from(text), { key: device.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

/** Enrols a device by a code; the answer as it came. */
export async function enrol(url: string, code: string, device: Device, change: Record<string, unknown> = {}) {
  const card = (await (await fetch(`${url}/agent/v1/console`)).json()) as { consoleId: string };
  const enrolment = {
    consoleId: card.consoleId,
    code,
    machineId: device.machineId,
    hostName: 'home-pc',
    os: 'linux',
    system: 'Debian GNU/Linux 12 (bookworm)',
    agentVersion: '0.1.0',
    issuedAt: new Date().toISOString(),
    ...change,
  };
  const jws = signJws(enrolment, jwsTypes.enrolment, device, { jwk: device.publicKey });
  return postJson(`${url}/agent/v1/enrol`, { jws });
}

export async function postJson(url: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    body: (await answer.json()) as Record<string, unknown> & { error?: { code: string } },
  };
}

type DownOf<Type extends Down['type']> = Extract<Down, { type: Type }>;

/** A WebSocket that keeps what comes down until a test asks for it. */
export class DoubleSocket {
  readonly #socket: WebSocket;
  readonly #received: Down[] = [];
  #wake: () => void = () => undefined;
  readonly closed: Promise<number>;

  constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace(/^http/, 'ws')}${linkPath}`, { perMessageDeflate: false });
    this.#socket.on('message', (data) => {
      this.#received.push(JSON.parse(String(data)) as Down);
      this.#wake();
    });
    this.#socket.on('error', () => this.#socket.terminate());
    this.closed = once(this.#socket, 'close').then(([code]) => code as number);
  }

  async opened(): Promise<void> {
    await once(this.#socket, 'open');
  }

  sendText(text: string | Buffer): void {
    this.#socket.send(text);
  }

  send(message: Up): void {
    this.sendText(JSON.stringify(message));
  }

  /** The next message of a type; those of other types stay. Fails after five seconds. */
  async next<Type extends Down['type']>(type: Type): Promise<DownOf<Type>> {
    const until = Date.now() + 5_000;
    for (;;) {
      const index = this.#received.findIndex((message) => message.type === type);
      if (index >= 0) return this.#received.splice(index, 1)[0] as DownOf<Type>;
      const left = until - Date.now();
      if (left <= 0) throw new Error(`no ${type} came; waiting: ${JSON.stringify(this.#received)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async close(): Promise<void> {
    this.#socket.close();
    await this.closed;
  }
}

export type Facts = Readings;
export type ReportChange = Record<string, unknown>;

/** Builds the payloads that a workstation signs, and keeps its numbers. */
export class DoubleWorkstation {
  readonly device: Device;
  readonly id: string;
  seq = 0;
  hash = '';
  nonce = '';

  constructor(device: Device, id: string) {
    this.device = device;
    this.id = id;
  }

  proof(nonce: string, change: Record<string, unknown> = {}): string {
    this.nonce = nonce;
    const proof = {
      workstation: this.id,
      nonce,
      machineId: this.device.machineId,
      bootId: 'boot-1',
      hostName: 'home-pc',
      agentVersion: '0.1.0',
      ...change,
    };
    return signJws(proof, jwsTypes.proof, this.device);
  }

  /** The next report, signed. `change` overrides parts of the payload. */
  report(facts: Facts, change: ReportChange = {}): string {
    this.seq += 1;
    const at = new Date().toISOString();
    const payload = {
      workstation: this.id,
      seq: this.seq,
      bootId: 'boot-1',
      nonce: this.nonce,
      prev: this.hash,
      observedAt: at,
      sentAt: at,
      facts,
      same: {},
      ...change,
    };
    const jws = signJws(payload, jwsTypes.report, this.device);
    this.hash = createHash('sha256').update(jws).digest('base64url');
    return jws;
  }

  /** Opens a link up to the console's welcome. */
  async connect(url: string, change: Record<string, unknown> = {}) {
    const socket = await this.challenge(url);
    socket.send({ type: 'proof', jws: this.proof(this.nonce, change) });
    const welcome = await socket.next('welcome');
    this.seq = welcome.lastSeq;
    this.hash = welcome.lastHash;
    return { socket, welcome };
  }

  /** Opens a link up to the console's challenge. */
  async challenge(url: string): Promise<DoubleSocket> {
    const socket = new DoubleSocket(url);
    await socket.opened();
    socket.send({ type: 'hello', workstation: this.id, nonce: randomBytes(16).toString('base64url'), protocol: 1 });
    const { jws } = await socket.next('challenge');
    const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
    this.nonce = (JSON.parse(payload) as { nonce: string }).nonce;
    return socket;
  }
}

/** Facts of a PC on which nothing is wrong, read at a time. */
export function goodFacts(readAt = new Date().toISOString()): Facts {
  return {
    'os-patch': {
      readAt,
      fact: {
        product: 'debian',
        name: 'Debian GNU/Linux 12 (bookworm)',
        version: '12',
        security: { missing: 0, names: [] },
        listsAt: readAt,
        installedAt: readAt,
        reboot: { pending: false },
        automaticUpdates: true,
      },
    },
    'wifi-security': { readAt, fact: { links: [{ interface: 'eth0', kind: 'wired' }] } },
    vpn: { readAt, fact: { tunnels: [], ipv4: 'none', ipv6: 'absent' } },
    software: { readAt, fact: { catalogue: '2026-11-22', found: [] } },
  };
}

/** The same with a remote-access program running, which the starter policy locks. */
export function badFacts(readAt = new Date().toISOString()): Facts {
  const found = [{ id: 'anydesk', running: true, by: 'file-name' as const }];
  return { ...goodFacts(readAt), software: { readAt, fact: { catalogue: '2026-11-22', found } } };
}
