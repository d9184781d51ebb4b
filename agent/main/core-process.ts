import { type UtilityProcess, utilityProcess } from 'electron';
import type { Secrets } from '../core/host/state-folder.ts';
import type { Logger } from '../core/log.ts';
import { type Calls, openCalls } from '../ipc/calls.ts';
import type { MainAsks, ServiceAsks, ServiceState } from '../ipc/service.ts';

export interface CoreProcessDeps {
  /** The file that the process runs. */
  readonly entry: string;
  readonly folder: string;
  readonly secrets: Secrets;
  readonly log: Logger;
  readonly onState: (state: ServiceState | { readonly phase: 'crashed' }) => void;
  readonly onUpdateAsked: () => void;
}

/** Milliseconds. */
const firstPause = 500;
const longestPause = 60_000;
/** A process that has run this long was a good one: the next crash starts the back-off anew. */
const steadyAfter = 60_000;
const patience = 3_000;

/** The agent in a process of its own, started again whenever it ends by itself. */
export class CoreProcess {
  readonly #deps: CoreProcessDeps;
  #process: UtilityProcess | undefined;
  #calls: Calls<ServiceAsks> | undefined;
  #crashes = 0;
  #again: NodeJS.Timeout | undefined;
  #steady: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(deps: CoreProcessDeps) {
    this.#deps = deps;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  start(): void {
    const { entry, folder, log } = this.#deps;
    const child = utilityProcess.fork(entry, [folder], { serviceName: 'Shiftgate agent', stdio: 'pipe' });
    const port = {
      post: (message: unknown) => child.postMessage(message),
      onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
    };
    this.#process = child;
    this.#calls = openCalls<ServiceAsks>(port, this.#answers());
    child.stdout?.resume();
    child.stderr?.on('data', (text: Buffer) =>
      log.warn('The agent wrote an error.', { text: text.toString('utf8', 0, 2000) }),
    );
    child.on('exit', (code) => this.#ended(code));
    this.#steady = setTimeout(() => {
      this.#crashes = 0;
    }, steadyAfter);
  }

  readonly ask: Calls<ServiceAsks>['ask'] = (name, ...args) => {
    if (!this.#calls) throw new Error('The agent is starting again. Try again in a moment.');
    return this.#calls.ask(name, ...args);
  };

  /** Resolves when the process has ended, which it is made to do if it does not by itself. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#again);
    clearTimeout(this.#steady);
    const child = this.#process;
    if (!child) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#deps.log.warn('The agent did not end by itself.');
        child.kill();
        resolve();
      }, patience);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      // The exit is what counts, whatever it says of it.
      this.#calls?.ask('close').catch(() => undefined);
    });
  }

  #answers(): MainAsks {
    const { secrets, onState, onUpdateAsked } = this.#deps;
    return {
      readSecret: (name) => secrets.read(name),
      writeSecret: (name, value) => secrets.write(name, value),
      tell: async (state) => onState(state),
      lookForUpdate: async () => onUpdateAsked(),
    };
  }

  #ended(code: number): void {
    const { log, onState } = this.#deps;
    clearTimeout(this.#steady);
    this.#process = undefined;
    this.#calls?.fail('The agent is starting again. Try again in a moment.');
    this.#calls = undefined;
    if (this.#isClosing) return;
    const pause = Math.min(longestPause, firstPause * 2 ** this.#crashes);
    this.#crashes += 1;
    log.error('The agent ended and is started again.', { code, pause });
    onState({ phase: 'crashed' });
    this.#again = setTimeout(() => this.start(), pause);
  }
}
