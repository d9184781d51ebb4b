import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { anna, openRequest, type Stand, startStand } from './gate-stand.ts';

let stand: Stand;
let crm: Server;
let cookie: string;
const sockets = new Set<Socket>();
/** What the CRM does with the n-th request it gets, on whichever connection. */
let answer: (socket: Socket, request: number) => void;

beforeEach(async () => {
  stand = await startStand();
  let requests = 0;
  crm = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', () => {
      requests += 1;
      answer(socket, requests);
    });
  });
  crm.listen(0, '127.0.0.1');
  await once(crm, 'listening');
  const upstream = `http://127.0.0.1:${(crm.address() as AddressInfo).port}`;
  stand.programs.set('odd', { id: 'odd', name: 'Odd', origins: [{ origin: 'http://odd.test', upstream }] });
  stand.set('ready', { program: 'odd' });
  cookie = await stand.launch(anna, 'odd');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  crm.close();
  await stand.close();
});

const ask = (method = 'GET') => stand.ask('/x', { method, cookie, headers: { host: 'odd.test' } });
const complete = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

describe('a CRM that answers oddly does not hurt the gate', () => {
  test.each([
    ['an impossible status', 'HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n'],
    ['nothing at all', ''],
    ['what is not HTTP', '220 mail.test ESMTP\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nok!'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['endless headers', `HTTP/1.1 200 OK\r\nX-Big: ${'x'.repeat(100_000)}\r\n\r\n`],
  ])('%s counts as down', async (_what, text) => {
    answer = (socket) => socket.end(text);
    expect((await ask()).status).toBe(502);
    answer = (socket) => socket.write(complete);
    expect((await ask()).status).toBe(200);
  });

  test('half an answer arrives as half an answer, not as a whole one', async () => {
    answer = (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf');
    const half = await openRequest({ port: stand.port, cookie, headers: { host: 'odd.test' } }, '/x');
    half.on('error', () => undefined).resume();
    await new Promise((resolve) => half.once('close', resolve));
    expect(half.complete).toBe(false);
  });

  test('a WebSocket that the CRM refuses is refused in the CRM’s words', async () => {
    answer = (socket) => socket.end('HTTP/1.1 426 No\r\nX-Crm: yes\r\nContent-Length: 2\r\n\r\nno');
    const socket = new WebSocket(`ws://127.0.0.1:${stand.port}/x`, { headers: { cookie, host: 'odd.test' } });
    const [, refused] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    expect([refused.statusCode, refused.headers['x-crm']]).toEqual([426, 'yes']);
    socket.on('error', () => undefined).terminate();
  });

  test('a switch of protocols that nobody asked for counts as down', async () => {
    answer = (socket) => socket.write('HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n');
    expect((await ask()).status).toBe(502);
  });
});

describe('a kept connection that the CRM closes just then', () => {
  beforeEach(async () => {
    answer = (socket, request) => (request === 2 ? socket.resetAndDestroy() : socket.write(complete));
    await ask();
  });

  test('is no failure for a read, which is asked again', async () => {
    expect((await ask()).status).toBe(200);
  });

  test('is one for a change, which is never made twice', async () => {
    expect((await ask('POST')).status).toBe(502);
  });
});
