import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anna, asPage, ben, openRequest, type Stand, startStand, until } from './gate-stand.ts';

let stand: Stand;
let cookie: string;
const measured = { decided: [] as string[], cut: 0 };

beforeEach(async () => {
  measured.decided = [];
  measured.cut = 0;
  stand = await startStand({
    metrics: {
      decided: (answer, milliseconds) => measured.decided.push(milliseconds >= 0 ? answer : 'impossible'),
      cut(streams) {
        measured.cut += streams;
      },
    },
  });
  stand.set('ready');
  cookie = await stand.launch();
});
afterEach(() => stand.close());

describe('the next request after a lock', () => {
  test('is refused, and let through again after the unlock', async () => {
    const statuses = [];
    for (const access of ['ready', 'locked', 'ready', 'locked', 'warned'] as const) {
      stand.set(access);
      statuses.push((await stand.ask('/customers', { cookie, headers: asPage })).status);
    }
    expect(statuses).toEqual([200, 403, 200, 403, 200]);
    expect(measured.decided.slice(-5)).toEqual(['allowed', 'locked', 'allowed', 'locked', 'allowed']);
  });

  test('shows a person the reason and the remedy, in the place of the page', async () => {
    stand.set('locked');
    const { status, headers, body } = await stand.ask('/customers?page=2', { cookie, headers: asPage });
    expect([status, headers['cache-control'], headers['content-type']]).toEqual([
      403,
      'no-store',
      'text/html; charset=utf-8',
    ]);
    expect(body).toContain('AnyDesk is running and is not allowed while you work.');
    expect(body).toContain('Quit AnyDesk completely; access comes back by itself.');
    expect(body).toContain('data-return-to="/customers?page=2"');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'nonce-/);
  });

  test.each<[Record<string, string>, string]>([
    [{ 'sec-fetch-dest': 'empty', accept: 'text/html' }, 'fetch'],
    [{ accept: 'application/json' }, 'a program'],
    [{}, 'a program that names no type'],
  ])('gives JSON to %o: %s', async (headers) => {
    stand.set('locked');
    const { status, body } = await stand.ask('/customers', { cookie, headers });
    expect(status).toBe(403);
    expect(JSON.parse(body).error).toMatchObject({
      code: 'locked',
      reasons: [{ cause: 'software', code: 'forbidden-running', remedy: expect.stringContaining('Quit AnyDesk') }],
    });
  });

  test('what people are called cannot put markup into the page', async () => {
    const reasons = [
      { cause: 'manual-lock', code: 'manual-lock', params: { by: '<b>x', reason: '"><script>1' }, effect: 'lock' },
    ] as const;
    stand.set('locked', { reasons: [...reasons] });
    const { body } = await stand.ask('/', { cookie, headers: asPage });
    expect(body).toContain('Locked by &lt;b&gt;x: &quot;&gt;&lt;script&gt;1');
  });

  test('a workstation without a decision is refused, calmly', async () => {
    const other = await stand.launch(ben);
    const { status, body } = await stand.ask('/customers', { cookie: other });
    expect(status).toBe(403);
    expect(JSON.parse(body).error.reasons[0]).toMatchObject({
      code: 'not-decided',
      problem: 'This PC has not been checked for this work yet.',
    });
  });

  test('a WebSocket is refused too', async () => {
    stand.set('locked');
    const socket = new WebSocket(`${stand.origin.replace('http', 'ws')}/live`, { headers: { cookie } });
    const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(answer.statusCode).toBe(403);
    socket.on('error', () => undefined).terminate();
  });
});

