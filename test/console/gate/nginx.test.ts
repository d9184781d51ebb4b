import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anna, asPage, type Stand, startStand } from './gate-stand.ts';
import { type Nginx, startAuthorizer, startNginx } from './nginx-stand.ts';

let stand: Stand;
let authorizer: Awaited<ReturnType<typeof startAuthorizer>>;
let nginx: Nginx;
let cookie: string;

beforeAll(async () => {
  stand = await startStand();
  authorizer = await startAuthorizer(stand.gate);
  const crm = Number(new URL(stand.crm.url).port);
  nginx = await startNginx({ console: authorizer.port, gate: stand.port, crm });
  stand.programs.set('acme', {
    id: 'acme',
    name: 'Acme Care',
    origins: [{ origin: nginx.origin, upstream: stand.crm.url }],
  });
  stand.set('ready');
  stand.set('ready', { program: 'other' });
  cookie = await stand.launch();
});
afterAll(async () => {
  await nginx.close();
  await authorizer.close();
  await stand.close();
});
beforeEach(() => stand.set('ready'));

interface NginxAsk {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly port?: number;
}

function open(path: string, { method = 'GET', headers = {}, body, port = nginx.port }: NginxAsk = {}) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const all = { cookie, ...headers };
    const options = { host: '127.0.0.1', port, path, method, headers: all, rejectUnauthorized: false, agent: false };
    const outbound = httpsRequest(options, resolve);
    outbound.on('error', reject);
    outbound.end(body);
  });
}

async function ask(path: string, options?: NginxAsk) {
  const answer = await open(path, options);
  let body = '';
  for await (const chunk of answer) body += chunk;
  return { status: answer.statusCode, headers: answer.headers, body };
}

describe('a request through nginx', () => {
  test('reaches the CRM with who is there, and without what the browser claims', async () => {
    const { status } = await ask('/echo?x=1', {
      headers: {
        cookie: `crm=1; ${cookie}; theme=dark`,
        'x-shiftgate-workstation': 'ws_other',
        'x-shiftgate-access': 'ready',
        'x-shiftgate-proxy': 'guess',
        'x-forwarded-for': '10.9.9.9',
        'x-real-ip': '10.9.9.9',
        forwarded: 'for=10.9.9.9',
      },
    });
    const headers = stand.crm.lastHeaders();
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'x-shiftgate-workstation': anna,
      'x-shiftgate-person': 'Anna%20%C5%81ukasz',
      'x-shiftgate-program': 'acme',
      'x-shiftgate-access': 'ready',
      'x-forwarded-for': '127.0.0.1',
      'x-real-ip': '127.0.0.1',
      host: `localhost:${nginx.port}`,
      cookie: 'crm=1; theme=dark',
    });
    expect([headers['x-shiftgate-proxy'], headers['forwarded']]).toEqual([undefined, undefined]);
  });

  test.each([
    ['only ours', () => cookie, undefined],
    ['ours last', () => `crm=1; ${cookie}`, 'crm=1;'],
    ['ours first', () => `${cookie}; crm=1`, 'crm=1'],
    ['a name that only ends like ours', () => `my__Host-shiftgate-gate=1; ${cookie}`, 'my__Host-shiftgate-gate=1;'],
  ])('cookies, %s: the CRM never sees ours', async (_what, cookies, expected) => {
    await ask('/echo', { headers: { cookie: cookies() } });
    expect(stand.crm.lastHeaders().cookie).toBe(expected);
  });

  test('without a session is answered 401, with how to open the CRM', async () => {
    const { status, body } = await ask('/customers', { headers: { cookie: '', ...asPage } });
    expect([status, body.includes('Open Acme Care from Shiftgate')]).toEqual([401, true]);
  });

  test('after a lock is refused at its very address, and passes again after the unlock', async () => {
    const before = await ask('/customers');
    stand.set('locked');
    const locked = await ask('/customers?page=2&sort=name', { headers: asPage });
    stand.set('ready');
    const after = await ask('/customers');
    expect([before.status, locked.status, after.status]).toEqual([200, 403, 200]);
    expect(locked.headers.location).toBeUndefined();
    expect(locked.body).toContain('AnyDesk is running and is not allowed while you work.');
    expect(locked.body).toContain('data-return-to="/customers?page=2&amp;sort=name"');
  });

  test('by a program after a lock gets JSON, also for a form', async () => {
    stand.set('locked');
    const before = stand.crm.requests();
    const answers = [await ask('/api'), await ask('/upload', { method: 'POST', body: 'x'.repeat(20_000) })];
    expect(answers.map(({ status, body }) => [status, JSON.parse(body).error.code])).toEqual([
      [403, 'locked'],
      [403, 'locked'],
    ]);
    expect(stand.crm.requests()).toBe(before);
  });
});

