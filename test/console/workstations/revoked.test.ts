import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import type { ListQuery } from '../../../shared/protocol/workstation-list.ts';
import { makeHome, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleSocket } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
const sockets: DoubleSocket[] = [];

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  for (const hostName of ['locked-pc', 'gone-pc']) {
    const pc = await console.workstation();
    const { socket } = await pc.connect(console.url, { hostName });
    sockets.push(socket);
    socket.send({ type: 'report', jws: pc.report(badFacts()) });
    await socket.next('ack');
    const body = { state: 'revoked', reason: 'Left the company' } as const;
    if (hostName === 'gone-pc') await console.call(consoleRoutes.setEnrolment, { params: { id: pc.id }, body });
  }
});
afterAll(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  await console.close();
  await home.close();
});

const list = (query: Partial<ListQuery>) => console.call(consoleRoutes.workstations, { query });
const one = { ready: 0, warned: 0, draining: 0, locked: 1 };

it('nobody works on a revoked workstation: no screen counts it as somebody who cannot', async () => {
  const { rows, counts, all, total } = await list({});
  expect([rows.map(({ hostName }) => hostName), counts, all, total]).toEqual([['locked-pc'], one, 1, 1]);
  const { sections, counts: inTriage, impact } = await console.call(consoleRoutes.triage, { query: {} });
  expect(sections.map(({ section, total: people }) => [section, people])[0]).toEqual(['cannot-work', 1]);
  expect([inTriage, impact[0]?.workstations]).toEqual([one, 1]);
  const { programs, workstations, facets } = await console.call(consoleRoutes.overview, { query: {} });
  expect([programs[0]?.counts, workstations]).toEqual([one, 1]);
  expect(facets.access).toEqual([{ value: 'locked', workstations: 1 }]);
  const [program] = (await console.call(consoleRoutes.programs)).rows;
  expect(program?.counts).toEqual(one);
  const trial = { params: { id: 'sales' }, body: { check: 'software' as const, workstations: 1 } };
  expect((await console.call(consoleRoutes.tryBreaker, trial)).workstations).toBe(1);
});

it('it is a slice of its own by enrolment, and found there', async () => {
  const { facets } = await console.call(consoleRoutes.facets, { query: {} });
  expect(facets.enrolment).toEqual([
    { value: 'active', workstations: 1 },
    { value: 'revoked', workstations: 1 },
  ]);
  const { rows, counts, total } = await list({ enrolment: 'revoked', search: 'pc' });
  expect([rows.map(({ hostName, access }) => [hostName, access]), total]).toEqual([[['gone-pc', 'locked']], 1]);
  expect(counts).toEqual({ ...one, locked: 0 });
});
