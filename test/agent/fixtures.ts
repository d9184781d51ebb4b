import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createHost, type Host } from '../../agent/core/host/host.ts';
import { openStateFolder, type StateFolder, secretsIn } from '../../agent/core/host/state-folder.ts';
import { enrol } from '../../agent/core/identity/enrolment.ts';
import type { Logger } from '../../agent/core/log.ts';
import { ConsoleDouble } from './console-double.ts';

/** A folder that is gone after the test. */
export function makeFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'shiftgate-agent-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function makeHost(): Host {
  const host = createHost('linux');
  onTestFinished(() => host.close());
  return host;
}

/** Collects what was logged, as `level message`. */
export function makeLog(): Logger & { lines: string[] } {
  const lines: string[] = [];
  const write = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}

export async function startConsole(): Promise<ConsoleDouble> {
  const double = await ConsoleDouble.start();
  onTestFinished(() => double.stop());
  return double;
}

/** A folder enrolled with a running console. */
export async function enrolledFolder(double: ConsoleDouble, host: Host): Promise<StateFolder> {
  const folder = openStateFolder(join(makeFolder(), 'home'));
  const invitation = { console: double.url, code: 'AAAA-BBBB-CCCC' };
  await enrol(invitation, { host, secrets: secretsIn(folder), now: () => new Date() });
  return folder;
}

/** A real program that runs under this name until the test is over. */
export function startNamed(name: string): ChildProcess {
  const program = join(makeFolder(), name);
  copyFileSync('/bin/sleep', program);
  const child = spawn(program, ['60']);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Waits until something is so; fails with what it was instead. */
export async function until<T>(look: () => T, isSo: (value: T) => boolean = Boolean, within = 8_000): Promise<T> {
  return await expect
    .poll(() => isSo(look()), { timeout: within, interval: 20 })
    .toBe(true)
    .then(look);
}
