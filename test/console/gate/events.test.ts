import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anna, asPage, ben, openRequest, type Stand, startStand, until } from './gate-stand.ts';

let stand: Stand;
let cookie: string;

beforeEach(async () => {
  stand = await startStand();
  stand.set('locked');
  cookie = await stand.launch();
});
afterEach(() => stand.close());

interface Heard {
  readonly stream: IncomingMessage;
  readonly said: { access: string; html?: string }[];
}

async function listen(by?: string): Promise<Heard> {
  const stream = await openRequest({ port: stand.port, ...(by && { cookie: by }) }, '/.shiftgate/events');
  const said: Heard['said'] = [];
  stream.on('data', (chunk) => {
    for (const [, data] of String(chunk).matchAll(/^data: (.*)$/gm)) said.push(JSON.parse(data ?? ''));
  });
  return { stream, said };
}

describe('the live decision', () => {
  test('comes at once and with every change, and a lock does not end it', async () => {
    const { stream, said } = await listen(cookie);
    await until(() => said.length === 1, 'the decision in force');
    stand.set('ready');
    stand.set('locked');
    await until(() => said.length === 3, 'two changes');
    expect(stream.headers['content-type']).toBe('text/event-stream');
    expect(said.map(({ access }) => access)).toEqual(['locked', 'ready', 'locked']);
    expect(said[2]?.html).toContain('Quit AnyDesk completely');
  });

  test('says nothing of other workstations', async () => {
    const { said } = await listen(cookie);
    stand.set('ready', { workstation: ben });
    stand.set('ready', { program: 'other' });
    stand.set('warned');
    await until(() => said.at(-1)?.access === 'warned', 'its own change');
    expect(said).toHaveLength(2);
  });

  test('without a session there is only that to say', async () => {
    const { stream, said } = await listen();
    await until(() => stream.readableEnded, 'the end');
    expect(said).toEqual([{ access: 'not-bound' }]);
  });

  test('ends when the session does', async () => {
    const { stream, said } = await listen(cookie);
    await stand.gate.endSessions(anna);
    await until(() => stream.readableEnded, 'the end');
    expect(said.at(-1)).toEqual({ access: 'not-bound' });
  });
});

describe('check again', () => {
  const page = () => ({ origin: stand.origin, 'x-shiftgate-page': 'blocked' });
  const check = (by: string, headers: Record<string, string> = page()) =>
    stand.ask('/.shiftgate/recheck', { method: 'POST', cookie: by, headers });

  test('asks the workstation, at most every two seconds', async () => {
    const answers = [await check(cookie), await check(cookie)];
    stand.pass(3);
    answers.push(await check(cookie));
    expect(answers.map(({ body }) => JSON.parse(body))).toEqual([{ sent: true }, { sent: true }, { sent: true }]);
    expect(stand.rechecked).toEqual([anna, anna]);
  });

  test('says so when the workstation is not in contact', async () => {
    const { body } = await check(await stand.launch(ben));
    expect(JSON.parse(body)).toEqual({ sent: false });
  });

  test('takes no request from another site, and none without a session', async () => {
    const foreign = await check(cookie, { ...page(), origin: 'https://evil.test' });
    const bare = await check('crm=1');
    expect([foreign.status, bare.status, stand.rechecked]).toEqual([403, 401, []]);
  });
});

describe('the block page at an address of its own', () => {
  test.each([
    ['/.shiftgate/blocked?to=/customers?page=2&sort=name', '/customers?page=2&amp;sort=name'],
    ['/.shiftgate/blocked?to=%2Fcustomers%3Fpage%3D2', '/customers?page=2'],
    ['/.shiftgate/blocked?to=//evil.test/', '/'],
    ['/.shiftgate/blocked?to=https%3A%2F%2Fevil.test', '/'],
    ['/.shiftgate/blocked?to=%', '/'],
    ['/.shiftgate/blocked', '/'],
  ])('%s leads back to %s', async (path, expected) => {
    const { status, body } = await stand.ask(path, { cookie, headers: asPage });
    expect([status, /data-return-to="([^"]*)"/.exec(body)?.[1]]).toEqual([403, expected]);
  });

  test('a locked address that starts with two slashes does not lead away either', async () => {
    const { body } = await stand.ask('//evil.test/', { cookie, headers: asPage });
    expect(/data-return-to="([^"]*)"/.exec(body)?.[1]).toBe('/');
  });

  test('a refused form leads back to the page it was on', async () => {
    const { body } = await stand.ask('/customers/7/save', {
      method: 'POST',
      cookie,
      headers: { ...asPage, referer: `${stand.origin}/customers/7?tab=notes` },
      body: 'name=x',
    });
    expect(/data-return-to="([^"]*)"/.exec(body)?.[1]).toBe('/customers/7?tab=notes');
  });

  test('goes on at once when there is no lock, and asks for a launch without a session', async () => {
    stand.set('ready');
    const on = await stand.ask('/.shiftgate/blocked?to=/customers', { cookie, headers: asPage });
    const bare = await stand.ask('/.shiftgate/blocked?to=/customers', { headers: asPage });
    expect([on.status, on.headers.location, bare.status]).toEqual([303, '/customers', 401]);
  });
});
