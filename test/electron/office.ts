import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { publish, runConsole, type TestConsole } from '../console/running-console.ts';

/** A program that no other test of this machine starts or looks for. */
export const forbidden = 'sg-remote-desk';
export const policy = `name: Tray
lease: 15m
breaker: { share: 100 }
checks:
  software: { strategy: lock, forbid: [{ process: ${forbidden} }] }
`;

/** A real console with one program, and folders for the PCs that work for it. */
export interface Office {
  readonly console: TestConsole;
  /** A new link as IT sends it. */
  link(person?: string): Promise<string>;
  /** A PC that was never set up. */
  makeHome(): string;
  /** A real program of the forbidden name. */
  startForbidden(): ChildProcess;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-office-'));
  const console = await runConsole(join(folder, 'console'));
  await publish(console, policy);
  const program = join(folder, forbidden);
  copyFileSync('/bin/sleep', program);
  const children: ChildProcess[] = [];
  let homes = 0;
  return {
    console,
    async link(person) {
      const code = await console.code(person === undefined ? {} : { person });
      return `shiftgate://enrol?console=${encodeURIComponent(console.url)}&code=${code}`;
    },
    makeHome() {
      homes += 1;
      const home = join(folder, `pc-${homes}`);
      mkdirSync(join(home, 'system', 'downloads'), { recursive: true });
      return home;
    },
    startForbidden() {
      const child = spawn(program, ['300']);
      children.push(child);
      return child;
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await console.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const stateOf = (page: Page) => page.locator('[data-state]').getAttribute('data-state', { timeout: 2_000 });

/** Waits until the window says so; the first agent start of a machine takes a second or two. */
export async function waitForState(page: Page, state: string, within = 15_000): Promise<void> {
  await expect.poll(() => stateOf(page).catch(() => undefined), { timeout: within, interval: 50 }).toBe(state);
}

/** Sets a PC up as a person does who has opened the link. */
export async function consent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Yes, this is my office' }).click();
  await page.getByRole('button', { name: 'I agree, set up this PC' }).click();
  await page.getByRole('button', { name: 'Show me' }).click();
}
