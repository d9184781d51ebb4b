import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { openApi } from '../../console/commands/api.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { editPolicy, freePorts, makeHome, startProgramNamed, startTry } from '../e2e/shiftgate.ts';
import { createTunnel } from '../e2e/tunnel.ts';
import { type CrmVisitor, visitCrm, visitorAt } from './crm-visitor.ts';
import { type Figure, median, percentile } from './figures.ts';

const trials = 20;

/** One way to lose access, and its undoing. */
interface Cause {
  readonly name: string;
  strike(): Promise<void>;
  undo(): Promise<void>;
}

interface Times {
  readonly refused: number[];
  readonly cut: number[];
  readonly restored: number[];
}

/** Real trials on this machine: a cause strikes, and the clock runs until the next CRM request is refused. */
export async function bench(): Promise<Figure[]> {
  const floor = await measureFloor();
  const home = makeHome();
  const running = startTry(home.path, await freePorts());
  const tunnel = createTunnel();
  try {
    const [, link = ''] = await running.line(/^ {2}CRM {6}(http:\S+)$/m);
    await running.line(/(Ready|Fix soon) /);
    const visitor = await visitCrm(link);
    const figures = [
      ...(await measure('program starts', programStarts(home.path), visitor, floor)),
      ...(await measure('lock by hand', await lockByHand(home.path), visitor, floor)),
    ];
    await tunnel.up();
    editPolicy(home.path, 'required: false', 'required: true');
    await wait(2_000);
    const tunnelEnds = { name: 'tunnel goes down', strike: () => tunnel.down(), undo: () => tunnel.up() };
    figures.push(...(await measure(tunnelEnds.name, tunnelEnds, visitor, floor)));
    visitor.close();
    return figures;
  } finally {
    await tunnel.close();
    await running.interrupt();
    home.remove();
  }
}

function programStarts(folder: string): Cause {
  let anydesk: ReturnType<typeof startProgramNamed> | undefined;
  return {
    name: 'program starts',
    async strike() {
      anydesk = startProgramNamed('anydesk', folder);
    },
    async undo() {
      await anydesk?.stop();
    },
  };
}

async function lockByHand(home: string): Promise<Cause> {
  const api = openApi(home);
  const { rows } = await api.call(consoleRoutes.workstations, {});
  const params = { id: rows[0]?.id ?? '' };
  return {
    name: 'lock by hand',
    async strike() {
      await api.call(consoleRoutes.lock, { params, body: { reason: 'bench' } });
    },
    async undo() {
      await api.call(consoleRoutes.unlock, { params, body: {} });
    },
  };
}

async function measure(name: string, cause: Cause, visitor: CrmVisitor, floor: number[]): Promise<Figure[]> {
  const times: Times = { refused: [], cut: [], restored: [] };
  for (let trial = 0; trial < trials; trial += 1) {
    await visitor.until(200);
    const stream = await visitor.openStream();
    // Trials must not fall into step with the agent's own rhythm.
    await wait(Math.random() * 500);
    const struck = performance.now();
    const [refused, cut] = await Promise.all([visitor.until(403), stream.cut, cause.strike()]);
    times.refused.push(refused - struck);
    times.cut.push(cut - struck);
    await wait(100);
    const undone = performance.now();
    const [restored] = await Promise.all([visitor.until(200), cause.undo()]);
    times.restored.push(restored - undone);
  }
  return [
    ...both(`${name} → CRM request refused`, times.refused, floor, {
      text: 'p95 ≤ 1 s',
      kept: percentile(times.refused, 0.95) <= 1_000,
    }),
    ...both(`${name} → open stream cut`, times.cut, floor, {
      text: 'p95 ≤ 1 s',
      kept: percentile(times.cut, 0.95) <= 1_000,
    }),
    ...both(`${name}, undone → CRM answers again`, times.restored, floor),
  ];
}

function both(what: string, values: readonly number[], floor: readonly number[], budget?: Figure['budget']): Figure[] {
  const beside = (value: number) => ({ what: 'a bare server', value });
  return [
    {
      what: `${what}, median of ${values.length}`,
      measured: median(values),
      unit: 'ms',
      baseline: beside(median(floor)),
    },
    {
      what: `${what}, p95`,
      measured: percentile(values, 0.95),
      unit: 'ms',
      baseline: beside(percentile(floor, 0.95)),
      ...(budget && { budget }),
    },
  ];
}

/** What the visitor itself needs to find out: a bare server that refuses from one moment to the next. */
async function measureFloor(): Promise<number[]> {
  let status = 200;
  const server = createServer((_request, response) => response.writeHead(status).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const visitor = visitorAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, '');
  const times: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    status = 200;
    await visitor.until(200);
    await wait(Math.random() * 100);
    const refused = visitor.until(403);
    await wait(Math.random() * 20);
    const struck = performance.now();
    status = 403;
    times.push((await refused) - struck);
  }
  visitor.close();
  server.close();
  return times;
}
