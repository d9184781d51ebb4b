import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, publish, runConsole, type TestConsole } from '../running-console.ts';

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

const put = (id: string, origins: { origin: string; upstream: string }[]) =>
  console.call(consoleRoutes.putProgram, { params: { id }, body: { name: 'Care', origins } });
const upstream = 'http://127.0.0.1:9';

it('a new program begins with the starter policy', async () => {
  await put('care', [{ origin: 'http://care.test/', upstream }]);
  const { rows } = await console.call(consoleRoutes.programs);
  expect(rows.find(({ id }) => id === 'care')).toMatchObject({
    name: 'Care',
    origins: [{ origin: 'http://care.test', upstream }],
    policyName: 'Starter',
    policyVersion: 1,
    counts: { ready: 0, warned: 0, draining: 0, locked: 0 },
    suspended: [],
  });
});

it.each([
  ['an id with capitals', 'Care', 'http://a.test', 'lower-case letters'],
  ['an origin with a path', 'a', 'http://a.test/crm', 'more than a scheme, a host and a port'],
  ['an origin with a password', 'a', 'http://me:you@a.test', 'more than a scheme'],
  ['an origin that is no web address', 'a', 'ftp://a.test', 'does not begin with http'],
  ['an origin of another program', 'a', 'http://crm.example.test', 'belongs to the program sales already'],
])('%s is refused', async (_what, id, origin, words) => {
  await expect(put(id, [{ origin, upstream }])).rejects.toThrow(words);
});

it('a policy gets a version, and the one before is replaced', async () => {
  const text = 'name: Strict\nchecks:\n  vpn: { required: true }\n';
  const version = await publish(console, text);
  expect(await console.call(consoleRoutes.policy, { params: { id: 'sales' } })).toMatchObject({
    version,
    text,
    author: 'command line',
  });
});

it('policies published at the same time get versions of their own', async () => {
  const versions = await Promise.all(['A', 'B', 'C'].map((name) => publish(console, `name: ${name}\n`)));
  expect(new Set(versions).size).toBe(3);
  const { version, text } = await console.call(consoleRoutes.policy, { params: { id: 'sales' } });
  expect([version, text]).toEqual([Math.max(...versions), 'name: C\n']);
});

it.each([
  ['an unknown check', 'name: P\nchecks:\n  fire-wall: {}\n', 3, 'checks.fire-wall'],
  ['a wrong duration', 'name: P\nlease: soon\n', 2, 'lease'],
  ['a duplicate key', 'name: P\nlease: 15m\nlease: 20m\n', 3, 'lease'],
  ['no name', 'lease: 15m\n', 1, 'name'],
])(
  'a policy with %s is refused with line and field, and the one before stays in force',
  async (_what, text, line, field) => {
    const before = await console.call(consoleRoutes.policy, { params: { id: 'sales' } });
    const answer = await fetch(`${console.url}/api/v1/programs/sales/policy`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${console.token}` },
      body: JSON.stringify({ text }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { error: { code: 'invalid-policy', problems: [{ line, field }] } },
    ]);
    expect(await console.call(consoleRoutes.policy, { params: { id: 'sales' } })).toEqual(before);
  },
);

it.each([
  ['policy', consoleRoutes.policy],
  ['timeline', consoleRoutes.timeline],
] as const)('the %s of nothing is not found', async (_what, route) => {
  await expect(console.call(route, { params: { id: 'nothing' } })).rejects.toThrow('404');
});
