import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { commandSetting, placeOf } from './command-setting.ts';
import { LineFilter } from './line-filter.ts';
import type { Transcript, Trouble } from './probe.ts';

const outputLimit = 64 * 1024 * 1024;

export interface Command {
  readonly paths: readonly string[];
  readonly args: readonly string[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly keep?: RegExp | undefined;
  /** Most bytes of raw output that are looked at. */
  readonly limit?: number;
  /** Its error output counts as output. */
  readonly withErrors?: true;
}

/** The first path that exists and may be started, or why there is none. */
export function findProgram(paths: readonly string[]): { path: string } | { trouble: Trouble } {
  let trouble: Trouble = 'absent';
  for (const path of paths.map(placeOf)) {
    try {
      accessSync(path, constants.X_OK);
      return { path };
    } catch (error) {
      if (codeOf(error) === 'EACCES') trouble = 'denied';
    }
  }
  return { trouble };
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

/**
 * Runs a program without a shell and returns what it printed. A program that exceeds its time or its output is
 * killed with everything it started.
 */
export function runCommand(command: Command): Promise<Transcript> {
  const program = findProgram(command.paths);
  if ('trouble' in program) return Promise.resolve({ outcome: program.trouble, detail: command.paths[0] ?? '' });
  return new Promise((resolve) => {
    const child = spawn(program.path, command.args, { ...commandSetting(), stdio: ['ignore', 'pipe', 'pipe'] });
    const kept = new LineFilter(command.keep, command.limit ?? outputLimit);
    let errorText = '';
    let trouble: Trouble | undefined;
    const stop = (why: Trouble) => {
      trouble ??= why;
      killGroup(child);
    };
    const timer = setTimeout(() => stop('timeout'), command.timeout);
    child.stdout.on('data', (chunk: Buffer) => kept.push(chunk) || stop('too-large'));
    child.stderr.on('data', (chunk: Buffer) => {
      if (command.withErrors) return void (kept.push(chunk) || stop('too-large'));
      if (errorText.length < 500) errorText = (errorText + chunk.toString('utf8')).slice(0, 500);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ outcome: codeOf(error) === 'EACCES' ? 'denied' : 'failed', detail: error.message });
    });
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      if (trouble) return resolve({ outcome: trouble, detail: program.path });
      if (exitCode === null) return resolve({ outcome: 'failed', detail: `${program.path} ended by ${signal}` });
      const failed = exitCode !== 0 && { exitCode, ...(errorText && { errorText }) };
      resolve({ outcome: 'ok', text: kept.end(), ...failed });
    });
  });
}

/** The child leads its own process group, so that its children end with it. */
function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended in the meantime; the child itself is what is left to stop.
    child.kill('SIGKILL');
  }
}

export interface Following {
  close(): void;
}

/** Starts a program that runs on; calls `onOutput` for each piece of output, and `onEnd` once if it ends by itself. */
export function followCommand(
  command: Pick<Command, 'paths' | 'args'>,
  onOutput: (text: string) => void,
  onEnd: () => void,
): Following | undefined {
  const program = findProgram(command.paths);
  if ('trouble' in program) return undefined;
  const { env, cwd, windowsHide } = commandSetting();
  const child = spawn(program.path, command.args, { env, cwd, windowsHide, stdio: ['ignore', 'pipe', 'ignore'] });
  let ended = false;
  const end = () => {
    if (!ended) onEnd();
    ended = true;
  };
  child.stdout.setEncoding('utf8').on('data', onOutput);
  child.once('error', end);
  child.once('close', end);
  return {
    close() {
      ended = true;
      child.kill('SIGTERM');
    },
  };
}

/** Starts a desktop program in the person's own environment and leaves it alone. */
export function launchProgram(
  paths: readonly string[],
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const program = findProgram(paths);
  if ('trouble' in program) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program.path, args, { env, stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    // An opener that is still there after two seconds has found its browser.
    setTimeout(() => resolve(true), 2000).unref();
    child.unref();
  });
}
