import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { type ListFilter, WorkstationList } from '../../../shared/protocol/workstation-list.ts';
import { makeHome, publish, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts, type DoubleSocket, DoubleWorkstation, enrol, goodFacts, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;
let console: TestConsole;
const sockets: DoubleSocket[] = [];

beforeAll(async () => {
  home = await makeHome();
  console = await runConsole(home.home);
  const origins = [{ origin: 'http://care.example.test', upstream: 'http://127.0.0.1:9' }];
  await console.call(consoleRoutes.putProgram, { params: { id: 'care' }, body: { name: 'Care', origins } });
  const strict = 'name: P\nbreaker: { share: 10, atLeast: 2 }\nchecks:\n  software: { strategy: lock }\n';
  await publish(console, strict);
  for (const hostName of ['bad-1', 'bad-2', 'fine']) {
    const device = makeDevice();
    const { body } = await enrol(console.url, await console.code(), device);
    const pc = new DoubleWorkstation(device, String(body['workstation']));
    const { socket } = await pc.connect(console.url, { hostName });
    socket.send({ type: 'report', jws: pc.report(hostName === 'fine' ? goodFacts() : badFacts()) });
    await socket.next('ack');
    sockets.push(socket);
  }
});
afterAll(async () => {
  await Promise.all(sockets.map((socket) => socket.close()));
  await console.close();
  await home.close();
});

/** The names of those that fit, as somebody limited to these programs sees them. */
async function named(filter: ListFilter, programs?: string[]): Promise<string[]> {
  const body = { name: `reads ${programs}`, role: 'read', ...(programs && { programs }) } as const;
  const { token } = await console.call(consoleRoutes.makeToken, { body });
  const path = `${consoleRoutes.workstations.path}?${new URLSearchParams(filter as Record<string, string>)}`;
  const answer = await fetch(`${console.localUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return WorkstationList.parse(await answer.json())
    .rows.map(({ hostName }) => hostName)
    .sort();
}

describe('whom the breaker holds back', () => {
  it('is listed by check, and nobody else with them', async () => {
    await expect.poll(() => named({ program: 'sales', held: 'software' })).toEqual(['bad-1', 'bad-2']);
    expect(await named({ program: 'sales', held: 'vpn' })).toEqual([]);
    const { facets } = await console.call(consoleRoutes.facets);
    expect(facets.held).toEqual([{ value: 'software', workstations: 2 }]);
  });

  it('is seen by whoever is limited to that program, and by nobody who is limited to others', async () => {
    expect(await named({ held: 'software' }, ['sales'])).toEqual(['bad-1', 'bad-2']);
    expect(await named({ held: 'software' }, ['care'])).toEqual([]);
    expect(await named({ program: 'sales', held: 'software' }, ['care'])).toEqual([]);
  });

  it('is locked once a person lets the check lock again, however many they are', async () => {
    const body = { check: 'software', reason: 'It was a drill' } as const;
    await console.call(consoleRoutes.resumeLocks, { params: { id: 'sales' }, body });
    await expect.poll(() => named({ access: 'locked' })).toEqual(['bad-1', 'bad-2']);
    const { rows } = await console.call(consoleRoutes.programs);
    expect(rows.map(({ suspended }) => suspended)).toEqual([[], []]);
  });
});
