import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleSocket, DoubleWorkstation, enrol, goodFacts, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
const sockets: DoubleSocket[] = [];

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  for (const hostName of ['fast-pc', 'slow-pc']) {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code({ person: `Of ${hostName}` }), device);
    const pc = new DoubleWorkstation(device, String(body['workstation']));
    const { socket } = await pc.connect(console.url, { hostName });
    sockets.push(socket);
    const report = async (facts: ReturnType<typeof goodFacts>, change = {}) => {
      socket.send({ type: 'report', jws: pc.report(facts, change) });
      await socket.next('ack');
    };
    await report(goodFacts());
    const late = new Date(Date.now() - (hostName === 'slow-pc' ? 900 : 0)).toISOString();
    await report(badFacts(), { observedAt: late });
    await report(goodFacts());
  }
});
afterAll(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  await console.close();
  await home.close();
});

const slowest = (query: { of: 'lock' | 'fix'; program?: string; limit?: number }) =>
  console.call(consoleRoutes.latencies, { query });

it('the figures of speed are made of these transitions, the slowest first', async () => {
  const overview = () => console.call(consoleRoutes.overview, { query: {} });
  // They are written a moment after the gate knows.
  await expect.poll(async () => (await overview()).latency.fix?.count).toBe(2);
  const { latency } = await overview();
  const { rows, total } = await slowest({ of: 'lock' });
  expect(total).toBe(latency.lock?.count);
  expect(rows.map(({ hostName, person, programName }) => [hostName, person, programName])).toEqual([
    ['slow-pc', 'Of slow-pc', 'Sales'],
    ['fast-pc', 'Of fast-pc', 'Sales'],
  ]);
  expect(rows[0]?.total).toBe(latency.lock?.p95);
  expect((await slowest({ of: 'fix' })).total).toBe(latency.fix?.count);
});

it('no more are given than asked for, and none of a program that is not theirs', async () => {
  const { rows, total } = await slowest({ of: 'lock', limit: 1 });
  expect([rows.length, total]).toEqual([1, 2]);
  expect(await slowest({ of: 'lock', program: 'care' })).toEqual({ rows: [], total: 0 });
  const body = { name: 'care reads', role: 'read' as const, programs: ['care'] };
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(consoleRoutes.putProgram, { params: { id: 'care' }, body: { name: 'Care', origins } });
  const { token } = await console.call(consoleRoutes.makeToken, { body });
  const answer = await fetch(`${console.localUrl}${consoleRoutes.latencies.path}?of=lock`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toEqual({ rows: [], total: 0 });
});
