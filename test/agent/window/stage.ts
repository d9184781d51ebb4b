import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { acts } from '../../../agent/ipc/channels.ts';
import type { Model } from '../../../agent/ipc/model.ts';
import { openBrowser } from '../../chromium.ts';
import { at } from './models.ts';

const dist = new URL('../../../agent/window/dist/', import.meta.url);
const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** As strict as the main process serves it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** One call of the window across the bridge. */
export interface Call {
  name: string;
  args: unknown[];
}

/** What a call answers: `model` is told before it, and `error` refuses it. */
export interface Answer {
  value?: unknown;
  error?: string;
  model?: Model;
}

/** The built window in a page of the size that it has beside the clock, and the main process's part played by the test. */
export interface WindowPage {
  readonly page: Page;
  /** Whatever the page complained about. */
  readonly complaints: string[];
  tell(model: Model): Promise<void>;
  calls(): Promise<Call[]>;
  /** What every call of that name answers from now on. */
  answer(name: string, answer: Answer): Promise<void>;
}

export interface Stage {
  open(model: Model, options?: BrowserContextOptions): Promise<WindowPage>;
  close(): Promise<void>;
}

export const compact = { width: 400, height: 640 };

export async function openStage(): Promise<Stage> {
  if (!existsSync(new URL('index.html', dist))) throw new Error('The window is not built. Run "npm run build" first.');
  const browser = await openBrowser();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://window').pathname;
    const file = new URL(path === '/' ? 'index.html' : `.${path}`, dist);
    const body = await readFile(fileURLToPath(file)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, {
      'content-type': kinds[extname(file.pathname)] ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    open: (model, options = {}) => openPage(browser, server, model, options),
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function openPage(browser: Browser, server: Server, model: Model, options: BrowserContextOptions) {
  const context = await browser.newContext({
    viewport: compact,
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.setFixedTime(at);
  await page.addInitScript(playMain, { first: model, names: acts });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator('main').waitFor();
  return {
    page,
    complaints,
    tell: (next: Model) => page.evaluate((told) => window.stage.tell(told), next),
    calls: () => page.evaluate(() => window.stage.calls),
    answer: (name: string, answer: Answer) =>
      page.evaluate(([key, value]) => void window.stage.answers.set(key, value), [name, answer] as const),
  };
}

declare global {
  interface Window {
    stage: {
      calls: Call[];
      answers: Map<string, Answer>;
      tell(model: Model): void;
    };
  }
}

/** Runs in the page, before it: the bridge that the preload would have put there. */
function playMain({ first, names }: { first: Model; names: readonly string[] }): void {
  let model = first;
  const listeners = new Set<(model: Model) => void>();
  window.stage = {
    calls: [],
    answers: new Map(),
    tell(next) {
      model = next;
      for (const listener of listeners) listener(next);
    },
  };
  const act =
    (name: string) =>
    async (...args: unknown[]) => {
      window.stage.calls.push({ name, args });
      const answer = window.stage.answers.get(name);
      if (answer?.error) throw new Error(answer.error);
      if (answer?.model) window.stage.tell(answer.model);
      return answer?.value;
    };
  Object.defineProperty(window, 'shiftgate', {
    value: {
      ...Object.fromEntries(names.map((name) => [name, act(name)])),
      getModel: async () => model,
      onModel(listener: (model: Model) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
}
