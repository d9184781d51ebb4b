import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConsoleOptions, type RunningConsole, startConsole } from '../../console/server/start.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import type { BodyOf, ParamsOf, ReplyOf, Route } from '../../shared/protocol/route.ts';
import { pathOf } from '../../shared/protocol/route.ts';
import { DoubleWorkstation, enrol, makeDevice } from './workstation-double.ts';

/** A folder that a test may fill; `close` removes it. */
export async function makeHome(): Promise<{ home: string; close(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'shiftgate-test-'));
  return { home, close: () => rm(home, { recursive: true, force: true }) };
}

export interface TestConsole extends RunningConsole {
  readonly home: string;
  readonly token: string;
  /** Its own address, whatever the public one is. */
  readonly localUrl: string;
  call<R extends Route>(
    route: R,
    input?: { params?: ParamsOf<R>; query?: object; body?: BodyOf<R> },
  ): Promise<ReplyOf<R>>;
  /** A new enrolment code for the program `sales`. */
  code(options?: Partial<BodyOf<typeof consoleRoutes.createCode>>): Promise<string>;
  /** An enrolled workstation of the program `sales`, or as its code says. */
  workstation(options?: Parameters<TestConsole['code']>[0]): Promise<DoubleWorkstation>;
}

/** A console on a free port, with one program `sales` and the starter policy unless the folder has more. */
export async function runConsole(home: string, options: Partial<ConsoleOptions> = {}): Promise<TestConsole> {
  const running = await startConsole({ home, port: 0, logLevel: 'silent', ...options });
  const card = JSON.parse(await readFile(join(home, 'console.json'), 'utf8')) as { url: string; token: string };
  const { url: localUrl, token } = card;
  const call: TestConsole['call'] = async (route, { params, query, body } = {}) => {
    const path = pathOf(route, (params ?? {}) as ParamsOf<typeof route>, query as Record<string, unknown>);
    const answer = await fetch(`${localUrl}${path}`, {
      method: route.method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${route.method} ${path} answered ${answer.status}: ${text}`);
    return route.reply.parse(JSON.parse(text)) as ReplyOf<typeof route>;
  };
  const code: TestConsole['code'] = async (wanted = {}) =>
    (await call(consoleRoutes.createCode, { body: { program: 'sales', ...wanted } })).code;
  const { rows } = await call(consoleRoutes.programs);
  if (rows.length === 0) {
    const origins = [{ origin: 'http://crm.example.test', upstream: 'http://127.0.0.1:9' }];
    await call(consoleRoutes.putProgram, { params: { id: 'sales' }, body: { name: 'Sales', origins } });
  }
  return {
    ...running,
    home,
    token,
    localUrl,
    call,
    code,
    async workstation(wanted) {
      const device = makeDevice();
      const { body } = await enrol(running.url, await code(wanted), device);
      return new DoubleWorkstation(device, String(body['workstation']));
    },
  };
}

/** Publishes a policy for the program `sales`. */
export async function publish(console: TestConsole, text: string): Promise<number> {
  return (await console.call(consoleRoutes.putPolicy, { params: { id: 'sales' }, body: { text } })).version;
}
