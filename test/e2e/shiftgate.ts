import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Running, run } from './processes.ts';

export function makeHome(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'shiftgate-try-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Three ports in a row that nobody uses. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 30_000);
    const free = await Promise.all([0, 1, 2].map((offset) => isFree(first + offset)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** `shiftgate try` as a newcomer runs it: one process that starts all the others. */
export function startTry(home: string, port: number): Running {
  return run('console/cli.ts', ['try'], { SHIFTGATE_HOME: home, SHIFTGATE_PORT: String(port) });
}

/** Edits the policy file as a person would: replaces a piece of it and saves. */
export function editPolicy(home: string, from: string | RegExp, to: string): void {
  const file = join(home, 'policy.yaml');
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`The policy file does not hold ${from}`);
  writeFileSync(file, edited);
}

/** A real program of that name: a copy of `sleep`. */
export function startProgramNamed(name: string, folder: string): { stop(): Promise<void> } {
  const path = join(folder, name);
  copyFileSync('/bin/sleep', path);
  const child = spawn(path, ['600'], { stdio: 'ignore' });
  return {
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
