import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const taskset = '/usr/bin/taskset';
const canPin = existsSync(taskset);

type Cores = '0' | '1' | '0,1';

/** Keeps a process on some cores, so that server and load do not share one. Does nothing where the system cannot. */
export function pin(pid: number | undefined, cores: Cores): void {
  if (!canPin || pid === undefined) return;
  execFileSync(taskset, ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' });
}

/** Starts a server process of the bench; it answers with one message when it is ready. */
export async function startServer<Ready>(
  file: string,
  cores: Cores,
  args: readonly string[] = [],
): Promise<Server<Ready>> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  pin(child.pid, cores);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended before it was ready.`)));
  const [ready] = (await Promise.race([once(child, 'message'), ended])) as [Ready];
  return {
    child,
    ready,
    async close() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

interface Server<Ready> {
  readonly child: ChildProcess;
  readonly ready: Ready;
  close(): Promise<void>;
}

/** What a server process has used so far. */
export interface Usage {
  /** Bytes resident. */
  readonly memory: number;
  /** Microseconds of all its threads. */
  readonly cpu: number;
}

export async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

/** Lets a server process answer {@link usageOf}: only the process itself knows. */
export function answerUsage(): void {
  process.on('message', (asked) => {
    if (asked !== 'usage') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ memory: process.memoryUsage.rss(), cpu: user + system } satisfies Usage);
  });
}

/** The longest time in milliseconds in which a server process answered nobody, since it was last asked. */
export async function blockedOf(child: ChildProcess): Promise<number> {
  child.send('blocked');
  const [blocked] = (await once(child, 'message')) as [number];
  return blocked;
}

/** Lets a server process answer {@link blockedOf}; the first answer only begins the watch. */
export function answerBlocked(): void {
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  process.on('message', (asked) => {
    if (asked !== 'blocked') return;
    process.send?.(Math.max(delay.max / 1e6 - resolution, 0));
    delay.enable();
    delay.reset();
  });
}
