import { type Agent, createAgent } from '../core/agent.ts';
import { type Claim, claimFolder } from '../core/host/claim.ts';
import type { Host } from '../core/host/host.ts';
import type { Secrets, StateFolder } from '../core/host/state-folder.ts';
import { enrol } from '../core/identity/enrolment.ts';
import { NotEnrolled } from '../core/identity/identity.ts';
import { type Logger, reasonOf } from '../core/log.ts';
import { type Calls, openCalls, type Port } from '../ipc/calls.ts';
import type { MainAsks, ServiceAsks, ServiceState } from '../ipc/service.ts';

export interface ServiceDeps {
  readonly host: Host;
  readonly folder: StateFolder;
  readonly log: Logger;
  /** Called after everything is closed. */
  readonly onClosed: () => void;
}

/** Milliseconds after which what stood in the way is tried again: a key store may be unlocked meanwhile. */
const againAfter = 10_000;

/** The agent in a process of its own: answers the main process and tells it of every change. */
export class AgentService {
  readonly #deps: ServiceDeps;
  readonly #main: Calls<MainAsks>;
  readonly #secrets: Secrets;
  #agent: Agent | undefined;
  #claim: Claim | undefined;
  #again: NodeJS.Timeout | undefined;

  constructor(port: Port, deps: ServiceDeps) {
    this.#deps = deps;
    this.#main = openCalls<MainAsks>(port, this.#answers());
    this.#secrets = {
      read: (name) => this.#main.ask('readSecret', name),
      write: (name, value) => this.#main.ask('writeSecret', name, value),
    };
  }

  /** Resolves when it is told how things are. Never throws: what stands in the way is told, and tried again. */
  async begin(): Promise<void> {
    clearTimeout(this.#again);
    try {
      const agent = await this.#open();
      agent.start().catch((error: unknown) => this.#fail(error));
    } catch (error) {
      if (error instanceof NotEnrolled) this.#tell({ phase: 'not-enrolled' });
      else this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#deps.log.error('The agent cannot start.', { reason: reasonOf(error) });
    this.#tell({ phase: 'failed', trouble: reasonOf(error) });
    this.#again = setTimeout(() => void this.#end().then(() => this.begin()), againAfter);
  }

  async #open(): Promise<Agent> {
    const { host, folder, log } = this.#deps;
    this.#claim ??= await claimFolder(folder.path);
    if (!this.#claim) throw new Error(`Another agent is running with ${folder.path}.`);
    const onUpdate = () => void this.#main.ask('lookForUpdate').catch(() => undefined);
    const agent = await createAgent({ host, folder, secrets: this.#secrets, log, onUpdate });
    this.#agent = agent;
    agent.onChange((snapshot) => this.#tell({ phase: 'running', snapshot }));
    this.#tell({ phase: 'running', snapshot: agent.snapshot() });
    return agent;
  }

  #answers(): ServiceAsks {
    return {
      recheck: (checks) => this.#running().recheck(checks),
      ask: async (asking) => this.#running().ask(asking),
      markSeen: async (ids) => this.#running().markSeen(ids),
      closeForbidden: () => this.#running().closeForbidden(),
      launchLink: (program) => this.#running().launchLink(program),
      wake: async () => this.#agent?.wake(),
      enrol: async (invitation) => {
        const { host, log } = this.#deps;
        const { state } = await enrol(invitation, { host, secrets: this.#secrets, now: () => new Date() });
        log.info('This PC is enrolled.', { console: invitation.console, state });
        await this.#end();
        // Whoever hears that it worked finds the agent there.
        await this.begin();
        return { state };
      },
      close: async () => {
        clearTimeout(this.#again);
        await this.#end();
        this.#claim?.release();
        // The answer is on its way before the process ends.
        setTimeout(this.#deps.onClosed, 20);
      },
    };
  }

  async #end(): Promise<void> {
    const agent = this.#agent;
    this.#agent = undefined;
    await agent?.close();
  }

  #running(): Agent {
    if (!this.#agent) throw new Error('The agent does not run yet. Try again in a moment.');
    return this.#agent;
  }

  #tell(state: ServiceState): void {
    // Without its main process the agent has nobody to tell, and ends with it.
    void this.#main.ask('tell', state).catch(() => undefined);
  }
}
