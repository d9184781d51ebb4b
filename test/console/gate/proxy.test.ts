import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anna, asPage, proxySecret, type Stand, startStand, until } from './gate-stand.ts';

let stand: Stand;
let cookie: string;

beforeAll(async () => {
  stand = await startStand();
  stand.set('ready');
  cookie = await stand.launch();
});
afterAll(() => stand.close());
beforeEach(() => stand.set('ready'));

describe('what the CRM sees', () => {
  test('who is there, and nothing the browser claims about itself', async () => {
    await stand.ask('/echo', {
      cookie: `crm=1; ${cookie}; shiftgate-console=secret; __Host-shiftgate-gate=x; theme=dark`,
      headers: {
        'x-shiftgate-workstation': 'ws_other',
        x_shiftgate_person: 'Boss',
        'x-shiftgate-proxy': 'guess',
        'x-forwarded-for': '10.0.0.1',
        x_forwarded_for: '10.0.0.1',
        'x-forwarded-port': '1',
        'x-original-url': 'http://elsewhere/',
        'x-real-ip': '10.0.0.1',
        forwarded: 'for=10.0.0.1',
        'x-harmless': 'kept',
      },
    });
    const headers = stand.crm.lastHeaders();
    expect(headers).toMatchObject({
      host: `127.0.0.1:${stand.port}`,
      cookie: 'crm=1; theme=dark',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': `127.0.0.1:${stand.port}`,
      'x-forwarded-proto': 'http',
      'x-shiftgate-workstation': anna,
      'x-shiftgate-person': 'Anna%20%C5%81ukasz',
      'x-shiftgate-program': 'acme',
      'x-shiftgate-access': 'ready',
      'x-harmless': 'kept',
    });
    const spoofable = /_|forwarded$|x-real|x-original|x-shiftgate-proxy|x-forwarded-port/;
    expect(Object.keys(headers).filter((name) => spoofable.test(name))).toEqual([]);
  });

  test('hop-by-hop headers end at the gate, those that Connection names included', async () => {
    await stand.ask('/echo', {
      cookie,
      headers: {
        connection: 'close, x-mine',
        'x-mine': '1',
        'keep-alive': 'timeout=9',
        te: 'trailers',
        'proxy-authorization': 'Basic abc',
        'proxy-connection': 'keep-alive',
      },
    });
    const names = Object.keys(stand.crm.lastHeaders());
    expect(names.filter((name) => /x-mine|^te$|keep-alive|proxy-/.test(name))).toEqual([]);
  });

  test.each(['warned', 'draining'] as const)(
    'a workstation that is %s is let through and said to be so',
    async (access) => {
      stand.set(access);
      const answer = await stand.ask('/echo', { cookie });
      expect([answer.status, stand.crm.lastHeaders()['x-shiftgate-access']]).toEqual([200, access]);
    },
  );

  test.each([
    ['a proxy of ours', proxySecret, '203.0.113.7'],
    ['anybody else', 'x'.repeat(proxySecret.length), '127.0.0.1'],
  ])('the address that %s names as the browser’s', async (_who, secret, expected) => {
    await stand.ask('/echo', { cookie, headers: { 'x-shiftgate-proxy': secret, 'x-real-ip': '203.0.113.7' } });
    expect(stand.crm.lastHeaders()['x-forwarded-for']).toBe(expected);
  });

  test('only our own cookies: then there is no Cookie header at all', async () => {
    await stand.ask('/echo', { cookie });
    expect(stand.crm.lastHeaders().cookie).toBeUndefined();
  });
});

describe('what the browser gets back', () => {
  test('the CRM’s answer without hop-by-hop headers and without cookies in our name', async () => {
    const { headers, body } = await stand.ask('/hop', { cookie });
    expect(body).toBe('ok');
    expect(headers['x-crm']).toBe('yes');
    expect(headers['set-cookie']).toEqual(['crm=1; Path=/']);
    expect([headers['x-internal'], headers['proxy-authenticate']]).toEqual([undefined, undefined]);
  });

  test.each([
    ['/../.shiftgate/launch', 'dots before the gate’s own paths'],
    ['//.shiftgate/launch', 'a doubled slash'],
    ['/%2eshiftgate/launch', 'an encoded dot'],
    ['/a?b=1&c=%2F', 'a query'],
  ])('%s is passed on exactly as it came: %s', async (path) => {
    const answer = await stand.ask(path, { cookie });
    expect(JSON.parse(answer.body)).toMatchObject({ url: path });
  });

  test('the same odd paths need a session like any other', async () => {
    const statuses = ['/../.shiftgate/launch', '//.shiftgate/launch', '/.shiftgate/../customers'].map(
      async (path) => (await stand.ask(path)).status,
    );
    expect(await Promise.all(statuses)).toEqual([401, 401, 404]);
  });
});

