import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes, csrfHeader, eventsPath } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';

const password = 'correct horse battery';
let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home, { trustedProxies: ['127.0.0.1'] });
  await first({ token: tokenOf(console.signInLink) });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const tokenOf = (link: string | undefined) => new URL(link ?? 'http://none').searchParams.get('token') ?? '';
let visitors = 0;

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A request as a browser on our own page sends it; each from another address unless told. */
async function send(path: string, { method = 'GET', body, headers = {} }: Sent = {}) {
  visitors += 1;
  const answer = await fetch(`${console.url}${path}`, {
    method,
    headers: {
      origin: console.url,
      'x-forwarded-for': `203.0.113.${visitors % 250}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: answer.status, code: json.error?.code, json, cookie: answer.headers.getSetCookie()[0] };
}

const first = (change: object) =>
  send(consoleRoutes.firstSignIn.path, { method: 'POST', body: { name: 'ada', password, token: '', ...change } });
const signIn = (change: object = {}, headers = {}) =>
  send(consoleRoutes.signIn.path, { method: 'POST', body: { name: 'ada', password, ...change }, headers });

/** A signed-in browser. */
async function browser() {
  const { cookie, json } = await signIn();
  return { cookie: cookie?.split(';')[0] ?? '', [csrfHeader]: String(json.csrf) };
}

describe('the one-time link', () => {
  it('worked once and does not work again', async () => {
    expect((await first({ token: tokenOf(console.signInLink) })).code).toBe('link-used-or-expired');
  });

  it.each([
    ['a token that is wrong', { token: 'wrong' }, 'link-used-or-expired'],
    ['no token', { token: undefined }, 'invalid-body'],
  ])('refuses %s', async (_what, change, code) => {
    expect((await first(change)).code).toBe(code);
  });

  it('is there until it was used, and takes no weak password', async () => {
    const other = await makeHome();
    const fresh = await runConsole(other.home);
    const body = JSON.stringify({ name: 'ada', password: 'short', token: tokenOf(fresh.signInLink) });
    const answer = await fetch(`${fresh.url}${consoleRoutes.firstSignIn.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await answer.json()).toMatchObject({ error: { code: 'weak-password' } });
    await fresh.close();
    const again = await runConsole(other.home);
    expect(again.signInLink).not.toBe(fresh.signInLink);
    await again.close();
    await other.close();
  });

  it('outlives invitations by a token: it works until an owner can sign in', async () => {
    const other = await makeHome();
    const fresh = await runConsole(other.home);
    await fresh.call(consoleRoutes.invite, { body: { name: 'bo', role: 'owner' } });
    await fresh.call(consoleRoutes.invite, { body: { name: 'cy', role: 'helpdesk' } });
    await fresh.close();
    const again = await runConsole(other.home);
    const token = tokenOf(again.signInLink);
    const create = async (name: string) => {
      const answer = await fetch(`${again.url}${consoleRoutes.firstSignIn.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, password, token }),
      });
      return answer.json();
    };
    expect(await create('bo')).toMatchObject({ error: { code: 'already-done' } });
    expect(await create('ada')).toMatchObject({ name: 'ada', role: 'owner' });
    await again.close();
    await other.close();
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { status, cookie, json } = await signIn();
    expect([status, json.name]).toEqual([200, 'ada']);
    expect(cookie).toMatch(/^shiftgate-console=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it.each([
    ['a wrong password', { password: 'correct horse batterx' }],
    ['a name that nobody has', { name: 'eve' }],
  ])('with %s is refused in the same words', async (_what, change) => {
    expect(await signIn(change)).toMatchObject({ status: 401, code: 'wrong-name-or-password' });
  });

  it('is slowed down after ten tries from one address', async () => {
    const tries: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      tries.push((await signIn({ name: '' }, { 'x-forwarded-for': '198.51.100.7' })).status);
    }
    expect(tries).toEqual([...Array(10).fill(400), 429]);
  });

  it('stores neither password nor token', async () => {
    const { cookie } = await signIn();
    const token = cookie?.split(/[=;]/)[1] ?? '';
    const { rows } = await console.call(consoleRoutes.audit);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${password}|${token}`));
  });
});

describe('a session', () => {
  it.each([
    ['no cookie', {}],
    ['an invented cookie', { cookie: `shiftgate-console=${'x'.repeat(43)}` }],
    ['an invented token', { authorization: 'Bearer x' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('does not exist with %s', async (_what, headers) => {
    expect(await send(consoleRoutes.session.path, { headers })).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('tells who is signed in, and the same csrf value as the sign-in', async () => {
    const headers = await browser();
    expect((await send(consoleRoutes.session.path, { headers })).json).toEqual({
      name: 'ada',
      role: 'owner',
      csrf: headers[csrfHeader],
      mustAddFactor: false,
    });
  });

  it.each<[string, (headers: Record<string, string>) => Record<string, string>]>([
    ['without the csrf header', ({ cookie = '' }) => ({ cookie })],
    ['with a wrong csrf header', (headers) => ({ ...headers, [csrfHeader]: 'wrong' })],
    ['from a page of another site', (headers) => ({ ...headers, origin: 'https://evil.test' })],
    ['from another port of this machine', (headers) => ({ ...headers, origin: 'http://127.0.0.1:1' })],
    ['from nowhere', (headers) => ({ ...headers, origin: 'null' })],
  ])('cannot change anything %s', async (_what, forge) => {
    const headers = forge(await browser());
    const body = { program: 'sales' };
    expect(await send(consoleRoutes.createCode.path, { method: 'POST', body, headers })).toMatchObject({
      status: 403,
      code: 'foreign-request',
    });
  });

  it('can, from our own page with the csrf header', async () => {
    const headers = await browser();
    const answer = await send(consoleRoutes.createCode.path, { method: 'POST', body: { program: 'sales' }, headers });
    expect(answer.status).toBe(200);
  });

  it('ends by signing out', async () => {
    const headers = await browser();
    expect((await send(consoleRoutes.signOut.path, { method: 'POST', headers })).status).toBe(200);
    expect((await send(consoleRoutes.session.path, { headers })).status).toBe(401);
  });

  it('can be revoked from another one, which ends its open events too', async () => {
    const [mine, other] = [await browser(), await browser()];
    const events = await fetch(`${console.url}${eventsPath}`, { headers: { cookie: other.cookie } });
    const { json } = await send(consoleRoutes.sessions.path, { headers: other });
    const { id } = json.rows.find(({ current }: { current: boolean }) => current);
    const path = consoleRoutes.endSession.path.replace(':id', id);
    expect((await send(path, { method: 'DELETE', headers: mine })).status).toBe(200);
    expect(await events.text()).toContain(': hello');
    expect((await send(consoleRoutes.session.path, { headers: other })).status).toBe(401);
    expect((await send(path, { method: 'DELETE', headers: mine })).code).toBe('not-found');
  });
});

it('the cookie is bound to the host and to https where the console is reached by https', async () => {
  const other = await makeHome();
  const secure = await runConsole(other.home, { publicUrl: 'https://shiftgate.example.test' });
  const answer = await fetch(`${secure.localUrl}${consoleRoutes.firstSignIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://shiftgate.example.test' },
    body: JSON.stringify({ name: 'ada', password, token: tokenOf(secure.signInLink) }),
  });
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-shiftgate-console=.*; Secure/);
  expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  await secure.close();
  await other.close();
});
