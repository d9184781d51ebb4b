import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { GateSessions } from '../../../console/server/gate/sessions.ts';
import { startConsole } from '../../../console/server/start.ts';
import { openStore } from '../../../console/server/store/engine.ts';
import { linkPath } from '../../../shared/protocol/agent-routes.ts';
import { generateFleet } from '../../bench/fleet-generator.ts';
import { freePort } from '../../free-port.ts';
import { ask } from '../gate/gate-stand.ts';
import { makeHome } from '../running-console.ts';

/** Enough for a start that takes a moment. */
const size = 2_000;

let home: Awaited<ReturnType<typeof makeHome>>;
let seen: Seen[];
let opened: Seen;

beforeAll(async () => {
  home = await makeHome();
  await generateFleet(home.home, { size });
  const worker = await openCrm();
  const { proxySecret } = JSON.parse(await readFile(join(home.home, 'keys.json'), 'utf8')) as { proxySecret: string };
  const port = await freePort();
  const look = () => lookAt(port, { ...worker, proxySecret });
  let isOpen = false;
  const running = startConsole({ home: home.home, port, gatePort: 0, logLevel: 'silent' }).finally(() => {
    isOpen = true;
  });
  seen = [];
  while (!isOpen) seen.push(await look());
  const { close } = await running;
  opened = await look();
  await close();
}, 120_000);
afterAll(() => home.close());

interface Seen {
  /** Status, or `nobody` where nothing listens. */
  readonly crm: number | 'nobody';
  readonly api: string;
  readonly page: string;
  readonly alive: number | 'nobody';
  readonly ready: number | 'nobody';
  readonly link: 'open' | 'nobody';
}

/** Somebody who works has a CRM open; then the console stops. */
async function openCrm(): Promise<{ cookie: string; program: string }> {
  const { db, close } = await openStore({ sqlite: join(home.home, 'shiftgate.db') });
  const { workstation, program } = await db
    .selectFrom('access')
    .select(['workstation', 'program'])
    .where('access', '=', 'ready')
    .executeTakeFirstOrThrow();
  const sessions = new GateSessions(db, () => new Date());
  const secret = await sessions.start({ workstation, program, person: 'Ada', address: '127.0.0.1', browser: 'test' });
  await close();
  return { cookie: `shiftgate-gate=${secret}`, program };
}

async function lookAt(port: number, who: { cookie: string; program: string; proxySecret: string }): Promise<Seen> {
  const url = `http://127.0.0.1:${port}`;
  const statusOf = (path: string) =>
    fetch(`${url}${path}`).then(
      ({ status }) => status,
      () => 'nobody' as const,
    );
  const textOf = (path: string, accept: string) =>
    fetch(`${url}${path}`, { headers: { accept } }).then(
      (answer) => answer.text(),
      () => 'nobody',
    );
  const headers = {
    'x-shiftgate-proxy': who.proxySecret,
    'x-original-url': `http://${who.program}.crm.example.test/customers`,
  };
  const [crm, api, page, alive, ready, link] = await Promise.all([
    ask({ port, headers, cookie: who.cookie }, '/authz/nginx').then(
      ({ status }) => status,
      () => 'nobody' as const,
    ),
    textOf('/api/v1/session', 'application/json'),
    textOf('/triage', 'text/html'),
    statusOf('/healthz'),
    statusOf('/readyz'),
    tryLink(`${url.replace('http', 'ws')}${linkPath}`),
  ]);
  return { crm, api, page, alive, ready, link };
}

function tryLink(url: string): Promise<Seen['link']> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
    socket.on('error', () => resolve('nobody'));
  });
}

describe('while a console with thousands of workstations starts', () => {
  const starting = () => seen.filter(({ crm, api }) => crm !== 'nobody' && api.includes('"starting"'));

  it('whoever has a CRM open works on', () => {
    expect(starting().length).toBeGreaterThan(0);
    expect(new Set(starting().map(({ crm }) => crm))).toEqual(new Set([204]));
  });

  it('everybody else is told that it starts', () => {
    const [first] = starting();
    expect(first?.page).toContain('The console is starting');
    expect(first).toMatchObject({ alive: 200, ready: 503 });
  });

  it('agents find nobody, and come back as after any restart', () => {
    expect(starting()[0]?.link).toBe('nobody');
  });

  it('all of it answers afterwards', () => {
    expect(opened).toMatchObject({ crm: 204, alive: 200, ready: 200, link: 'open' });
    expect(opened.api).toContain('not-signed-in');
  });
});
