import { EventEmitter } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { drivable, setting } from './setting.ts';
import { Preventable, strict } from './strict.ts';

let isReady = false;
const made = new EventEmitter();
const ready = new Promise<void>((resolve) => {
  // After the main script has run to its end, as Electron does.
  setTimeout(() => {
    isReady = true;
    resolve();
  }, 20);
});

export function needsReady(what: string): void {
  if (!isReady) throw new Error(`${what} before the app is ready`);
}
export function needsNotReady(what: string): void {
  if (isReady) throw new Error(`${what} after the app is ready`);
}

/** Windows that are asked to close before the app ends; one that refuses keeps it running. */
export const closers = new Set<() => boolean>();
export const loginItems: unknown[] = [];
const { version } = JSON.parse(readFileSync(new URL('../../../agent/package.json', import.meta.url), 'utf8')) as {
  version: string;
};
// Where the packager puts what the updater wants to know.
Object.assign(process, { resourcesPath: join(setting.userData, 'resources') });
const lock = join(setting.userData, 'instance.sock');

class App extends EventEmitter {
  readonly isPackaged = true;

  whenReady(): Promise<void> {
    return ready;
  }

  /** Real processes meet at a socket; the second one hands over its arguments. */
  requestSingleInstanceLock(): boolean {
    if (isTaken()) return false;
    rmSync(lock, { force: true });
    createServer((socket) => {
      let text = '';
      socket.on('data', (chunk) => {
        text += String(chunk);
      });
      socket.on('end', () => {
        if (text) this.emit('second-instance', new Preventable(), JSON.parse(text), process.cwd(), undefined);
      });
    }).listen(lock);
    return true;
  }

  quit(): void {
    const before = new Preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    if (![...closers].every((close) => close())) return;
    const will = new Preventable();
    this.emit('will-quit', will);
    if (!will.defaultPrevented) this.exit(0);
  }

  releaseSingleInstanceLock(): void {
    rmSync(lock, { force: true });
  }

  getVersion(): string {
    return version;
  }

  getName(): string {
    return 'Shiftgate';
  }

  exit(code = 0): void {
    this.emit('quit', new Preventable(), code);
    rmSync(lock, { force: true });
    process.exit(code);
  }

  enableSandbox(): void {
    needsNotReady('enableSandbox');
  }

  setAppUserModelId(): void {
    // Windows alone makes something of it.
  }

  setAsDefaultProtocolClient(scheme: string): boolean {
    made.emit('scheme', scheme);
    return true;
  }

  getPreferredSystemLanguages(): readonly string[] {
    needsReady('getPreferredSystemLanguages');
    return setting.languages;
  }

  getPath(name: string): string {
    return join(setting.userData, name);
  }

  setLoginItemSettings(settings: unknown): void {
    loginItems.push(settings);
  }
}

export const app = strict('app', new App());
const schemes: string[] = [];
made.on('scheme', (scheme: string) => schemes.push(scheme));

drivable({
  schemes: () => schemes,
  loginItems: () => loginItems,
  openLink: (url: string) => app.emit('open-url', new Preventable(), url),
  fault: () =>
    void setTimeout(() => {
      throw new Error('A fault for the test.');
    }, 5),
  quit: () => void setTimeout(() => app.quit(), 5),
});

/** Asks the socket from another thread, since Electron answers this question without a promise. */
function isTaken(): boolean {
  const answer = new Int32Array(new SharedArrayBuffer(4));
  const code = `
    const { workerData: { lock, argv, answer } } = require('node:worker_threads');
    const say = (value) => { Atomics.store(answer, 0, value); Atomics.notify(answer, 0); };
    const socket = require('node:net').connect(lock, () => socket.end(argv, () => say(1)));
    socket.on('error', () => say(2));`;
  new Worker(code, { eval: true, execArgv: [], workerData: { lock, argv: JSON.stringify(process.argv), answer } });
  Atomics.wait(answer, 0, 0, 3_000);
  return answer[0] === 1;
}
