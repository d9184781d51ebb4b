import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { catalogueVersion } from '../../shared/checks/catalogue.ts';
import type { Readings } from '../../shared/checks/index.ts';
import type { BenchWorkstation, ConsoleStage } from './console-stage.ts';
import { blockedOf, usageOf } from './server-process.ts';

/** What a screen has once its rows are there. */
const rowOf = { '/triage': 'tr[data-workstation]', '/workstations': 'tr[data-access]' } as const;
type Screen = keyof typeof rowOf;
/** What it has while the one workstation that is searched for is locked, and while it is ready. */
const lockedRow = { '/triage': rowOf['/triage'], '/workstations': 'tr[data-access="locked"]' } as const;
const readyRow = {
  '/triage': 'main:not(:has(tr[data-workstation]))',
  '/workstations': 'tr[data-access="ready"]',
} as const;

const rounds = 7;
const trials = 20;

export interface Views {
  readonly cold: number[];
  readonly warm: number[];
  /** Bytes that a browser fetched the first time: pages, scripts and styles. */
  readonly bytes: number;
}

/** From the start of the navigation to rows on the screen, in a browser that was never here and in one that was. */
export async function measureViews(stage: ConsoleStage, screen: Screen): Promise<Views> {
  const views = { cold: [] as number[], warm: [] as number[], bytes: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const context = await stage.newVisitor();
    const first = await view(context, screen);
    views.cold.push(first.shownAt);
    views.bytes = first.bytes;
    views.warm.push((await view(context, screen)).shownAt);
    await context.close();
  }
  return views;
}

async function view(context: BrowserContext, screen: Screen): Promise<{ shownAt: number; bytes: number }> {
  const page = await context.newPage();
  const bytes = await countBytes(page);
  await page.addInitScript(noteRows, rowOf[screen]);
  await page.goto(screen, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(() => (window as unknown as { shownAt?: number }).shownAt, undefined, {
    polling: 20,
  });
  const shownAt = Number(await shown.jsonValue());
  await page.close();
  return { shownAt, bytes: bytes() };
}

/** In the page: notes when the first row was painted, in milliseconds since the navigation began. */
function noteRows(selector: string): void {
  const look = () => {
    if (!document.querySelector(selector)) requestAnimationFrame(look);
    else setTimeout(() => Object.assign(window, { shownAt: performance.now() }));
  };
  requestAnimationFrame(look);
}

/** Counts what the files of the web console take on the wire; answers of the API are left out. */
async function countBytes(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  const files = new Set<string>();
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.url.includes('/api/')) files.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (files.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

/** From the last key typed into the search to rows that all fit it. */
export async function measureSearch(stage: ConsoleStage, screen: Screen): Promise<number[]> {
  const context = await stage.newVisitor();
  const page = await openScreen(context, screen);
  const field = page.getByRole('searchbox').first();
  const times: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const wanted = `0000${10 + trial}`;
    const shown = page.evaluate(timeUntilRowsFit, { rows: rowOf[screen], wanted });
    times.push((await Promise.all([shown, field.pressSequentially(wanted)]))[0]);
    await field.fill('');
    await wait(600);
  }
  await context.close();
  return times;
}

async function openScreen(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await page.locator('tr[data-workstation], tr[data-access]').first().waitFor();
  return page;
}

/** In the page: resolves with the milliseconds from the last input to the first frame whose rows all say `wanted`. */
function timeUntilRowsFit({ rows, wanted }: { rows: string; wanted: string }): Promise<number> {
  return new Promise((resolve) => {
    let typedAt = Number.NaN;
    document.addEventListener('input', () => (typedAt = performance.now()), { capture: true });
    const look = () => {
      const all = [...document.querySelectorAll(rows)];
      const isStale = document.querySelector('[data-stale]') !== null;
      const fits = all.length > 0 && !isStale && all.every((row) => row.textContent?.includes(wanted));
      if (fits && typedAt > 0) setTimeout(() => resolve(performance.now() - typedAt));
      else requestAnimationFrame(look);
    };
    look();
  });
}

const clock = () => performance.timeOrigin + performance.now();

/** One workstation is locked and freed by its own reports: from its sending to the screen that shows it. */
export async function measureLive(stage: ConsoleStage, screen: Screen, subject: BenchWorkstation): Promise<number[]> {
  const { workstation, socket, hostName } = subject;
  const context = await stage.newVisitor();
  const page = await context.newPage();
  await page.goto(`${screen}?search=${hostName}`);
  await page.getByText('Live', { exact: true }).waitFor();
  const times: number[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    await wait(1_000 + Math.random() * 300);
    const isLock = trial % 2 === 0;
    const isShown = isLock ? lockedRow[screen] : readyRow[screen];
    const shown = page.evaluate(timeOfState, isShown);
    // The page watches before the report leaves.
    await page.evaluate(() => 0);
    const sentAt = clock();
    socket.send({ type: 'report', jws: workstation.report(programFound(isLock)) });
    times.push((await shown) - sentAt);
  }
  await context.close();
  return times;
}

/** In the page: resolves with the time of day at which something is there. */
function timeOfState(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector)) resolve(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
}

function programFound(isRunning: boolean): Readings {
  const found = isRunning ? [{ id: 'anydesk', running: true, by: 'file-name' as const }] : [];
  return { software: { readAt: new Date().toISOString(), fact: { catalogue: catalogueVersion, found } } };
}

function wifi(security: 'open' | 'wpa3-personal'): Readings {
  const links = [{ interface: 'Wi-Fi', kind: 'wifi' as const, security }];
  return { 'wifi-security': { readAt: new Date().toISOString(), fact: { links } } };
}

/** Other workstations change their access, each once a second, until it is stopped. */
export function startFlood(others: readonly BenchWorkstation[]): { stop(): void } {
  let turn = 0;
  const timer = setInterval(() => {
    const other = others[turn % others.length];
    const isBad = Math.floor(turn / others.length) % 2 === 0;
    turn += 1;
    other?.socket.send({ type: 'report', jws: other.workstation.report(wifi(isBad ? 'open' : 'wpa3-personal')) });
  }, 1_000 / others.length);
  return { stop: () => clearInterval(timer) };
}

export interface Watched {
  /** Percent of a core that the console takes. */
  readonly load: number;
  /** Requests a second that one screen makes. */
  readonly requests: number;
  /** Milliseconds. */
  readonly blocked: number;
}

/** What one open screen costs the console while a flood goes on. */
export async function watchScreen(stage: ConsoleStage, screen: Screen): Promise<Watched> {
  const seconds = 10;
  const context = await stage.newVisitor();
  const page = await openScreen(context, screen);
  let requests = 0;
  page.on('request', () => {
    requests += 1;
  });
  await blockedOf(stage.server);
  const before = await usageOf(stage.server);
  await wait(seconds * 1_000);
  const after = await usageOf(stage.server);
  const blocked = await blockedOf(stage.server);
  await context.close();
  return { load: (after.cpu - before.cpu) / seconds / 1e4, requests: requests / seconds, blocked };
}
