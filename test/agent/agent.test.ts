import { describe, expect, it, onTestFinished } from 'vitest';
import { type Agent, createAgent } from '../../agent/core/agent.ts';
import { openStateFolder } from '../../agent/core/host/state-folder.ts';
import { CheckId } from '../../shared/checks/index.ts';
import type { ConsoleDouble } from './console-double.ts';
import { enrolledFolder, makeFolder, makeHost, makeLog, startConsole, startNamed, until } from './fixtures.ts';

async function startAgent(double: ConsoleDouble, folder?: Awaited<ReturnType<typeof enrolledFolder>>) {
  const host = makeHost();
  const home = folder ?? (await enrolledFolder(double, host));
  const log = makeLog();
  const agent = await createAgent({ host, folder: home, log });
  onTestFinished(() => agent.close());
  await agent.start();
  return { agent, folder: home, log };
}

const forbidding = (process: string) => ({
  id: 'demo',
  name: 'Demo',
  policyVersion: 1,
  policy: { name: 'P', checks: { software: { forbid: [{ process }] } } },
});
const isConnected = (agent: Agent) => () => agent.snapshot().link.state === 'connected';
const softwareOf = (double: ConsoleDouble) =>
  double.reports
    .map(({ facts }) => facts.software)
    .filter(Boolean)
    .at(-1);

describe('an enrolled agent', () => {
  it('reports every fact at its start, and later only what has changed', async () => {
    const double = await startConsole();
    const { agent } = await startAgent(double);
    await until(() => double.reports.length === 1);
    const [first] = double.reports;
    expect(Object.keys(first?.facts ?? {}).sort()).toEqual([...CheckId.options].sort());
    await agent.recheck();
    await until(() => double.reports.length === 2);
    expect(double.reports[1]).toMatchObject({ seq: 2, facts: {}, prev: double.lastHash && expect.any(String) });
    expect(Object.keys(double.reports[1]?.same ?? {})).toHaveLength(CheckId.options.length);
    expect(agent.snapshot()).toMatchObject({ queued: 0, link: { state: 'connected', over: 'websocket' } });
  });

  it('notices a forbidden program when it starts and when it ends', async () => {
    const double = await startConsole();
    double.programs = [forbidding('sg-forbidden')];
    await startAgent(double);
    await until(() => double.reports.length >= 1);
    const child = startNamed('sg-forbidden');
    await until(() => JSON.stringify(softwareOf(double)).includes('sg-forbidden'));
    const hit = { id: 'process:sg-forbidden', running: true, by: 'file-name' };
    expect(softwareOf(double)).toMatchObject({ fact: { found: [hit] } });
    child.kill('SIGKILL');
    await until(() => !JSON.stringify(softwareOf(double)).includes('sg-forbidden'));
    expect(double.reports.at(-1)?.facts.software).toMatchObject({ fact: { found: [] } });
  });

  it('looks for other software as soon as the policy names it', async () => {
    const double = await startConsole();
    startNamed('my-own-tool');
    await startAgent(double);
    await until(() => double.reports.length === 1);
    double.send({ type: 'programs', programs: [forbidding('my-own-tool')] });
    await until(() => JSON.stringify(softwareOf(double)).includes('my-own-tool'));
    expect(softwareOf(double)).toMatchObject({ fact: { found: [{ id: 'process:my-own-tool', running: true }] } });
  });

  it('answers a recheck with a report even when nothing has changed', async () => {
    const double = await startConsole();
    await startAgent(double);
    await until(() => double.reports.length === 1);
    double.send({ type: 'recheck', checks: ['vpn'] });
    await until(() => double.reports.length === 2);
    expect(double.reports[1]?.facts).toEqual({});
  });

  it('takes up where the console stands after both were gone', async () => {
    const double = await startConsole();
    const { agent, folder } = await startAgent(double);
    await until(() => double.reports.length === 1);
    await double.stop();
    await agent.recheck();
    await agent.close();
    expect(agent.snapshot().queued).toBe(1);
    await double.listen();
    await startAgent(double, openStateFolder(folder.path));
    await until(() => double.reports.length === 3);
    expect(double.reports.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('shows access, findings, lease and the payloads exactly as they were sent', async () => {
    const double = await startConsole();
    const policy = { name: 'P', checks: { 'wifi-security': {} } };
    double.programs = [{ id: 'demo', name: 'Demo', policyVersion: 1, policy }];
    const { agent } = await startAgent(double);
    await until(() => agent.snapshot().payloads[0]?.acknowledged);
    double.send({ type: 'access', access: { program: 'demo', decision: { access: 'ready', reasons: [] } } });
    await until(() => agent.snapshot().programs[0]?.decision);
    const { programs, payloads, lease } = agent.snapshot();
    expect(programs[0]).toMatchObject({ id: 'demo', policyVersion: 1, decision: { access: 'ready' } });
    expect(programs[0]?.findings).toMatchObject([{ check: 'wifi-security', code: 'wired-only' }]);
    expect(payloads[0]?.report).toEqual(double.reports[0]);
    expect(lease?.seconds).toBe(60);
  });

  it('calls itself locked once a whole lease has passed without contact', async () => {
    const double = await startConsole();
    double.lease = 0.5;
    double.programs = [{ id: 'demo', name: 'Demo', policyVersion: 1, policy: { name: 'P', checks: {} } }];
    const { agent } = await startAgent(double);
    await until(isConnected(agent));
    const told: unknown[] = [];
    agent.onChange(({ programs }) => told.push(programs[0]?.decision?.reasons[0]?.code));
    await double.stop();
    await until(() => told.at(-1) === 'out-of-contact');
    expect(agent.snapshot().programs[0]?.decision?.access).toBe('locked');
  });
});

describe('a PC that is not enrolled', () => {
  it('says so, and what to do', async () => {
    const deps = { host: makeHost(), folder: openStateFolder(makeFolder()), log: makeLog() };
    await expect(createAgent(deps)).rejects.toThrow('Ask IT for a link and run: shiftgate-agent enrol <link>');
  });

  it.each([
    ['a damaged enrolment', 'enrolment.json', 'enrolment.json is damaged. Enrol this PC again.'],
    ['a damaged key', 'device-key.json', 'device-key.json is damaged. Delete it and enrol this PC again.'],
  ])('names %s', async (_what, file, message) => {
    const double = await startConsole();
    const host = makeHost();
    const folder = await enrolledFolder(double, host);
    folder.write(file, '{"half":');
    await expect(createAgent({ host, folder, log: makeLog() })).rejects.toThrow(message);
  });
});
