import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { openStore } from '../../console/server/store/engine.ts';
import { openBrowser } from '../chromium.ts';
import { DoubleWorkstation } from '../console/workstation-double.ts';
import { makeHome } from '../e2e/shiftgate.ts';
import { freePort } from '../free-port.ts';
import { createAdministrator } from '../web/browser.ts';
import { deviceOf } from './fleet/device.ts';
import { deviceName } from './fleet/life.ts';
import type { Connected } from './fleet.ts';
import { generateFleet } from './fleet-generator.ts';
import { startServer } from './server-process.ts';

const seed = 'fleet';

export type ConsoleStage = Awaited<ReturnType<typeof openConsoleStage>>;

/** The real console over a generated fleet, in a process and on a core of its own, and a browser that is signed in. */
export async function openConsoleStage(size: number) {
  const home = makeHome();
  await generateFleet(home.path, { size, seed });
  const inContact = await findInContact(home.path);
  const asked = performance.now();
  const port = await freePort();
  const starting = startServer<{ url: string; signInLink: string }>('console-server.ts', '0', [home.path, `${port}`]);
  const gateIn = (await untilGateAnswers(port)) - asked;
  const server = await starting;
  const startedIn = performance.now() - asked;
  const { ready } = server;
  const browser = await openBrowser();
  const state = await createAdministrator(browser, ready);
  return {
    ...{ size, home: home.path, server: server.child, url: ready.url, startedIn, gateIn },
    /** A browser that has never been here, but for its cookie. */
    newVisitor: () => newVisitor(browser, ready.url, state),
    /** One of the workstations on which nothing is wrong, with its link open; each number another one. */
    connect: (which: number) => connect(ready.url, inContact[which]),
    async close() {
      await browser.close();
      await server.close();
      home.remove();
    },
  };
}

/** The time at which the gate says anything at all. */
async function untilGateAnswers(port: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/authz/nginx`).catch(() => undefined);
    if (answer) return performance.now();
    await wait(10);
  }
}

function newVisitor(
  browser: Browser,
  baseURL: string,
  storageState: Awaited<ReturnType<BrowserContext['storageState']>>,
): Promise<BrowserContext> {
  return browser.newContext({ baseURL, storageState, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
}

export interface Known {
  readonly id: string;
  readonly hostName: string;
  readonly machineId: string;
  readonly agentVersion: string;
}

/** Workstations that are ready and on which no program wants a tunnel. */
async function findInContact(home: string): Promise<Known[]> {
  const { db, close } = await openStore({ sqlite: join(home, 'shiftgate.db') });
  const rows = await db
    .selectFrom('workstations')
    .innerJoin('access', 'access.workstation', 'workstations.id')
    .select(['id', 'host_name', 'machine_id', 'agent_version', 'access.access', 'decision'])
    .orderBy('host_name')
    .limit(4_000)
    .execute();
  await close();
  const byId = Map.groupBy(rows, ({ id }) => id);
  return [...byId.values()].flatMap(([row, ...more]) =>
    row && more.length === 0 && row.access === 'ready' && row.decision.includes('"reasons":[]')
      ? [{ id: row.id, hostName: row.host_name, machineId: row.machine_id, agentVersion: row.agent_version }]
      : [],
  );
}

export type BenchWorkstation = Connected & { readonly hostName: string };

async function connect(url: string, known: Known | undefined): Promise<BenchWorkstation> {
  if (!known) throw new Error('There are not that many workstations on which nothing is wrong.');
  const { id, hostName, machineId, agentVersion } = known;
  const number = Number(hostName.split('-').at(-1));
  const workstation = new DoubleWorkstation(deviceOf(deviceName(seed, number), machineId), id);
  const { socket } = await workstation.connect(url, { hostName, agentVersion });
  return { workstation, socket, hostName };
}