describe('nobody gets in by writing headers', () => {
  const claims: [string, Record<string, string>][] = [
    ['an address of another program', { 'x-original-url': 'http://other.test/' }],
    ['a better method', { 'x-original-method': 'OPTIONS' }],
    ['another host', { host: 'other.test' }],
    ['an address inside', { 'x-real-ip': '127.0.0.1', 'x-forwarded-for': '127.0.0.1' }],
    ['a ready access', { 'x-shiftgate-access': 'ready', 'x-shiftgate-workstation': 'ws_other' }],
    ['a proxy secret', { 'x-shiftgate-proxy': 'a-secret-between-proxy-and-gate-0000000000' }],
  ];
  test.each(claims)('%s', async (_what, headers) => {
    stand.set('locked');
    const others = await stand.launch(anna, 'other');
    const statuses = [
      await ask('/customers', { headers }),
      await ask('/customers', { headers: { ...headers, cookie: others } }),
      await ask('/.shiftgate/authorize', { headers }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 401, 404]);
  });
});

describe('what is open when the lock comes', () => {
  test('a WebSocket through nginx gets a close frame with code 1008', async () => {
    const socket = new WebSocket(`wss://localhost:${nginx.port}/live`, {
      headers: { cookie, 'x-shiftgate-workstation': 'ws_other' },
      rejectUnauthorized: false,
    });
    await once(socket, 'message');
    expect(stand.crm.lastHeaders()['x-shiftgate-workstation']).toBe(anna);
    const closed = once(socket, 'close');
    stand.set('locked');
    expect((await closed)[0]).toBe(1008);
  });

  test('server-sent events through nginx end', async () => {
    const events = await open('/events', { headers: { accept: 'text/event-stream' } });
    await once(events, 'data');
    const ended = new Promise((resolve) => events.once('close', resolve));
    events.on('error', () => undefined).resume();
    stand.set('locked');
    await ended;
    expect(events.complete).toBe(false);
  });
});

describe('when something is missing, nobody gets in', () => {
  test('the console is down: nginx answers 500', async () => {
    const own = await startAuthorizer(stand.gate);
    const crm = Number(new URL(stand.crm.url).port);
    const alone = await startNginx({ console: own.port, gate: stand.port, crm });
    stand.programs.set('alone', {
      id: 'alone',
      name: 'Alone',
      origins: [{ origin: alone.origin, upstream: stand.crm.url }],
    });
    stand.set('ready', { program: 'alone' });
    const mine = await stand.launch(anna, 'alone');
    const before = stand.crm.requests();
    const up = await ask('/customers', { port: alone.port, headers: { cookie: mine } });
    await own.close();
    const down = await ask('/customers', { port: alone.port, headers: { cookie: mine } });
    await alone.close();
    expect([up.status, down.status, stand.crm.requests() - before]).toEqual([200, 500, 1]);
  });

  test('a proxy with the wrong secret is refused, whatever the decision', async () => {
    const crm = Number(new URL(stand.crm.url).port);
    const wrong = 'a-secret-that-somebody-made-up-0123456789ab';
    const foreign = await startNginx({ console: authorizer.port, gate: stand.port, crm }, wrong);
    const entry = { id: 'foreign', name: 'Foreign', origins: [{ origin: foreign.origin, upstream: stand.crm.url }] };
    stand.programs.set('foreign', entry);
    stand.set('ready', { program: 'foreign' });
    const mine = await stand.launch(anna, 'foreign');
    const before = stand.crm.requests();
    await ask('/customers', { port: foreign.port, headers: { cookie: mine } });
    await foreign.close();
    expect(stand.crm.requests() - before).toBe(0);
  });
});
