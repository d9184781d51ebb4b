import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { consoleRoutes } from '../../../shared/protocol/console-routes.ts';
import { makeHome, runConsole } from '../running-console.ts';
import { badFacts, type DoubleSocket, DoubleWorkstation, enrol, goodFacts, makeDevice } from '../workstation-double.ts';

let home: Awaited<ReturnType<typeof makeHome>>;

beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.close());

/** A console in a process of its own, on the data that the test has made. */
async function forkConsole(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, 'console-process.ts'), [home.home]);
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

/** Sends reports without end, keeps 16 under way, and notes the highest number that was acknowledged. */
async function flood(pc: DoubleWorkstation, socket: DoubleSocket, acknowledged: Map<string, number>): Promise<void> {
  const send = () => socket.send({ type: 'report', jws: pc.report(pc.seq % 2 === 0 ? badFacts() : goodFacts()) });
  for (let index = 0; index < 16; index += 1) send();
  for (;;) {
    const { seq } = await Promise.race([socket.next('ack'), socket.closed.then(() => ({ seq: 0 }))]);
    if (seq === 0) return;
    acknowledged.set(pc.id, seq);
    send();
  }
}

it('killed in the middle of everything, it has lost no acknowledged report, and its audit is whole', async () => {
  const making = await runConsole(home.home);
  const code = await making.code({ uses: 5 });
  const workers: DoubleWorkstation[] = [];
  for (let index = 0; index < 5; index += 1) {
    const device = makeDevice();
    workers.push(new DoubleWorkstation(device, String((await enrol(making.url, code, device)).body['workstation'])));
  }
  await making.close();

  const { child, url } = await forkConsole();
  const acknowledged = new Map<string, number>();
  const floods: Promise<void>[] = [];
  for (const worker of workers) floods.push(flood(worker, (await worker.connect(url)).socket, acknowledged));
  while (Math.min(...workers.map(({ id }) => acknowledged.get(id) ?? 0)) < 50) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  await Promise.all(floods);

  const again = await runConsole(home.home);
  for (const worker of workers) {
    const sent = worker.seq;
    const { socket, welcome } = await worker.connect(again.url);
    expect(welcome.lastSeq).toBeGreaterThanOrEqual(acknowledged.get(worker.id) ?? 0);
    expect(welcome.lastSeq).toBeLessThanOrEqual(sent);
    socket.send({ type: 'report', jws: worker.report(goodFacts()) });
    await socket.next('ack');
    await socket.close();
    const { rows } = await again.call(consoleRoutes.timeline, { params: { id: worker.id } });
    expect(rows.filter(({ kind }) => kind === 'report-gap')).toEqual([]);
  }
  expect(await again.call(consoleRoutes.verifyAudit)).toMatchObject({ ok: true });
  await again.close();
});