describe('what is open when the lock comes', () => {
  test('a WebSocket gets a close frame with code 1008', async () => {
    const socket = await openSocket(cookie);
    socket.send('hello');
    const closed = once(socket, 'close');
    stand.set('locked');
    const [code, reason] = await closed;
    expect([code, String(reason)]).toEqual([1008, 'locked by Shiftgate']);
    expect(measured.cut).toBe(1);
  });

  test('a WebSocket that is sending busily gets it as well', async () => {
    const socket = await openSocket(cookie);
    const timer = setInterval(() => socket.readyState === socket.OPEN && socket.send('x'.repeat(10_000)), 1);
    const closed = once(socket, 'close');
    stand.set('locked');
    const [code] = await closed;
    clearInterval(timer);
    expect(code).toBe(1008);
  });

  test('server-sent events end', async () => {
    const events = await openRequest({ port: stand.port, cookie }, '/events');
    await once(events, 'data');
    const ended = endOf(events);
    stand.set('locked');
    expect(await ended).toBe('cut');
  });

  test('a download in full flow is cut', async () => {
    const download = await openRequest({ port: stand.port, cookie }, '/download');
    let received = 0;
    download.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
    await until(() => received > 1_000_000, 'the first megabyte');
    const ended = endOf(download);
    stand.set('locked');
    expect(await ended).toBe('cut');
  });

  test('a request that the CRM has not answered yet gets the block page', async () => {
    const answer = stand.ask('/never', { cookie, headers: asPage });
    await until(() => stand.crm.requests() === 1, 'the request at the CRM');
    stand.set('locked');
    const { status, body } = await answer;
    expect([status, body.includes('Quit AnyDesk')]).toEqual([403, true]);
  });

  test('nothing more of an upload reaches the CRM', async () => {
    const options = { port: stand.port, method: 'POST', path: '/upload', headers: { cookie } };
    const upload = httpRequest({ host: '127.0.0.1', ...options });
    const answered = once(upload, 'response') as Promise<[IncomingMessage]>;
    upload.write(Buffer.alloc(100_000));
    await until(() => stand.crm.uploaded() === 100_000, 'the first part at the CRM');
    stand.set('locked');
    upload.write(Buffer.alloc(100_000));
    const [answer] = await answered;
    upload.destroy();
    expect([answer.statusCode, stand.crm.uploaded()]).toEqual([403, 100_000]);
  });

  test('everything is cut before the decision has been published to the next listener', async () => {
    const socket = await openSocket(cookie);
    const seen: number[] = [];
    stand.board.subscribe(() => seen.push(measured.cut));
    stand.set('locked');
    expect(seen).toEqual([1]);
    await once(socket, 'close');
  });

  test('others keep what they have open: another workstation, another program', async () => {
    stand.set('ready', { workstation: ben });
    stand.set('ready', { program: 'other' });
    const bens = await openSocket(await stand.launch(ben));
    const others = await openSocket(await stand.launch(anna, 'other'), { host: 'other.test' });
    const mine = await openSocket(cookie);
    stand.set('locked');
    await once(mine, 'close');
    for (const socket of [bens, others]) await once(socket, 'message');
    expect([bens.readyState, others.readyState, mine.readyState]).toEqual([1, 1, 3]);
    for (const socket of [bens, others]) socket.terminate();
  });

  test('two browsers of one workstation are both cut', async () => {
    const sockets = [await openSocket(cookie), await openSocket(await stand.launch())];
    const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
    stand.set('locked');
    expect((await closed).map(([code]) => code)).toEqual([1008, 1008]);
  });

  test('a person whose name cannot be written does not hurt the gate', async () => {
    const odd = await startStand({ people: { label: () => ({ person: 'A\ud800', hostName: 'PC' }) } });
    odd.set('ready');
    const { status } = await odd.ask('/customers', { cookie: await odd.launch() });
    await odd.close();
    expect(status).toBe(200);
  });

  test('a warning cuts nothing', async () => {
    const socket = await openSocket(cookie);
    stand.set('warned');
    stand.set('draining');
    await once(socket, 'message');
    expect([socket.readyState, measured.cut]).toEqual([socket.OPEN, 0]);
    socket.terminate();
  });
});

describe('when the gate stops', () => {
  test('pages are told to connect again, not that they are locked', async () => {
    const socket = await openSocket(cookie);
    const events = await openRequest({ port: stand.port, cookie }, '/.shiftgate/events');
    let heard = '';
    events.on('data', (chunk) => {
      heard += String(chunk);
    });
    const closed = once(socket, 'close');
    const ended = endOf(events);
    await stand.gate.close();
    const [code] = await closed;
    expect([code, await ended, heard.includes('not-bound')]).toEqual([1012, 'complete', false]);
  });
});

describe('when a workstation is revoked', () => {
  test('its sessions end everywhere: in memory, in the store, on the wire', async () => {
    const socket = await openSocket(cookie);
    const closed = once(socket, 'close');
    expect(stand.gate.sessionsOf(anna).map(({ person, program }) => [person, program])).toEqual([
      ['Anna Łukasz', 'acme'],
    ]);
    await stand.gate.endSessions(anna);
    const [code] = await closed;
    const stored = await stand.store.db.selectFrom('gate_sessions').select('ended_at').execute();
    const { status } = await stand.ask('/customers', { cookie });
    expect([code, status, stand.gate.sessionsOf(anna), stored]).toEqual([
      1008,
      401,
      [],
      [{ ended_at: '2026-11-22T09:00:00.000Z' }],
    ]);
  });

  test('another workstation’s sessions go on', async () => {
    stand.set('ready', { workstation: ben });
    const bens = await stand.launch(ben);
    await stand.gate.endSessions(anna);
    expect((await stand.ask('/customers', { cookie: bens })).status).toBe(200);
  });
});

async function openSocket(cookie: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(`${stand.origin.replace('http', 'ws')}/live`, { headers: { cookie, ...headers } });
  await once(socket, 'message');
  return socket;
}

function endOf(answer: IncomingMessage): Promise<'cut' | 'complete'> {
  answer.on('error', () => undefined).resume();
  return new Promise((resolve) => answer.once('close', () => resolve(answer.complete ? 'complete' : 'cut')));
}
