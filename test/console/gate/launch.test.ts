import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGate } from '../../../console/server/gate/index.ts';
import { type Answer, anna, asPage, ben, proxySecret, type Stand, startStand } from './gate-stand.ts';

let stand: Stand;

beforeAll(async () => {
  stand = await startStand();
  stand.set('ready');
  stand.set('ready', { workstation: ben });
});
afterAll(() => stand.close());

async function ticketFor(workstation = anna, program = 'acme'): Promise<string> {
  const { url } = await stand.gate.tickets.issue(workstation, program);
  return new URL(url).hash.slice('#t='.length);
}

function redeem(ticket: unknown, headers: Record<string, string> = {}, to?: string): Promise<Answer> {
  return stand.ask('/.shiftgate/launch', {
    method: 'POST',
    headers: { origin: stand.origin, 'x-shiftgate-page': 'launch', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ticket, to }),
  });
}

describe('a launch ticket', () => {
  test('is a link to the program’s first origin, with the ticket where no server logs it', async () => {
    const { url, expiresAt } = await stand.gate.tickets.issue(anna, 'acme');
    expect(url).toMatch(new RegExp(`^${stand.origin}/\\.shiftgate/launch#t=[\\w-]{43}$`));
    expect(expiresAt).toBe('2026-11-22T09:01:00.000Z');
  });

  test('is stored as a hash only', async () => {
    const ticket = await ticketFor();
    const rows = await stand.store.db.selectFrom('launch_tickets').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  test('opens the CRM once, with a cookie of the right form', async () => {
    const ticket = await ticketFor();
    const first = await redeem(ticket);
    expect([first.status, JSON.parse(first.body)]).toEqual([
      200,
      { person: 'Anna Łukasz', hostName: 'PC of anna', to: '/' },
    ]);
    expect(first.headers['set-cookie']?.[0]).toMatch(/^shiftgate-gate=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const second = await redeem(ticket);
    expect([second.status, JSON.parse(second.body).error.code, second.headers['set-cookie']]).toEqual([
      410,
      'ticket-used-or-expired',
      undefined,
    ]);
  });

  test('two browsers at the same moment: one gets in', async () => {
    const ticket = await ticketFor();
    const statuses = (await Promise.all([redeem(ticket), redeem(ticket)])).map((answer) => answer.status);
    expect(statuses.sort()).toEqual([200, 410]);
  });

  test('over https the cookie is bound to the host and secure', async () => {
    const { headers } = await redeem(await ticketFor(), { host: 'crm.acme.test', origin: 'https://crm.acme.test' });
    expect(headers['set-cookie']?.[0]).toMatch(
      /^__Host-shiftgate-gate=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    const planted = headers['set-cookie']?.[0]?.split(';')[0]?.replace('__Host-', '');
    const answer = await stand.ask('/', { headers: { host: 'crm.acme.test' }, cookie: planted ?? '' });
    expect(answer.status).toBe(401);
  });

  test('is worth nothing after a minute', async () => {
    const ticket = await ticketFor();
    stand.pass(61);
    expect((await redeem(ticket)).status).toBe(410);
  });

  test.each([
    ['another site’s origin', { origin: 'https://evil.test' }, 403],
    ['no origin', { origin: '' }, 403],
    ['the other scheme', { origin: 'https://crm.acme.test' }, 403],
    ['a form without the page’s header', { 'x-shiftgate-page': '' }, 403],
  ])('is not taken from %s', async (_what, headers, status) => {
    const ticket = await ticketFor();
    const kept = Object.entries(headers).filter(([, value]) => value !== '');
    const base: Record<string, string> = { origin: stand.origin, 'x-shiftgate-page': 'launch' };
    for (const name of Object.keys(headers)) delete base[name];
    const answer = await stand.ask('/.shiftgate/launch', {
      method: 'POST',
      headers: { ...base, ...Object.fromEntries(kept) },
      body: JSON.stringify({ ticket }),
    });
    expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([status, 'foreign-request']);
    expect((await redeem(ticket)).status).toBe(200);
  });

  test('of one program does not open another', async () => {
    const answer = await redeem(await ticketFor(anna, 'other'));
    expect(answer.status).toBe(410);
  });

  test.each([
    ['nothing', undefined, 400],
    ['a number', 7, 400],
    ['a list', ['a'], 400],
    ['a made-up one', 'x'.repeat(43), 410],
    ['a very long one', 'x'.repeat(101), 400],
    ['a huge one', 'x'.repeat(20_000), 413],
  ])('%s instead of a ticket is answered clearly', async (_what, ticket, status) => {
    const answer = await redeem(ticket);
    expect([answer.status, typeof JSON.parse(answer.body).error.message]).toEqual([status, 'string']);
  });

  test('what is not JSON is answered clearly', async () => {
    const answer = await stand.ask('/.shiftgate/launch', {
      method: 'POST',
      headers: { origin: stand.origin, 'x-shiftgate-page': 'launch' },
      body: '{',
    });
    expect(answer.status).toBe(400);
  });

  test('for a program without a CRM is refused by name', async () => {
    await expect(stand.gate.tickets.issue(anna, 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['/customers/7?tab=notes#top', '/customers/7?tab=notes#top'],
    ['/a/../b', '/b'],
    ['https://evil.test/', '/'],
    ['//evil.test/', '/'],
    ['/\\evil.test/', '/'],
    ['/\t/evil.test/', '/'],
    ['/.//evil.test/', '/'],
    ['/x/..//evil.test/', '/'],
    ['javascript:alert(1)', '/'],
    ['customers', '/'],
    ['/.shiftgate/sign-out', '/'],
    ['/x/../.shiftgate/launch', '/'],
  ])('to=%s goes to %s', async (to, expected) => {
    const answer = await redeem(await ticketFor(), {}, to);
    expect(JSON.parse(answer.body).to).toBe(expected);
  });
});

describe('a session', () => {
  test('is a new one for every launch, and the browser’s old one ends', async () => {
    const first = await stand.launch();
    const { headers } = await redeem(await ticketFor(), { cookie: first });
    const second = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const statuses = [await stand.ask('/', { cookie: first }), await stand.ask('/', { cookie: second })];
    expect([second === first, ...statuses.map((answer) => answer.status)]).toEqual([false, 401, 200]);
  });

  test('a cookie chosen by someone else is never taken over', async () => {
    const chosen = `shiftgate-gate=${'a'.repeat(43)}`;
    const { headers } = await redeem(await ticketFor(), { cookie: chosen });
    expect(headers['set-cookie']?.[0]).not.toContain(chosen);
    expect((await stand.ask('/', { cookie: chosen })).status).toBe(401);
  });

  test('is good for its own program only', async () => {
    const cookie = await stand.launch();
    stand.set('ready', { program: 'other' });
    expect((await stand.ask('/', { cookie, headers: { host: 'other.test' } })).status).toBe(401);
  });

  test('ends with sign-out, which only our own page can ask for', async () => {
    const cookie = await stand.launch();
    const headers = { origin: stand.origin, 'x-shiftgate-page': 'blocked' };
    const out = (more: Record<string, string>) =>
      stand.ask('/.shiftgate/sign-out', { method: 'POST', cookie, headers: more });
    const foreign = await out({ ...headers, origin: 'https://evil.test' });
    const before = await stand.ask('/', { cookie });
    const own = await out(headers);
    const after = await stand.ask('/', { cookie });
    expect([foreign.status, before.status, own.status, after.status]).toEqual([403, 200, 204, 401]);
    expect(own.headers['set-cookie']?.[0]).toContain('shiftgate-gate=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0');
  });

  test('survives a restart of the console; an ended one does not come back', async () => {
    const kept = await stand.launch();
    const ended = await stand.launch(ben);
    await stand.gate.endSessions(ben);
    const again = await createGate({
      db: stand.store.db,
      access: stand.board,
      programs: { find: (id) => stand.programs.get(id), byHost: () => stand.programs.get('acme') },
      people: { label: () => undefined },
      recheck: () => false,
      proxySecret,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      now: () => new Date('2026-11-22T10:00:00.000Z'),
    });
    const { port } = await again.listen(0, '127.0.0.1');
    const host = `127.0.0.1:${stand.port}`;
    const statuses = [kept, ended].map(
      async (cookie) => (await stand.ask('/', { port, cookie, headers: { host } })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 401]);
    await again.close();
  });

  test('runs out after twelve hours, and the page says what to do', async () => {
    const cookie = await stand.launch();
    stand.pass(12 * 3_600 - 1);
    const before = await stand.ask('/', { cookie });
    stand.pass(2);
    const after = await stand.ask('/', { cookie, headers: asPage });
    expect([before.status, after.status]).toEqual([200, 401]);
    expect(after.body).toContain('Open Acme Care from Shiftgate on your PC');
    expect(after.body).toContain('shiftgate-agent open acme');
  });
});

test.each([
  ['GET', '/.shiftgate/nothing'],
  ['GET', '/.shiftgate/'],
  ['POST', '/.shiftgate/events'],
  ['GET', '/.shiftgate/sign-out'],
  ['GET', '/.shiftgate/../customers'],
])('%s %s is not a page of the gate and never reaches the CRM', async (method, path) => {
  const cookie = await stand.launch();
  const before = stand.crm.requests();
  const answer = await stand.ask(path, { method, cookie });
  expect([answer.status, stand.crm.requests() - before]).toEqual([404, 0]);
});
