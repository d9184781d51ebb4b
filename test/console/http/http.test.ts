import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeApi } from '../../../console/server/http/openapi.ts';
import { agentRoutes } from '../../../shared/protocol/agent-routes.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { ErrorBody } from '../../../shared/protocol/errors.ts';
import type { Route } from '../../../shared/protocol/route.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const all = Object.entries({ ...consoleRoutes, ...agentRoutes } as Record<string, Route>);
const pathFor = ({ path }: Route) => path.replace(/:\w+/g, 'nothing');
const bearer = () => ({ authorization: `Bearer ${console.token}` });
const json = { 'content-type': 'application/json' };

describe.each(all)('the route %s', (_name, route) => {
  it('is there, and closed to strangers where it is for operators', async () => {
    const answer = await fetch(`${console.url}${pathFor(route)}`, { method: route.method });
    const { error } = ErrorBody.partial().parse(await answer.json());
    expect(error?.message).not.toBe('There is no such address.');
    expect(error?.code === 'not-signed-in').toBe(route.caller === 'operator');
  });

  it('answers a form it does not know with the field that is wrong', async () => {
    if (!route.body) return expect(route.body).toBeUndefined();
    const answer = await fetch(`${console.url}${pathFor(route)}`, {
      method: route.method,
      headers: { ...json, ...bearer() },
      body: '[1]',
    });
    const { error } = ErrorBody.parse(await answer.json());
    // One's own account is for sessions; the command line has none.
    const expected = route.needs === 'account' ? [401, 'not-signed-in'] : [400, 'invalid-body'];
    expect([answer.status, error.code]).toEqual(expected);
  });
});

describe('a body', () => {
  const path = consoleRoutes.createCode.path;
  it.each([
    ['that is not JSON', '{"program":', 400, 'invalid-body'],
    ['that is empty', '', 400, 'invalid-body'],
    ['of more than 256 KiB', JSON.stringify({ program: 'x'.repeat(256 * 1024) }), 413, 'too-large'],
    ['nested a hundred thousand deep', `{"program":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400, 'invalid-body'],
    ['with a NUL character', '{"program":"sa\\u0000les"}', 400, 'invalid-body'],
    ['that reaches for the prototype', '{"__proto__":{"admin":true},"program":"sales"}', 400, 'invalid-body'],
    ['with a wrong type', '{"program":"sales","uses":"many"}', 400, 'invalid-body'],
    ['with a wrong duration', '{"program":"sales","validFor":"soon"}', 400, 'invalid-body'],
  ])('%s is refused', async (_what, body, status, code) => {
    const answer = await fetch(`${console.url}${path}`, { method: 'POST', headers: { ...json, ...bearer() }, body });
    expect([answer.status, ErrorBody.parse(await answer.json()).error.code]).toEqual([status, code]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded'])('of type %s is refused', async (type) => {
    const headers = { 'content-type': type, ...bearer() };
    const answer = await fetch(`${console.url}${path}`, { method: 'POST', headers, body: '{"program":"sales"}' });
    expect(answer.status).toBe(400);
  });
});

describe('everything else', () => {
  it.each([
    ['/api/v1/nothing', 404],
    ['/agent/v1/nothing', 404],
    ['/api/docs/', 200],
    ['/api/openapi.json', 200],
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/authz/nginx', 403],
  ])('%s answers %d', async (path, status) => {
    expect((await fetch(`${console.url}${path}`)).status).toBe(status);
  });

  it('metrics are for this machine and for whoever is signed in', async () => {
    const throughProxy = { 'x-forwarded-for': '203.0.113.9' };
    const [stranger, operator] = await Promise.all([
      fetch(`${console.url}/metrics`, { headers: throughProxy }),
      fetch(`${console.url}/metrics`, { headers: { ...throughProxy, ...bearer() } }),
    ]);
    expect([stranger.status, operator.status]).toEqual([401, 200]);
    expect(await operator.text()).toContain('# TYPE shiftgate_lock_latency_seconds histogram');
  });

  it('answers carry the headers that keep browsers safe', async () => {
    const { headers } = await fetch(`${console.url}/healthz`);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
  });

  it('the API’s description names every route', () => {
    const described = Object.values(describeApi().paths).flatMap((methods) =>
      Object.values(methods).map((operation) => (operation as { operationId: string }).operationId),
    );
    expect(described.sort()).toEqual(all.map(([name]) => name).sort());
  });
});

it('the files of the web arrive compressed, and as they were built', async () => {
  const page = await (await fetch(`${console.url}/`)).text();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? '';
  const [plain, short] = await Promise.all(
    ['identity', 'br'].map((encoding) =>
      fetch(`${console.url}${script}`, { headers: { 'accept-encoding': encoding } }),
    ),
  );
  expect([plain?.headers.get('content-encoding'), short?.headers.get('content-encoding')]).toEqual([null, 'br']);
  expect(await short?.text()).toBe(await plain?.text());
});
