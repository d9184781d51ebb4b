import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One of the two commands as a process of its own, and what it has printed. */
export interface Running {
  /** All that it has printed so far. */
  printed(): string;
  /** Waits until it prints something that matches. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until it ends by itself; returns its exit code. */
  ended(): Promise<number | null>;
  /** Ends it without a word of warning. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
  /** Presses Ctrl-C, which reaches the processes that it has started too. */
  interrupt(): Promise<number | null>;
}

export function run(
  program: 'console/cli.ts' | 'agent/cli.ts',
  args: readonly string[],
  env: Record<string, string>,
): Running {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal gives it.
    detached: true,
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const end = async (signal: NodeJS.Signals, pid = child.pid ?? 0) => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      process.kill(pid, signal);
      await ended;
    }
    return child.exitCode;
  };
  return {
    printed: () => text,
    async line(pattern) {
      for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
        const match = pattern.exec(text);
        if (match) return match;
        await wait(50);
      }
      throw new Error(`Never printed ${pattern}:\n${text}`);
    },
    async ended() {
      if (child.exitCode === null) await once(child, 'exit');
      return child.exitCode;
    },
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    interrupt: () => end('SIGINT', -(child.pid ?? 0)),
  };
}
