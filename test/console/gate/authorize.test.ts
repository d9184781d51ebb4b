import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createGate } from '../../../console/server/gate/index.ts';
import { anna, ask, proxySecret, type Stand, startStand } from './gate-stand.ts';
import { startAuthorizer } from './nginx-stand.ts';

let stand: Stand;
let authorizer: Awaited<ReturnType<typeof startAuthorizer>>;
let cookie: string;

beforeAll(async () => {
  stand = await startStand();
  authorizer = await startAuthorizer(stand.gate);
  stand.set('ready');
  cookie = await stand.launch();
});
afterAll(async () => {
  await authorizer.close();
  await stand.close();
});
beforeEach(() => stand.set('ready'));

const decide = (headers: Record<string, string>, path = '/authz/nginx') =>
  ask({ port: authorizer.port, headers, cookie }, path);
const asked = () => ({ 'x-shiftgate-proxy': proxySecret, 'x-original-url': `${stand.origin}/customers?x=1` });

describe('the answer in the words of nginx', () => {
  test('204 with who is there', async () => {
    const { status, headers } = await decide(asked());
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-shiftgate-reason': '',
      'x-shiftgate-workstation': anna,
      'x-shiftgate-person': 'Anna%20%C5%81ukasz',
      'x-shiftgate-program': 'acme',
      'x-shiftgate-access': 'ready',
    });
  });

  test('403 with the first reason while locked', async () => {
    stand.set('locked');
    const { status, headers } = await decide(asked());
    expect([status, headers['x-shiftgate-reason'], headers['x-shiftgate-access']]).toEqual([
      403,
      'software/forbidden-running',
      'locked',
    ]);
  });

  test('401 without a session, with every header all the same', async () => {
    const { status, headers } = await ask({ port: authorizer.port, headers: asked() }, '/authz/nginx');
    expect([status, headers['x-shiftgate-reason'], headers['x-shiftgate-workstation']]).toEqual([401, 'not-bound', '']);
  });

  test('a query that the proxy left on the path plays no part', async () => {
    expect((await decide(asked(), '/authz/nginx?x=1')).status).toBe(204);
  });
});

describe('a question that is refused', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no secret', { 'x-shiftgate-proxy': '' }, 'wrong-proxy-secret'],
    ['half the secret', { 'x-shiftgate-proxy': proxySecret.slice(0, 20) }, 'wrong-proxy-secret'],
    ['another secret', { 'x-shiftgate-proxy': 'x'.repeat(proxySecret.length) }, 'wrong-proxy-secret'],
    ['another host', { 'x-original-url': 'http://elsewhere.test/' }, 'unknown-host'],
    ['no address', { 'x-original-url': '' }, 'unknown-host'],
    ['a path alone', { 'x-original-url': '/customers' }, 'unknown-host'],
  ])('%s', async (_what, wrong, reason) => {
    const { status, headers } = await decide({ ...asked(), ...wrong });
    expect([status, headers['x-shiftgate-reason'], headers['x-shiftgate-workstation']]).toEqual([403, reason, '']);
  });

  test.each(['/authz/', '/authz/caddy', '/authz/constructor', '/authz/nginx/x', '/other'])(
    '%s is no dialect',
    async (path) => {
      expect((await decide(asked(), path)).status).toBe(404);
    },
  );
});

test('a gate with a short proxy secret does not start', async () => {
  const { db } = stand.store;
  const nobody = { find: () => undefined, byHost: () => undefined };
  const gate = createGate({
    db,
    access: stand.board,
    programs: nobody,
    people: { label: () => undefined },
    recheck: () => false,
    proxySecret: 'short',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => new Date(),
  });
  await expect(gate).rejects.toThrow('at least 32 characters');
});
