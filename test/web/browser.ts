import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../chromium.ts';
import { makeHome, runConsole, type TestConsole } from '../console/running-console.ts';
import { goodFacts } from '../console/workstation-double.ts';

export const administrator = { name: 'Ines Adler', password: 'four words are long' };

/** The real console in a folder of its own, and a browser. */
export interface Stage {
  readonly console: TestConsole;
  /** A page of the administrator, signed in. */
  signedIn(options?: BrowserContextOptions): Promise<Page>;
  /** A page of somebody who has not signed in. */
  stranger(options?: BrowserContextOptions): Promise<Page>;
  /** A workstation that is enrolled, connected and fine, by the name of its PC; of nobody in particular, or of a person. */
  workstation(hostName: string, person?: string): Promise<ConnectedWorkstation>;
  /** Stops the console, and starts it again at the same address with the same data. */
  restart(meanwhile: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export type ConnectedWorkstation = Awaited<ReturnType<typeof connect>>;

interface StageOptions {
  /** The console's clock, where a test turns it. */
  now?: () => Date;
  /** Puts something into the folder before the console starts. */
  fill?: (home: string) => Promise<void>;
}

export async function openStage({ now = () => new Date(), fill }: StageOptions = {}): Promise<Stage> {
  const home = await makeHome();
  await fill?.(home.home);
  let running = await runConsole(home.home, { now });
  if (!existsSync(new URL('../../console/web/dist/index.html', import.meta.url)))
    throw new Error('The web console is not built. Run "npm run build" first.');
  const browser = await openBrowser();
  const state = await createAdministrator(browser, running);
  const open = async (options: BrowserContextOptions) => (await newContext(browser, running, options)).newPage();
  return {
    get console() {
      return running;
    },
    signedIn: (options = {}) => open({ ...options, storageState: state }),
    stranger: (options = {}) => open(options),
    workstation: (hostName, person) => connect(running, hostName, person),
    async restart(meanwhile) {
      const port = Number(new URL(running.url).port);
      await running.close();
      await meanwhile();
      running = await runConsole(home.home, { port, gatePort: 0, now });
    },
    async close() {
      await browser.close();
      await running.close();
      await home.close();
    },
  };
}

interface Reachable {
  readonly url: string;
  readonly signInLink: string | undefined;
}

function newContext(browser: Browser, { url }: Reachable, options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'Europe/Vienna', ...options });
}

/** Signs in for the first time, as a person does; returns the cookies. */
export async function createAdministrator(browser: Browser, running: Reachable) {
  const context = await newContext(browser, running, {});
  const page = await context.newPage();
  await page.goto(running.signInLink ?? '');
  await page.getByLabel('Your name').fill(administrator.name);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Create owner' }).click();
  await page.getByRole('heading', { name: 'Triage' }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

async function connect(running: TestConsole, hostName: string, person?: string) {
  const double = await running.workstation({ person });
  const { socket, welcome } = await double.connect(running.url, { hostName });
  const report = async (facts: Parameters<typeof double.report>[0]) => {
    socket.send({ type: 'report', jws: double.report(facts) });
    await socket.next('ack');
  };
  await report(goodFacts());
  return { id: double.id, hostName, socket, welcome, report };
}
