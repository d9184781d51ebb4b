import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, DoubleWorkstation, enrol, goodFacts, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
const ids: Record<string, string> = {};

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  for (const [hostName, person, facts] of [
    ['anna-pc', 'Anna Adams', goodFacts()],
    ['ben-pc', 'Ben Brown', badFacts()],
    ['carla-pc', 'Carla Clark', goodFacts()],
  ] as const) {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code({ person }), device);
    const pc = new DoubleWorkstation(device, String(body['workstation']));
    ids[hostName] = pc.id;
    const { socket } = await pc.connect(console.url, { hostName });
    socket.send({ type: 'report', jws: pc.report(facts) });
    await socket.next('ack');
    await socket.close();
  }
  await console.call(consoleRoutes.lock, { params: { id: ids['carla-pc']! }, body: { reason: 'drill' } });
});
afterAll(async () => {
  await console.close();
  await home.close();
});

const list = (query: object = {}) => console.call(consoleRoutes.workstations, { query });
const names = async (query: object) => (await list(query)).rows.map(({ hostName }) => hostName);

it('the list begins with those who cannot work, and of them with who waits longest', async () => {
  const { rows, total, counts } = await list();
  expect(rows.map(({ hostName, access }) => [hostName, access])).toEqual([
    ['ben-pc', 'locked'],
    ['carla-pc', 'locked'],
    ['anna-pc', 'ready'],
  ]);
  expect([total, counts]).toEqual([3, { ready: 1, warned: 0, draining: 0, locked: 2 }]);
});

it.each([
  ['an access', { access: 'ready' }, ['anna-pc']],
  ['a part of a person’s name', { search: 'brown' }, ['ben-pc']],
  ['a part of a host name', { search: 'CARLA' }, ['carla-pc']],
  ['a program', { program: 'sales', access: 'locked' }, ['ben-pc', 'carla-pc']],
  ['a program that nobody works for', { program: 'care' }, []],
  ['a page', { limit: 1, offset: 1 }, ['carla-pc']],
])('can be narrowed down to %s', async (_what, query, expected) => {
  expect(await names(query)).toEqual(expected);
});

it('the counts are of all that match, whatever access is shown', async () => {
  expect((await list({ access: 'ready' })).counts).toMatchObject({ ready: 1, locked: 2 });
});

it('one workstation shows its findings, facts, locks and decision', async () => {
  const detail = await console.call(consoleRoutes.workstation, { params: { id: ids['carla-pc']! } });
  expect(detail).toMatchObject({
    hostName: 'carla-pc',
    person: 'Carla Clark',
    access: 'locked',
    connected: false,
    egress: '127.0.0.1',
    locks: [{ reason: 'drill', by: 'command line' }],
    excuses: [],
    programs: [{ program: 'sales', programName: 'Sales', policyVersion: 1 }],
  });
  expect(detail.findings[0]?.findings.map(({ check, outcome }) => [check, outcome])).toEqual([
    ['os-patch', 'pass'],
    ['wifi-security', 'not-applicable'],
    ['vpn', 'not-applicable'],
    ['software', 'pass'],
  ]);
});

it('a lock that a report brought shows how long it took', async () => {
  const { rows } = await console.call(consoleRoutes.timeline, { params: { id: ids['ben-pc']! } });
  const { latency } = rows.find(({ decision }) => decision?.access === 'locked')!;
  expect(latency!.total).toBeGreaterThanOrEqual(latency!.console);
});

it('the timeline is read in pages', async () => {
  const params = { id: ids['carla-pc']! };
  const first = await console.call(consoleRoutes.timeline, { params, query: { limit: 2 } });
  const second = await console.call(consoleRoutes.timeline, {
    params,
    query: { limit: 50, before: first.next! },
  });
  expect([first.rows.length, second.next]).toEqual([2, undefined]);
  expect([...first.rows, ...second.rows].map(({ kind }) => kind)).toEqual([
    'access',
    'lock',
    'access',
    'facts',
    'access',
    'enrolment',
  ]);
});

it('an excuse lets somebody work until it ends', async () => {
  const params = { id: ids['ben-pc']! };
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await console.call(consoleRoutes.excuse, {
    params,
    body: { checks: ['software'], until, reason: 'agreed with client', override: true },
  });
  expect(await console.call(consoleRoutes.workstation, { params })).toMatchObject({
    access: 'ready',
    excuses: [{ id, until }],
  });
  await console.call(consoleRoutes.endExcuse, { params: { id } });
  expect(await console.call(consoleRoutes.workstation, { params })).toMatchObject({ access: 'locked', excuses: [] });
  await expect(console.call(consoleRoutes.endExcuse, { params: { id } })).rejects.toThrow('no such excuse');
});

it.each([
  ['a reason of two letters', { reason: 'no' }],
  ['a program the workstation does not work for', { reason: 'drill', program: 'care' }],
])('cannot be locked with %s', async (_what, body) => {
  await expect(console.call(consoleRoutes.lock, { params: { id: ids['anna-pc']! }, body })).rejects.toThrow(/40[03]/);
});

it('a call in progress is known by the person’s name', async () => {
  const body = { person: 'anna adams', state: 'on-call' as const };
  expect(await console.call(consoleRoutes.callState, { body })).toEqual({ workstations: 1 });
  expect(await console.call(consoleRoutes.callState, { body: { person: 'nobody', state: 'idle' } })).toEqual({
    workstations: 0,
  });
});

it('everything that changed access is in the audit, and its chain is whole', async () => {
  const { rows } = await console.call(consoleRoutes.audit, { query: { limit: 200 } });
  const actions = new Set(rows.map(({ action }) => action));
  expect([...actions].sort()).toEqual(
    [
      'access-changed',
      'enrolment-changed',
      'enrolment-code-created',
      'excuse',
      'excuse-ended',
      'lock',
      'program-created',
    ].sort(),
  );
  expect(await console.call(consoleRoutes.verifyAudit)).toMatchObject({
    ok: true,
    entries: rows.length,
    head: rows[0]?.hash,
  });
});
