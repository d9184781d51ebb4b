import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { needsReady } from './app.ts';
import { drivable } from './setting.ts';
import { strict } from './strict.ts';

const shim = fileURLToPath(new URL('./utility-child.ts', import.meta.url));
let last: ChildProcess | undefined;

/** A real process of Node; messages cross by structured cloning, as between Electron's. */
class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(path: string, args: readonly string[]) {
    super();
    needsReady('utilityProcess.fork');
    this.#child = fork(shim, [path, ...args], { serialization: 'advanced', silent: true, execArgv: [] });
    last = this.#child;
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code, signal) => this.emit('exit', code ?? (signal ? 1 : 0)));
  }
  get pid() {
    return this.#child.pid;
  }
  get stdout() {
    return this.#child.stdout;
  }
  get stderr() {
    return this.#child.stderr;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, args: readonly string[] = []) => strict('UtilityProcess', new UtilityProcess(path, args)),
});

drivable({
  corePid: () => last?.pid,
  crashCore: () => last?.kill('SIGKILL'),
  /** It is there and does nothing any more. */
  freezeCore: () => last?.kill('SIGSTOP'),
});