describe('bodies', () => {
  test('an upload reaches the CRM while it is still being sent', async () => {
    const upload = httpRequest({
      port: stand.port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/upload',
      headers: { cookie },
    });
    const answered = new Promise<number | undefined>((resolve) =>
      upload.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }),
    );
    upload.write(Buffer.alloc(100_000));
    await until(() => stand.crm.uploaded() === 100_000, 'the first part at the CRM');
    upload.end(Buffer.alloc(50_000));
    expect(await answered).toBe(200);
    expect(stand.crm.uploaded()).toBe(150_000);
  });

  test.each(['GET', 'DELETE', 'POST'])('a chunked body with %s keeps its framing', async (method) => {
    const answer = await stand.ask('/upload', {
      cookie,
      method,
      headers: { 'transfer-encoding': 'chunked' },
      body: 'GET /admin HTTP/1.1\r\n\r\n',
    });
    expect([answer.status, answer.body]).toEqual([200, '23']);
  });

  test('Connection cannot name Content-Length away', async () => {
    const before = stand.crm.requests();
    const answer = await stand.ask('/upload', {
      cookie,
      method: 'GET',
      headers: { connection: 'close, content-length', 'content-length': '23' },
      body: 'GET /admin HTTP/1.1\r\n\r\n',
    });
    expect([answer.body, stand.crm.requests() - before]).toEqual(['23', 1]);
  });
});

describe('connections', () => {
  test('are kept and used again, on both sides', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const before = stand.crm.connections();
    const sockets = new Set<number | undefined>();
    for (let round = 0; round < 5; round += 1) {
      await new Promise<void>((resolve, reject) => {
        const options = { port: stand.port, host: '127.0.0.1', path: '/customers', agent, headers: { cookie } };
        httpRequest(options, (answer) => {
          sockets.add(answer.socket.localPort);
          answer.resume().on('end', () => setImmediate(resolve));
        })
          .on('error', reject)
          .end();
      });
    }
    agent.destroy();
    expect(sockets.size).toBe(1);
    expect(stand.crm.connections() - before).toBeLessThanOrEqual(1);
  });

  test.each([
    ['both lengths', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd'],
    ['an unknown coding', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n'],
    ['a space before the colon', 'POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
    ['a bare line feed in a header', 'GET / HTTP/1.1\r\nHost: h\nX: y\r\n\r\n'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n'],
  ])('a request with %s is refused before it is looked at', async (_what, text) => {
    const before = stand.crm.requests();
    const answer = await raw(text.replace('Host: h', `Host: 127.0.0.1:${stand.port}\r\nCookie: ${cookie}`));
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(stand.crm.requests()).toBe(before);
  });

  test('headers beyond 32 KiB are refused with 431', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: h\r\nX-Big: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('an absolute address as the target is refused', async () => {
    const head = `Host: 127.0.0.1:${stand.port}\r\nConnection: close\r\nCookie: ${cookie}`;
    expect(await raw(`GET http://elsewhere.test/ HTTP/1.1\r\n${head}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('an upgrade to anything but a WebSocket is answered as plain HTTP', async () => {
    const head = `Host: 127.0.0.1:${stand.port}\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\nCookie: ${cookie}`;
    expect(await raw(`GET /customers HTTP/1.1\r\n${head}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('when nothing can be passed on', () => {
  test('an unknown host is answered 421, whatever the cookie', async () => {
    const answer = await stand.ask('/customers', { cookie, headers: { host: 'unknown.test', ...asPage } });
    expect([answer.status, answer.body.includes('no CRM at this address')]).toEqual([421, true]);
  });

  test.each([
    ['http://127.0.0.1:9', 'nothing listens'],
    ['http://no-such-host.invalid', 'the name does not resolve'],
  ])('%s: %s, and the page says that it is the CRM, not the PC', async (upstream) => {
    stand.programs.set('down', { id: 'down', name: 'Down', origins: [{ origin: 'http://down.test', upstream }] });
    stand.set('ready', { program: 'down' });
    const down = await stand.launch(anna, 'down');
    const page = await stand.ask('/x', { cookie: down, headers: { host: 'down.test', ...asPage } });
    expect([page.status, page.body.includes('Your PC is fine')]).toEqual([502, true]);
    const script = await stand.ask('/x', { cookie: down, headers: { host: 'down.test' } });
    expect([script.status, JSON.parse(script.body).error.code]).toEqual([502, 'crm-unreachable']);
    expect(stand.logged.at(-1)).toMatchObject({ level: 'warn', message: 'the CRM cannot be reached' });
  });
});

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(stand.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += String(chunk);
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
