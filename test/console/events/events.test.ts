import { afterAll, beforeAll, expect, it } from 'vitest';
import { openApi } from '../../../console/commands/api.ts';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import type { ConsoleEvent } from '../../../shared/protocol/views.ts';
import { makeHome, publish, runConsole, type TestConsole } from '../running-console.ts';
import { badFacts } from '../workstation-double.ts';

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

/** Listens until an event fits, and gives it back. */
async function hear(fits: (event: ConsoleEvent) => boolean, act: () => Promise<unknown>): Promise<ConsoleEvent> {
  const stop = new AbortController();
  const events = openApi(home.home).events(stop.signal);
  const heard = (async () => {
    for await (const event of events) if (fits(event)) return event;
    throw new Error('the stream ended');
  })();
  // The stream is open once its first request has been answered.
  await console.call(consoleRoutes.programs);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await act();
  const event = await heard;
  stop.abort();
  return event;
}

it('a lock that a report brought is heard with its latency', async () => {
  const pc = await console.workstation();
  const { socket } = await pc.connect(console.url);
  const event = await hear(
    (one) => one.type === 'access' && one.workstation === pc.id && one.view.decision.access === 'locked',
    async () => socket.send({ type: 'report', jws: pc.report(badFacts()) }),
  );
  expect(event).toMatchObject({
    type: 'access',
    previous: 'ready',
    latency: { total: expect.any(Number), console: expect.any(Number) },
    view: { program: 'sales', programName: 'Sales', decision: { reasons: [{ cause: 'software' }] } },
  });
  await socket.close();
});

it.each<[string, () => Promise<unknown>, Partial<ConsoleEvent>]>([
  ['a new policy', () => publish(console, 'name: P\n'), { type: 'program', program: 'sales' }],
  ['an enrolment', () => console.workstation(), { type: 'workstation' }],
])('%s is heard', async (_what, act, expected) => {
  expect(await hear(({ type }) => type === expected.type, act)).toMatchObject(expected);
});

it('nobody hears anything without signing in', async () => {
  expect((await fetch(`${console.url}/api/v1/events`)).status).toBe(401);
});
