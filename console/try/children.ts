import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** A process of ours that lives as long as `shiftgate try`: it is started again when it dies and ends when we end. */
export interface Child {
  close(): Promise<void>;
}

interface ChildOptions {
  /** Path of the program from the root of the project. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Told when the process ended by itself; it is started again after a second. */
  readonly onDeath: (code: number | null) => void;
}

/** Starts a Node program of the project. An IPC channel lets it notice when this process is gone, even by `kill -9`. */
export function startChild({ program, args, env, onDeath }: ChildOptions): Child {
  const stopping = new AbortController();
  let child = start();

  function start(): ChildProcess {
    const started = forkProgram(program, args, env);
    started.once('exit', async (code) => {
      // Ctrl-C reaches the child before its parent stops it; that is not a death.
      await wait(1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      onDeath(code);
      child = start();
    });
    return started;
  }

  return {
    async close() {
      stopping.abort();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const killed = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(killed);
    },
  };
}

function forkProgram(program: string, args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess {
  return fork(fileURLToPath(new URL(program, root)), args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Runs a Node program of the project to its end. Returns what it printed; fails with what it complained about. */
export async function runProgram(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = fork(fileURLToPath(new URL(program, root)), args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(output.stderr.trim() || `${program} ended with code ${code}`);
  return output.stdout;
}
