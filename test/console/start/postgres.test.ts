import { afterAll, beforeAll, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole } from '../running-console.ts';
import { startPostgres, type TestEngine } from '../store/databases.ts';
import { badFacts, goodFacts } from '../workstation-double.ts';

let engine: TestEngine;
let home: Awaited<ReturnType<typeof makeHome>>;

beforeAll(async () => {
  [engine, home] = await Promise.all([startPostgres(), makeHome()]);
});
afterAll(async () => {
  await engine.close();
  await home.close();
});

it('the whole console runs on PostgreSQL, and goes on where it stopped', async () => {
  const database = await engine.fresh();
  const first = await runConsole(home.home, { database });
  const pc = await first.workstation();
  const link = await pc.connect(first.url);
  for (let index = 0; index < 20; index += 1) link.socket.send({ type: 'report', jws: pc.report(goodFacts()) });
  link.socket.send({ type: 'report', jws: pc.report(badFacts()) });
  for (let index = 0; index < 21; index += 1) await link.socket.next('ack');
  await first.call(consoleRoutes.lock, { params: { id: pc.id }, body: { reason: 'drill' } });
  await first.close();

  const again = await runConsole(home.home, { database });
  const detail = await again.call(consoleRoutes.workstation, { params: { id: pc.id } });
  expect(detail).toMatchObject({ access: 'locked', locks: [{ reason: 'drill' }] });
  expect(detail.programs[0]?.decision.reasons.map(({ cause }) => cause)).toEqual(['manual-lock', 'software']);
  expect((await pc.connect(again.url)).welcome.lastSeq).toBe(21);
  expect(await again.call(consoleRoutes.verifyAudit)).toMatchObject({ ok: true });
  await again.close();
});
