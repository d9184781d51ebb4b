import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MenuItem, NativeImage } from 'electron';
import { _electron, type ElectronApplication } from 'playwright-core';
import { trayIcons } from '../../agent/main/tray-icons.ts';
import type { Driver, Drivers, Icon, MenuRow, Start } from './driver.ts';

const electron = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url));
const program = fileURLToPath(new URL('../../agent/', import.meta.url));
const recorder = fileURLToPath(new URL('./real/recorder.cjs', import.meta.url));

/** Electron's own binary; undefined where it was not fetched. */
export function findElectron(): string | undefined {
  const note = join(electron, 'path.txt');
  const path = existsSync(note) ? join(electron, 'dist', readFileSync(note, 'utf8')) : undefined;
  return path !== undefined && existsSync(path) ? path : undefined;
}

const pictures = Object.values(trayIcons).map(({ small }) => small);

interface Recorded {
  icon: { image: NativeImage | undefined; tooltip: string; menu: { items: MenuItem[] } | undefined };
  notices: { title: string; body: string }[];
  opened: string[];
  dialogs: unknown[];
  answers: unknown[];
}
declare global {
  var shiftgateRecorded: Recorded;
}

const argumentsOf = ({ home, args = [], languages = ['en-GB'] }: Start) => [
  ...['-r', recorder, `--user-data-dir=${join(home, 'system')}`, `--lang=${languages[0]}`, '--no-sandbox'],
  ...[program, ...args],
];
const environmentOf = ({ home }: Start) => ({
  ...(process.env as Record<string, string>),
  SHIFTGATE_AGENT_HOME: join(home, 'agent'),
});

/** The program in the real Electron, looked into by Playwright. */
export async function openReal(): Promise<Drivers> {
  const executablePath = findElectron() ?? '';
  const running: ElectronApplication[] = [];
  return {
    async start(start) {
      const app = await _electron.launch({ executablePath, args: argumentsOf(start), env: environmentOf(start) });
      running.push(app);
      return driverOf(app);
    },
    startAgain: (start) =>
      new Promise((resolve) => {
        spawn(executablePath, argumentsOf(start), { env: environmentOf(start), stdio: 'ignore' }).once('exit', resolve);
      }),
    async close() {
      for (const app of running) await app.close().catch(() => undefined);
    },
  };
}

function driverOf(app: ElectronApplication): Driver {
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  return {
    ended,
    page: () => app.firstWindow(),
    icon: () => app.evaluate(readIcon, pictures),
    choose: (...path) => app.evaluate(chooseRow, path),
    notices: () => app.evaluate(() => globalThis.shiftgateRecorded.notices),
    power: (event) => app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    opened: () => app.evaluate(() => globalThis.shiftgateRecorded.opened),
    copied: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    willAnswer: (...answers) =>
      app.evaluate((_electronApi, next) => {
        globalThis.shiftgateRecorded.answers = [...next];
      }, answers),
    window: () =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        const options = { webPreferences: {} };
        return { visible: window?.isVisible() ?? false, minimized: window?.isMinimized() ?? false, options };
      }),
    closeWindow: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    openLink: (url) =>
      app.evaluate((api, link) => void api.app.emit('open-url', { preventDefault: () => undefined }, link), url),
    corePid: () =>
      app.evaluate(({ app: api }) => api.getAppMetrics().find(({ name }) => name === 'Shiftgate agent')?.pid),
    invokeAs: () => Promise.reject(new Error('The real Electron cannot be asked as somebody else.')),
    drive: (name) => Promise.reject(new Error(`The real Electron has no drive "${name}".`)),
    async quit() {
      await app.evaluate(({ app: api }) => void setTimeout(() => api.quit(), 5));
      await ended;
    },
  };
}

/** Runs inside Electron: a picture is known by its pixels, since Electron does not keep the file. */
function readIcon({ nativeImage }: typeof import('electron'), known: readonly string[]): Icon {
  const rowOf = ({ label, type, enabled, checked, submenu }: MenuItem): MenuRow => ({
    label: type === 'separator' ? '-' : label,
    enabled,
    checked,
    ...(submenu && { rows: submenu.items.map(rowOf) }),
  });
  const { image, tooltip, menu } = globalThis.shiftgateRecorded.icon;
  const pixels = image?.toBitmap({ scaleFactor: 1 });
  const isShown = (png: string) =>
    pixels?.equals(nativeImage.createFromDataURL(`data:image/png;base64,${png}`).toBitmap()) ?? false;
  return { image: known.find(isShown) ?? '', tooltip, menu: menu?.items.map(rowOf) ?? [] };
}

/** Runs inside Electron. */
function chooseRow(_electronApi: unknown, path: readonly string[]): void {
  let items = globalThis.shiftgateRecorded.icon.menu?.items ?? [];
  for (const label of path) {
    const item = items.find((one) => one.label === label);
    if (!item) throw new Error(`The menu has no "${label}".`);
    if (label === path.at(-1)) item.click();
    items = item.submenu?.items ?? [];
  }
}
