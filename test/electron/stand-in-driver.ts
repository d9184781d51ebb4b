import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPaths } from '../chromium.ts';
import { freePort } from '../free-port.ts';
import type { Driver, Drivers, Icon, Start } from './driver.ts';
import { openIndicatorBus } from './indicator-bus.ts';
import type { Setting } from './stand-in/setting.ts';

const main = fileURLToPath(new URL('../../agent/dist/main/main.mjs', import.meta.url));
const register = new URL('./stand-in/register.ts', import.meta.url).href;
export const windowOrigin = 'http://app.shiftgate-window.localhost';

/** A browser that both the stand-in and the test look into. */
export async function openStandIn(): Promise<Drivers> {
  if (!existsSync(main)) throw new Error('The main process is not built. Run "npm run build" first.');
  const folder = mkdtempSync(join(tmpdir(), 'shiftgate-tray-'));
  const port = await freePort();
  const context = await chromium.launchPersistentContext(join(folder, 'browser'), {
    executablePath: chromiumPaths.find((path) => existsSync(path)) ?? 'chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${port}`],
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    reducedMotion: 'reduce',
    viewport: null,
  });
  const launch = ({ home, args = [], languages = ['en-GB'], hasKeyStore = true, appImage }: Start) => {
    const userData = join(home, 'system');
    const setting: Setting = { userData, browser: `http://127.0.0.1:${port}`, languages, hasKeyStore };
    return fork(main, [...args], {
      execArgv: ['--import', register],
      env: {
        ...process.env,
        SHIFTGATE_AGENT_HOME: join(home, 'agent'),
        SHIFTGATE_STAND_IN: JSON.stringify(setting),
        XDG_CACHE_HOME: join(home, 'cache'),
        DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(home, 'bus')}`,
        ...(appImage && { APPIMAGE: appImage }),
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  };
  const running = new Set<ChildProcess>();
  const buses: Server[] = [];
  /** What a test that failed has left behind must not get into the next one's way. */
  const clear = async () => {
    for (const child of running) if (child.exitCode === null && child.signalCode === null) await kill(child);
    running.clear();
    for (const page of context.pages().slice(1)) await page.close().catch(() => undefined);
  };
  return {
    async start(start) {
      await clear();
      if (start.hasIndicator) buses.push(await openIndicatorBus(join(start.home, 'bus')));
      const child = launch(start);
      running.add(child);
      const driver = new StandInDriver(child, context);
      await driver.begun();
      return driver;
    },
    startAgain: (start) => endOf(launch(start)),
    async close() {
      await clear();
      for (const bus of buses) bus.close();
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const endOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

function kill(child: ChildProcess): Promise<unknown> {
  const ended = endOf(child);
  child.kill('SIGKILL');
  return ended;
}

class StandInDriver implements Driver {
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #context: BrowserContext;
  readonly #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  readonly #old: ReadonlySet<Page>;
  #last = 0;

  constructor(child: ChildProcess, context: BrowserContext) {
    this.#child = child;
    this.#context = context;
    this.#old = new Set(context.pages());
    this.ended = endOf(child);
    void this.ended.then((code) => this.#fail(`The program ended with ${code}.`));
    child.on('message', (raw) => {
      const { id, value, trouble } = raw as { id: number; value?: unknown; trouble?: string };
      const asked = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (trouble === undefined) asked?.resolve(value as never);
      else asked?.reject(new Error(trouble));
    });
  }

  drive<T>(name: string, ...args: readonly unknown[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#last += 1;
      this.#waiting.set(this.#last, { resolve, reject });
      this.#child.send({ id: this.#last, name, args }, (error) => error && reject(error));
    });
  }

  /** Until the icon is there. */
  async begun(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const icon = await this.drive<Icon | undefined>('tray');
      if (icon && icon.menu.length > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('The program shows no icon.');
  }

  async page(): Promise<Page> {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = this.#context.pages().find((page) => !this.#old.has(page) && page.url().startsWith(windowOrigin));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('The program shows no window.');
  }

  icon = () => this.drive<Icon>('tray');
  choose = (...path: readonly string[]) => this.drive<void>('choose', ...path);
  notices = () => this.drive<{ title: string; body: string }[]>('notices');
  power = (event: string) => this.drive<void>('power', event);
  opened = () => this.drive<string[]>('opened');
  copied = () => this.drive<string>('copied');
  willAnswer = (...answers: readonly unknown[]) => this.drive<void>('willAnswer', ...answers);
  window = () => this.drive<Awaited<ReturnType<Driver['window']>>>('window');
  closeWindow = () => this.drive<void>('closeWindow');
  openLink = (url: string) => this.drive<void>('openLink', url);
  corePid = () => this.drive<number | undefined>('corePid');
  invokeAs = (...args: Parameters<Driver['invokeAs']>) => this.drive<unknown>('invokeAs', ...args);
  async quit(): Promise<void> {
    await this.drive('quit');
    await this.ended;
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
