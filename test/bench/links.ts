import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { openApi } from '../../console/commands/api.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { makeHome } from '../e2e/shiftgate.ts';
import { type Figure, median, percentile } from './figures.ts';
import { type Connected, connectFleet, seedFleet } from './fleet.ts';
import { pin, startServer, type Usage, usageOf } from './server-process.ts';

/** One process opens at most 20,000 files on the machine that these figures come from. */
const links = Number(process.env['BENCH_LINKS'] ?? 19_000);
const target = 100_000;
const locks = 200;

/** Connected workstations: what each costs, and how fast one of them hears of its lock while all stay connected. */
export async function bench(): Promise<Figure[]> {
  pin(process.pid, '1');
  const home = makeHome();
  const devices = await seedFleet(home.path, links);
  const bare = await measureBare();
  const server = await startServer<{ url: string }>('console-server.ts', '0', [home.path]);
  try {
    await wait(1_000);
    const empty = await usageOf(server.child);
    const open = await connectFleet(server.ready.url, devices);
    await wait(2_000);
    const full = await usageOf(server.child);
    for (const { socket } of open) socket.send({ type: 'heartbeat' });
    await wait(3_000);
    const beaten = await usageOf(server.child);
    const pushed = await pushLocks(home.path, open);
    return figuresOf({ bare, empty, full, beaten, ...pushed });
  } finally {
    await server.close();
    home.remove();
  }
}

/** Bytes that the WebSocket library alone takes for each connection. */
async function measureBare(): Promise<number> {
  const server = await startServer<{ url: string }>('bare-ws-server.ts', '0');
  const empty = await usageOf(server.child);
  for (let opened = 0; opened < links; opened += 100) {
    const some = Array.from({ length: 100 }, () => new WebSocket(server.ready.url, { perMessageDeflate: false }));
    await Promise.all(some.map((socket) => once(socket, 'open')));
  }
  await wait(2_000);
  const full = await usageOf(server.child);
  await server.close();
  return (full.memory - empty.memory) / links;
}

interface Measured extends Pushed {
  readonly bare: number;
  readonly empty: Usage;
  readonly full: Usage;
  readonly beaten: Usage;
}

function figuresOf({ bare, empty, full, beaten, pushed, asked }: Measured): Figure[] {
  const each = (full.memory - empty.memory) / links;
  const total = (empty.memory + each * target) / 2 ** 30;
  const share = ((beaten.cpu - full.cpu) / links / 1e6) * (target / 60) * 100;
  const p99 = percentile(pushed, 0.99);
  return [
    {
      what: `links: memory each, of ${links} in one process`,
      measured: each / 1024,
      unit: 'KiB',
      baseline: { what: 'bare ws', value: bare / 1024 },
    },
    {
      what: `links: memory of ${target}, reckoned from that`,
      measured: total,
      unit: 'GiB',
      budget: { text: '≤ 2 GB', kept: total * 1.074 <= 2 },
    },
    { what: `links: ${target} heartbeats a minute, reckoned`, measured: share, unit: '% of a core' },
    {
      what: `one lock to one of ${links}, median of ${locks}`,
      measured: median(pushed),
      unit: 'ms',
      baseline: { what: 'the API asked for little', value: median(asked) },
    },
    {
      what: `one lock to one of ${links}, p99`,
      measured: p99,
      unit: 'ms',
      budget: { text: '≤ 20 ms', kept: p99 <= 20 },
    },
  ];
}

interface Pushed {
  /** Milliseconds from the request for a lock to the message at the agent. */
  readonly pushed: number[];
  /** Milliseconds that the API takes to answer who is asking: the way there and back. */
  readonly asked: number[];
}

/** Locks one workstation after another by hand. */
async function pushLocks(home: string, open: readonly Connected[]): Promise<Pushed> {
  const api = openApi(home);
  const times: Pushed = { pushed: [], asked: [] };
  for (const { workstation, socket } of open.slice(0, locks)) {
    const asked = performance.now();
    await api.call(consoleRoutes.programs, {});
    const started = performance.now();
    const told = socket.next('access');
    await api.call(consoleRoutes.lock, { params: { id: workstation.id }, body: { reason: 'bench' } });
    await told;
    times.pushed.push(performance.now() - started);
    times.asked.push(started - asked);
  }
  return times;
}
