import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CheckId, Readings } from '../../../shared/checks/index.ts';
import type { ConsoleDouble } from '../console-double.ts';
import { makeFolder, startConsole, until } from '../fixtures.ts';

const cli = `${import.meta.dirname}/../../../agent/cli.ts`;

interface Result {
  code: number;
  out: string;
  err: string;
}

function run(home: string, args: string[], input = ''): Promise<Result> {
  return new Promise((resolve) => {
    const env = { ...process.env, SHIFTGATE_AGENT_HOME: home };
    const child = execFile(process.execPath, [cli, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const linkTo = (double: ConsoleDouble, code = 'AAAA-BBBB-CCCC') =>
  `shiftgate://enrol?console=${encodeURIComponent(double.url)}&code=${code}`;

async function enrolledHome(double: ConsoleDouble): Promise<string> {
  const home = makeFolder();
  await run(home, ['enrol', linkTo(double)]);
  return home;
}

describe('without enrolment', () => {
  it('check --json prints facts, findings and how long it took', async () => {
    const { code, out } = await run(makeFolder(), ['check', '--json']);
    const result = JSON.parse(out);
    expect(code).toBe(0);
    expect(Object.keys(result)).toEqual(['facts', 'findings', 'took']);
    expect(Object.keys(Readings.parse(result.facts)).sort()).toEqual([...CheckId.options].sort());
    expect(result.findings[0].program).toBe('defaults');
    expect(result.took.total).toBeGreaterThan(0);
  });

  it('check prints a table for people', async () => {
    const { code, out } = await run(makeFolder(), ['check']);
    expect(code).toBe(0);
    for (const title of ['System updates', 'Wi-Fi security', 'VPN', 'Software']) expect(out).toContain(title);
  });

  it.each([['run'], ['open']])('%s says how to enrol', async (command) => {
    const { code, err } = await run(makeFolder(), [command]);
    expect([code, err.trim()]).toEqual([
      1,
      'This PC is not enrolled. Ask IT for a link and run: shiftgate-agent enrol <link>',
    ]);
  });

  it('sources names every probe of every reader, with what for', async () => {
    const { out } = await run(makeFolder(), ['sources', '--json']);
    const sources = JSON.parse(out) as { id: string; what: string; why: string }[];
    expect(sources.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'os-patch.offered',
        'vpn.routes',
        'software.running',
        'identity.machineId',
        'watch.network',
      ]),
    );
    expect(sources.filter(({ what, why }) => !what || !why)).toEqual([]);
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
  });

  it.each(['linux', 'macos'])('every program that is ever started on %s is named by its absolute path', async (os) => {
    const { out } = await run(makeFolder(), ['sources', '--json', '--os', os]);
    const commands = (JSON.parse(out) as { kind: string; what: string }[]).filter(({ kind }) => kind === 'command');
    expect(commands.map(({ what }) => what.split(' ')[0]).filter((path) => !path?.startsWith('/'))).toEqual([]);
    expect(commands.length).toBeGreaterThan(5);
  });

  it('every source has a name of its own', async () => {
    const { out } = await run(makeFolder(), ['sources', '--json', '--os', 'macos']);
    const ids = (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids).toEqual(
      expect.arrayContaining(['vpn.routes', 'time-sync.setup', 'watch.network', 'identity.machineId']),
    );
  });

  it('parse prints the fact read from one raw output', async () => {
    const release = 'ID=ubuntu\nVERSION_ID="24.04"\nPRETTY_NAME="Ubuntu 24.04 LTS"\n';
    const { code, out } = await run(makeFolder(), ['parse', 'os-patch.release', '--os', 'linux'], release);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ fact: { product: 'ubuntu', version: '24.04' } });
  });

  it('parse reads the output of a Mac anywhere', async () => {
    const table =
      'Internet:\nDestination Gateway Flags Netif\ndefault 10.0.0.1 UGSc en0\n10.1/16 10.2.0.1 UGSc utun4\n';
    const { code, out } = await run(makeFolder(), ['parse', 'vpn.routes', '--os', 'macos'], table);
    expect([code, JSON.parse(out)]).toEqual([
      0,
      { fact: { tunnels: [{ interface: 'utun4', kind: 'utun' }], ipv4: 'split', ipv6: 'absent' } },
    ]);
  });

  it.each<[string, string[], string]>([
    ['an unknown source', ['parse', 'vpn.nothing'], 'There is no source "vpn.nothing". Sources are: os-patch.release'],
    [
      'a source of another system',
      ['parse', 'vpn.adapters', '--os', 'macos'],
      'There is no source "vpn.adapters". Sources are: os-patch.system',
    ],
    ['an unknown check', ['record', 'weather'], 'There is no check "weather". Checks are: os-patch'],
    ['a wrong link', ['enrol', 'https://x.example'], 'That is not an enrolment link'],
    ['an unreachable console', ['enrol', 'AAAA-BBBB-CCCC', '--console', 'http://127.0.0.1:9'], 'nothing listens there'],
  ])('%s is answered by what to do, with exit code 1', async (_what, args, message) => {
    const { code, err } = await run(makeFolder(), args);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(err).not.toContain('    at ');
  });

  it.each([[['no-such-command']], [['parse']], [['parse', 'vpn.links', '--os', 'beos']], [['check', '--xml']]])(
    'a command written wrongly ends with 2: %s',
    async (args) => {
      const { code, err } = await run(makeFolder(), args);
      expect([code, err]).toEqual([2, expect.stringContaining('error:')]);
    },
  );

  it('record prints a recording, and check --replay finds in it what was found here', async () => {
    const { out } = await run(makeFolder(), ['record', 'wifi-security']);
    const file = join(makeFolder(), 'recording.json');
    writeFileSync(file, out);
    const replayed = JSON.parse((await run(makeFolder(), ['check', '--json', '--replay', file])).out);
    expect(Object.keys(replayed.facts)).toEqual(['wifi-security']);
    expect(replayed.facts['wifi-security']).toHaveProperty('fact.links');
  });

  it.each([
    ['no file', 'missing.json', undefined, 'The recording cannot be read'],
    ['no JSON', 'text.json', 'hello', 'is not JSON'],
    ['something else', 'other.json', '{"a":1}', 'is no recording: shiftgate'],
  ])('check --replay says what is wrong with %s', async (_what, name, content, message) => {
    const file = join(makeFolder(), name);
    if (content !== undefined) writeFileSync(file, content);
    const { code, err } = await run(makeFolder(), ['check', '--replay', file]);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
  });

  it('a folder that cannot be used is named', async () => {
    const file = join(makeFolder(), 'file');
    writeFileSync(file, '');
    const { code, err } = await run(file, ['check']);
    expect([code, err]).toEqual([1, expect.stringContaining(`The agent cannot use its folder ${file}`)]);
  });
});

describe('with a console', () => {
  it('enrol says who this PC is now, and refusals come in the console’s words', async () => {
    const double = await startConsole();
    const good = await run(makeFolder(), ['enrol', linkTo(double)]);
    expect(good).toMatchObject({
      code: 0,
      out: expect.stringContaining('This PC is ws_0123456789abcdef at Test console'),
    });
    const used = await run(makeFolder(), ['enrol', linkTo(double, 'USED-USED-USED')]);
    expect(used).toMatchObject({ code: 1, err: expect.stringContaining('has been used up') });
  });

  it('open --print prints the one-time link', async () => {
    const double = await startConsole();
    const home = await enrolledHome(double);
    const { code, out } = await run(home, ['open', 'demo', '--print']);
    expect([code, out.trim()]).toEqual([0, `http://127.0.0.1:1/.shiftgate/launch#t=${'n'.repeat(20)}&p=demo`]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('run prints one line per change and ends cleanly on %s', async (signal) => {
    const double = await startConsole();
    const home = await enrolledHome(double);
    const child = spawn(process.execPath, [cli, 'run'], { env: { ...process.env, SHIFTGATE_AGENT_HOME: home } });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = linesOf(child);
    await until(() => double.reports.length > 0);
    double.send({ type: 'access', access: { program: 'x', decision: { access: 'ready', reasons: [] } } });
    await until(() => lines.join('').includes('wifi-security: '));
    child.kill(signal);
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
    expect(lines.join('')).toMatch(/^\S+Z {2}link: connected over websocket$/m);
    expect(existsSync(join(home, 'agent.log'))).toBe(true);
    expect(readFileSync(join(home, 'agent.log'), 'utf8')).toContain('Linked to the console.');
  });

  it('run ends when the program that started it is gone', async () => {
    const double = await startConsole();
    const home = await enrolledHome(double);
    const child = fork(cli, ['run'], {
      env: { ...process.env, SHIFTGATE_AGENT_HOME: home },
      execArgv: [],
      silent: true,
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await until(() => double.reports.length > 0);
    child.disconnect();
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
  });

  it('run comes back after kill -9 with the next number', async () => {
    const double = await startConsole();
    const home = await enrolledHome(double);
    const start = () => {
      const child = spawn(process.execPath, [cli, 'run'], {
        env: { ...process.env, SHIFTGATE_AGENT_HOME: home },
        stdio: 'ignore',
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      return child;
    };
    const first = start();
    await until(() => double.reports.length > 0);
    first.kill('SIGKILL');
    const before = double.lastSeq;
    start();
    await until(() => double.lastSeq > before);
    expect(double.reports.map(({ seq }) => seq)).toEqual(double.reports.map((_report, index) => index + 1));
  });
});

function linesOf(child: ChildProcess): string[] {
  const lines: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => lines.push(String(chunk)));
  return lines;
}
