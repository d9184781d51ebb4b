import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePorts, makeHome, startTry } from '../e2e/shiftgate.ts';
import { type Figure, median } from './figures.ts';
import type { ScanCost, ScanCosts } from './scan-process.ts';

const rounds = 7;
/** Minutes at rest: `npm run bench -- scan --minutes=5`. */
const minutes = Number(process.argv.find((argument) => argument.startsWith('--minutes='))?.slice(10) ?? 1);
const script = fileURLToPath(new URL('scan-process.ts', import.meta.url));
const MiB = 1024 * 1024;

/** One look at everything, and the agent when nothing happens, beside others that know the same. */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-scan-'));
  // The first round only fills the cache of compiled code, as the first start on a PC does.
  for (const who of ['agent', 'systeminformation'] as const) lookOnce(who, folder);
  const agent: ScanCosts[] = [];
  const others: ScanCosts[] = [];
  // In turn, so that a busy moment of the machine hits both.
  for (let round = 0; round < rounds; round += 1) {
    agent.push(lookOnce('agent', folder));
    others.push(lookOnce('systeminformation', folder));
  }
  rmSync(folder, { recursive: true, force: true });
  return [...scanFigures(agent, others), ...wholeTools(), ...(await atRest())];
}

function lookOnce(who: 'agent' | 'systeminformation', folder: string): ScanCosts {
  const args = ['--optimize-for-size', script, who, folder];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function scanFigures(agent: readonly ScanCosts[], others: readonly ScanCosts[]): Figure[] {
  const first = (of: readonly ScanCosts[], what: keyof ScanCost) => median(of.map((costs) => costs.first[what]));
  const again = (of: readonly ScanCosts[], what: keyof ScanCost) =>
    median(of.flatMap((costs) => costs.again.map((cost) => cost[what])));
  const figure = (what: string, measured: number, other: number, limit?: number): Figure => ({
    ...{ what, measured, unit: 'ms', baseline: { what: 'systeminformation', value: other } },
    ...(limit !== undefined && { budget: { text: `≤ ${limit} ms`, kept: measured <= limit } }),
  });
  const memory = (of: readonly ScanCosts[]) => median(of.map((costs) => costs.memory)) / MiB;
  return [
    figure('first scan of all checks, code loaded: wall', first(agent, 'wall'), first(others, 'wall'), 800),
    figure('first scan of all checks, code loaded: CPU', first(agent, 'cpu'), first(others, 'cpu'), 500),
    figure('scan again, nothing changed: wall', again(agent, 'wall'), again(others, 'wall')),
    figure('scan again, nothing changed: CPU', again(agent, 'cpu'), again(others, 'cpu'), 100),
    {
      ...{ what: 'memory of the process after it', measured: memory(agent), unit: 'MiB' },
      baseline: { what: 'systeminformation', value: memory(others) },
    },
  ];
}

/** Tools that look at a whole machine, where they are installed. */
function wholeTools(): Figure[] {
  const tools = [
    { what: 'facter: wall', file: '/usr/bin/facter', args: ['--json'] },
    { what: 'lynis: wall', file: '/usr/sbin/lynis', args: ['audit', 'system', '--quick', '--quiet', '--no-log'] },
  ];
  return tools.flatMap(({ what, file, args }): Figure[] => {
    if (!existsSync(file)) {
      console.log(`${file} is not installed: left out`);
      return [];
    }
    const startedAt = performance.now();
    execFileSync(file, args, { stdio: 'ignore' });
    return [{ what, measured: performance.now() - startedAt, unit: 'ms' }];
  });
}

/** The agent of the trial, linked to its console, with nobody doing anything. */
async function atRest(): Promise<Figure[]> {
  const home = makeHome();
  const running = startTry(home.path, await freePorts());
  const bare = spawn(process.execPath, ['--optimize-for-size', '-e', 'setInterval(() => {}, 60_000)']);
  try {
    await running.line(/(Ready|Fix soon|Locked) /);
    const pid = findAgent();
    await wait(15_000);
    const before = statusOf(pid);
    await wait(minutes * 60_000);
    const after = statusOf(pid);
    const share = ((after.cpu - before.cpu) / (minutes * 60_000)) * 100;
    const own = after.anonymous / MiB;
    const rest = `at rest, ${minutes} min`;
    return [
      {
        ...{ what: `agent ${rest}: CPU`, measured: share, unit: '% of a core' },
        budget: { text: '≤ 0.2 %', kept: share <= 0.2 },
      },
      {
        ...{ what: `agent ${rest}: resident (${own.toFixed(0)} MiB of it its own)`, measured: after.memory / MiB },
        ...{ unit: 'MiB', baseline: { what: 'bare node', value: statusOf(bare.pid ?? 0).memory / MiB } },
        budget: { text: '≤ 80 MB', kept: after.memory <= 80e6 },
      },
    ];
  } finally {
    bare.kill('SIGKILL');
    await running.interrupt();
    home.remove();
  }
}

/** The process of the trial's agent. */
function findAgent(): number {
  const found = execFileSync('/usr/bin/pgrep', ['--newest', '--full', 'agent/cli.ts run'], { encoding: 'utf8' });
  return Number(found.trim());
}

/** CPU in milliseconds, the programs it started included; memory in bytes. */
function statusOf(pid: number): { cpu: number; memory: number; anonymous: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const used = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024;
  return { cpu: used * 10, memory: bytes('VmRSS'), anonymous: bytes('RssAnon') };
}
