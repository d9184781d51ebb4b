import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { BrowserWindowConstructorOptions } from 'electron';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { app, closers, needsReady } from './app.ts';
import { invoke, rememberSender } from './ipc.ts';
import { fromBrowser, serve, toBrowser } from './network.ts';
import { playElectron } from './page-side.ts';
import { drivable, setting } from './setting.ts';
import { Preventable, strict, strictClass } from './strict.ts';

let browser: Promise<BrowserContext> | undefined;
let ids = 0;
const prevented: string[] = [];

/** The browser belongs to the test, which looks at the same pages. */
function openBrowser(): Promise<BrowserContext> {
  browser ??= chromium.connectOverCDP(setting.browser).then((found) => found.contexts()[0]!);
  return browser;
}

class WebContents extends EventEmitter {
  readonly id: number;
  readonly #page: Promise<Page>;
  #sending: Promise<unknown> = Promise.resolve();
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });

  constructor(page: Promise<Page>) {
    super();
    ids += 1;
    this.id = ids;
    this.#page = page;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  /** One after the other, as they were sent. A page that is not there yet does not hear them, as in Electron. */
  send(channel: string, ...args: unknown[]): void {
    const told = structuredClone(args);
    this.#sending = this.#sending
      .then(() => this.#page)
      .then((page) =>
        page.evaluate(
          ([name, values]) => {
            const hear = (window as unknown as Record<symbol, ((name: string, values: unknown[]) => void) | undefined>)[
              Symbol.for('stand-in')
            ];
            hear?.(name, values);
          },
          [channel, told] as const,
        ),
      )
      .catch(() => undefined);
  }
}

class StandInWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly #page: Promise<Page>;
  #isVisible: boolean;
  #isMinimized = false;
  #isFocused = false;
  #address = '';
  #isDestroyed = false;
  #place: readonly number[] = [];

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    needsReady('new BrowserWindow');
    this.#isVisible = options.show ?? true;
    this.#page = this.#open(options);
    const contents = new WebContents(this.#page);
    this.webContents = strict('webContents', contents);
    rememberSender(this.webContents);
    app.emit('web-contents-created', new Preventable(), this.webContents);
    closers.add(() => this.close());
    drivable({
      window: () => ({
        ...{ visible: this.#isVisible, minimized: this.#isMinimized, focused: this.#isFocused },
        options: JSON.parse(JSON.stringify(options)),
      }),
      closeWindow: () => this.close(),
      blur: () => {
        this.#isFocused = false;
      },
      crashPage: () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
      prevented: () => prevented,
      position: () => this.#place,
    });
  }

  async #open({ width = 800, height = 600, webPreferences }: BrowserWindowConstructorOptions): Promise<Page> {
    const context = await openBrowser();
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    const contents = () => this.webContents as WebContents;
    await page.exposeBinding('standInInvoke', async ({ frame }, channel: string, args: unknown[]) => {
      const senderFrame = { url: fromBrowser(frame.url()), parent: frame.parentFrame() };
      try {
        return { value: await invoke({ sender: contents(), senderFrame }, channel, args) };
      } catch (error) {
        return { trouble: (error as Error).message };
      }
    });
    await page.route('**/*', async (route) => {
      const request = route.request();
      const url = fromBrowser(request.url());
      const event = Object.assign(new Preventable(), { url });
      if (request.isNavigationRequest() && url !== this.#address)
        contents().emit(request.frame().parentFrame() ? 'will-frame-navigate' : 'will-navigate', event);
      if (!event.defaultPrevented) return serve(route);
      prevented.push(url);
      await route.abort('aborted');
    });
    page.on('popup', async (popup) => {
      if (contents().openHandler({ url: popup.url() }).action === 'deny') await popup.close();
    });
    if (webPreferences?.preload) await page.addInitScript(playElectron, readFileSync(webPreferences.preload, 'utf8'));
    return page;
  }

  async loadURL(url: string): Promise<void> {
    this.#address = url;
    await (await this.#page).goto(toBrowser(url));
  }
  show(): void {
    this.#isVisible = true;
    this.#isFocused = true;
    void this.#page.then((page) => page.bringToFront());
  }
  hide(): void {
    this.#isVisible = false;
    this.#isFocused = false;
  }
  focus(): void {
    this.#isFocused = true;
  }
  minimize(): void {
    this.#isMinimized = true;
    this.#isFocused = false;
  }
  restore(): void {
    this.#isMinimized = false;
  }
  setMenuBarVisibility(isVisible: boolean): void {
    if (isVisible) throw new Error('The stand-in has no menu bar.');
  }
  isDestroyed = () => this.#isDestroyed;
  isVisible = () => this.#isVisible && !this.#isMinimized;
  isMinimized = () => this.#isMinimized;
  isFocused = () => this.#isFocused;
  center(): void {
    this.#place = [];
  }
  setPosition(...place: number[]): void {
    this.#place = place;
  }
  /** False when a listener wants the window to stay. */
  close(): boolean {
    const event = new Preventable();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.#isDestroyed = true;
    void this.#page.then((page) => page.close());
    this.emit('closed');
    return true;
  }
}

export const BrowserWindow = strictClass('BrowserWindow', StandInWindow);
