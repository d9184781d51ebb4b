import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { AccessBoard } from '../../../console/server/access/board.ts';
import { createGate, type Gate, type GateDeps } from '../../../console/server/gate/index.ts';
import type { ProgramEntry } from '../../../console/server/gate/sites.ts';
import { openStore, type Store } from '../../../console/server/store/engine.ts';
import type { Access, AccessReason } from '../../../shared/access/decide.ts';
import { type SampleUpstream, startUpstream } from './sample-upstream.ts';

export const proxySecret = 'a-secret-between-proxy-and-gate-0123456789';

export const forbiddenProgram: AccessReason = {
  cause: 'software',
  code: 'forbidden-running',
  params: { names: 'AnyDesk' },
  effect: 'lock',
  since: '2026-11-22T08:00:00.000Z',
};

/** A gate with a real store, a real board set by hand, and a small real CRM behind it. */
export interface Stand {
  readonly gate: Gate;
  readonly board: AccessBoard;
  readonly store: Store;
  readonly crm: SampleUpstream;
  readonly port: number;
  /** `http://127.0.0.1:<port>`, an origin of the program `acme`. */
  readonly origin: string;
  readonly programs: Map<string, ProgramEntry>;
  /** Workstations that were asked to look again. */
  readonly rechecked: string[];
  readonly logged: { level: string; about: object; message: string }[];
  /** Moves the gate's clock. */
  pass(seconds: number): void;
  set(access: Access, about?: { workstation?: string; program?: string; reasons?: AccessReason[] }): void;
  /** Launches the CRM as a workstation's browser does; returns the cookie. */
  launch(workstation?: string, program?: string): Promise<string>;
  ask(path: string, options?: AskOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly cookie?: string;
  readonly body?: string | Buffer;
  readonly port?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export const asPage = { accept: 'text/html,*/*', 'sec-fetch-dest': 'document' };
export const anna = 'ws_anna0000000000000';
export const ben = 'ws_ben00000000000000';

export async function startStand(more: Partial<GateDeps> = {}): Promise<Stand> {
  const crm = await startUpstream();
  const store = await openStore({ sqlite: ':memory:' });
  const board = new AccessBoard();
  const programs = new Map<string, ProgramEntry>();
  const rechecked: string[] = [];
  const logged: Stand['logged'] = [];
  let clock = new Date('2026-11-22T09:00:00.000Z').getTime();
  const log = (level: string) => (about: object, message: string) => logged.push({ level, about, message });
  const gate = await createGate({
    db: store.db,
    access: board,
    programs: {
      find: (id) => programs.get(id),
      byHost: (host) =>
        [...programs.values()].find(({ origins }) => origins.some(({ origin }) => origin.endsWith(`//${host}`))),
    },
    people: {
      label: (workstation) => ({
        person: workstation === anna ? 'Anna Łukasz' : undefined,
        hostName: `PC of ${workstation.slice(3, 7)}`,
      }),
    },
    recheck(workstation) {
      rechecked.push(workstation);
      return workstation === anna;
    },
    proxySecret,
    log: { info: log('info'), warn: log('warn'), error: log('error') },
    now: () => new Date(clock),
    ...more,
  });
  const { port } = await gate.listen(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  programs.set('acme', {
    id: 'acme',
    name: 'Acme Care',
    origins: [
      { origin, upstream: crm.url },
      { origin: 'https://crm.acme.test', upstream: crm.url },
    ],
  });
  programs.set('other', { id: 'other', name: 'Other', origins: [{ origin: 'http://other.test', upstream: crm.url }] });
  const stand: Stand = {
    gate,
    board,
    store,
    crm,
    port,
    origin,
    programs,
    rechecked,
    logged,
    pass(seconds) {
      clock += seconds * 1000;
    },
    set(access, { workstation = anna, program = 'acme', reasons } = {}) {
      const why = reasons ?? (access === 'locked' ? [forbiddenProgram] : []);
      const since = new Date(clock).toISOString();
      board.set({ workstation, program, decision: { access, reasons: why }, since, policyVersion: 1 });
    },
    async launch(workstation = anna, program = 'acme') {
      const { url } = await gate.tickets.issue(workstation, program);
      const { origin: site, host, hash } = new URL(url);
      const answer = await stand.ask('/.shiftgate/launch', {
        method: 'POST',
        headers: { host, origin: site, 'x-shiftgate-page': 'launch', 'content-type': 'application/json' },
        body: JSON.stringify({ ticket: hash.slice('#t='.length) }),
      });
      if (answer.status !== 200) throw new Error(`launch failed: ${answer.status} ${answer.body}`);
      return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    },
    ask: (path, options) => ask({ port, ...options }, path),
    async close() {
      await gate.close();
      await store.close();
      await crm.close();
    },
  };
  return stand;
}

/** One request on a connection of its own, its answer read to the end. */
export async function ask(options: AskOptions & { port: number }, path: string): Promise<Answer> {
  const answer = await openRequest(options, path);
  let body = '';
  for await (const chunk of answer) body += chunk;
  return { status: answer.statusCode ?? 0, headers: answer.headers, body };
}

/** One request whose answer is still open. */
export function openRequest(options: AskOptions & { port: number }, path: string): Promise<IncomingMessage> {
  const { port, method = 'GET', headers = {}, cookie, body } = options;
  const all = { ...headers, ...(cookie !== undefined && { cookie }) };
  return new Promise((resolve, reject) => {
    const outbound = httpRequest({ host: '127.0.0.1', port, method, path, headers: all, agent: false }, resolve);
    outbound.on('error', reject);
    outbound.end(body);
  });
}

/** Waits for something that comes by itself; generous, since the machine may be busy. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 8_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
