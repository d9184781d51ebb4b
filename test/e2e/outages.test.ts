import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, openApi } from '../../console/commands/api.ts';
import { consoleRoutes } from '../../shared/protocol/console-routes.ts';
import { type Running, run } from './processes.ts';
import { freePorts, makeHome, startProgramNamed } from './shiftgate.ts';

/** Seconds; the shortest that a policy may say. */
const lease = 10;
const policy = `name: Outages\nlease: ${lease}s\nchecks:\n  software: { strategy: lock }\n`;

describe('outages', () => {
  const home = makeHome();
  const agentEnv = { SHIFTGATE_AGENT_HOME: `${home.path}/agent` };
  let port: number;
  let server: Running;
  let agent: Running;
  let api: Api;
  let id: string;

  const startServer = async () => {
    server = run('console/cli.ts', ['serve'], {
      SHIFTGATE_HOME: home.path,
      SHIFTGATE_PORT: String(port),
      SHIFTGATE_LOG: 'warn',
    });
    await server.line(/^Gate {5}http/m);
    api = openApi(home.path);
  };
  const startAgent = () => {
    agent = run('agent/cli.ts', ['run'], agentEnv);
  };
  const access = async () => {
    const { programs } = await api.call(consoleRoutes.workstation, { params: { id } });
    const decision = programs[0]?.decision;
    return `${decision?.access} ${decision?.reasons[0]?.code ?? ''}`.trim();
  };
  /** Every access that the workstation has had, oldest first. */
  const history = async () => {
    const { rows } = await api.call(consoleRoutes.timeline, { params: { id } });
    return rows.flatMap(({ decision }) => decision?.access ?? []).reverse();
  };

  beforeAll(async () => {
    port = await freePorts();
    await startServer();
    const origins = [{ origin: `http://localhost:${port + 1}`, upstream: `http://127.0.0.1:${port + 2}` }];
    await api.call(consoleRoutes.putProgram, { params: { id: 'sales' }, body: { name: 'Sales', origins } });
    await api.call(consoleRoutes.putPolicy, { params: { id: 'sales' }, body: { text: policy } });
    const { link } = await api.call(consoleRoutes.createCode, { body: { program: 'sales', person: 'Ada' } });
    expect(await run('agent/cli.ts', ['enrol', link], agentEnv).ended()).toBe(0);
    id = (await api.call(consoleRoutes.workstations, {})).rows[0]?.id ?? '';
    startAgent();
    await agent.line(/connected over websocket/);
  });
  afterAll(async () => {
    await agent.stop();
    await server.stop();
    home.remove();
  });

  it('a console that is killed and comes back locks nobody', async () => {
    await expect.poll(access).toBe('ready');
    await server.kill();
    await wait(1_500);
    await startServer();
    await expect
      .poll(async () => (await api.call(consoleRoutes.workstation, { params: { id } })).connected, { timeout: 8_000 })
      .toBe(true);
    expect(await access()).toBe('ready');
    expect(await history()).not.toContain('locked');
    expect(await api.call(consoleRoutes.verifyAudit, {})).toMatchObject({ ok: true });
  });

  it('an agent that is killed keeps its access for the lease, is locked after it, and recovers by itself', async () => {
    await agent.kill();
    await wait(2_000);
    expect(await access()).toBe('ready');
    await expect.poll(access, { timeout: (lease + 5) * 1000, interval: 250 }).toBe('locked out-of-contact');
    startAgent();
    await expect.poll(access, { timeout: 8_000 }).toBe('ready');
  }, 40_000);

  it('a workstation that was out of contact stays locked while the console starts again', async () => {
    await agent.kill();
    await expect.poll(access, { timeout: (lease + 5) * 1000, interval: 250 }).toBe('locked out-of-contact');
    await server.stop();
    await startServer();
    expect(await access()).toBe('locked out-of-contact');
    startAgent();
    await expect.poll(access, { timeout: 8_000 }).toBe('ready');
  }, 40_000);

  it('a second agent in the same folder is refused, and says why', async () => {
    const second = run('agent/cli.ts', ['run'], agentEnv);
    await expect(second.line(/never printed/)).rejects.toThrow(/An agent is running already/);
  });
});

describe('a network that blocks WebSockets', () => {
  const home = makeHome();
  const agentEnv = { SHIFTGATE_AGENT_HOME: `${home.path}/agent` };

  it('is crossed over plain HTTPS, locks within a second or two included', async () => {
    const port = await freePorts();
    const server = run('console/cli.ts', ['serve'], {
      SHIFTGATE_HOME: home.path,
      SHIFTGATE_PORT: String(port),
      SHIFTGATE_LOG: 'warn',
    });
    await server.line(/^Gate {5}http/m);
    const api = openApi(home.path);
    // Passes requests on and drops every upgrade, as some office and hotel networks do.
    const blocker = createServer((incoming, outgoing) => {
      const onward = request(
        { port, path: incoming.url, method: incoming.method, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.once('error', () => outgoing.destroy());
      incoming.pipe(onward);
    }).on('upgrade', (_request, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
    blocker.listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const url = `http://127.0.0.1:${(blocker.address() as AddressInfo).port}`;

    const origins = [{ origin: `http://localhost:${port + 1}`, upstream: `http://127.0.0.1:${port + 2}` }];
    await api.call(consoleRoutes.putProgram, { params: { id: 'sales' }, body: { name: 'Sales', origins } });
    const { code } = await api.call(consoleRoutes.createCode, { body: { program: 'sales' } });
    expect(await run('agent/cli.ts', ['enrol', code, '--console', url], agentEnv).ended()).toBe(0);
    const agent = run('agent/cli.ts', ['run'], agentEnv);
    await agent.line(/connected over https/);
    await agent.line(/access sales: Ready/);
    const anydesk = startProgramNamed('anydesk', home.path);
    await agent.line(/access sales: Locked\. AnyDesk is running/);
    await anydesk.stop();
    expect(await agent.stop()).toBe(0);
    expect(await server.stop()).toBe(0);
    blocker.close();
    blocker.closeAllConnections();
    home.remove();
  });
});
