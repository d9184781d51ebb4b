import { goodFacts } from '../console/workstation-double.ts';
import { makeHome } from '../e2e/shiftgate.ts';
import { type Figure, median } from './figures.ts';
import { type Connected, connectFleet, seedFleet } from './fleet.ts';
import { pin, startServer, usageOf } from './server-process.ts';

const workstations = 1_000;
const reportsEach = 5;
const rounds = 5;

/**
 * Reports verified, judged, committed and acknowledged per second, beside verifying and writing alone on one core.
 * The console verifies on its thread pool and so uses both cores, which it shares with the load.
 */
export async function bench(): Promise<Figure[]> {
  pin(process.pid, '0,1');
  const home = makeHome();
  const devices = await seedFleet(home.path, workstations);
  const server = await startServer<{ url: string }>('console-server.ts', '0,1', [home.path]);
  const rates: Record<'floor' | 'taken', number[]> = { floor: [], taken: [] };
  const cpu: Record<'floor' | 'taken', number[]> = { floor: [], taken: [] };
  try {
    const fleet = await connectFleet(server.ready.url, devices);
    // The first reports meet code that is not compiled yet, as they do once in the life of a console.
    await deliver(fleet);
    for (let round = 0; round < rounds; round += 1) {
      const floor = await startServer<{ perSecond: number; cpu: number }>('reports-floor.ts', '0');
      rates.floor.push(floor.ready.perSecond);
      cpu.floor.push(floor.ready.cpu);
      await floor.close();
      const before = await usageOf(server.child);
      rates.taken.push(await deliver(fleet));
      const after = await usageOf(server.child);
      cpu.taken.push((after.cpu - before.cpu) / (workstations * reportsEach));
    }
  } finally {
    await server.close();
    home.remove();
  }
  const share = median(rates.taken) / median(rates.floor);
  return [
    {
      what: 'reports: verified, judged, committed, acknowledged',
      measured: median(rates.taken),
      unit: '/s',
      baseline: { what: 'verify and grouped commit alone, one core', value: median(rates.floor) },
      budget: { text: '≥ 70 % of verifying and writing', kept: share >= 0.7 },
    },
    {
      what: 'reports: CPU of the console for each',
      measured: median(cpu.taken),
      unit: 'µs',
      baseline: { what: 'verify and grouped commit alone', value: median(cpu.floor) },
    },
  ];
}

/** Every workstation sends its reports as fast as its socket takes them; returns reports per second. */
async function deliver(fleet: readonly Connected[]): Promise<number> {
  const work = fleet.map(({ workstation, socket }) => {
    const reports = Array.from({ length: reportsEach }, () => workstation.report(goodFacts()));
    return { reports, socket, last: workstation.seq };
  });
  const started = performance.now();
  await Promise.all(
    work.map(async ({ reports, socket, last }) => {
      for (const jws of reports) socket.send({ type: 'report', jws });
      for (let acked = 0; acked < last; ) acked = (await socket.next('ack')).seq;
    }),
  );
  return ((fleet.length * reportsEach) / (performance.now() - started)) * 1000;
}
