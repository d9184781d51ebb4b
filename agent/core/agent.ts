import type { Decision } from '../../shared/access/decide.ts';
import type { CheckId, Readings } from '../../shared/checks/index.ts';
import type { ProgramForAgent } from '../../shared/protocol/link.ts';
import { addSeconds, secondsBetween } from '../../shared/time.ts';
import { type Closed, closePrograms } from './close-programs.ts';
import { Facts } from './facts.ts';
import type { Host } from './host/host.ts';
import { type Secrets, type StateFolder, secretsIn } from './host/state-folder.ts';
import { type CallerCode, callerCodeAt } from './identity/caller-code.ts';
import { readIdentity } from './identity/identity.ts';
import type { Identity, Welcome } from './link/handshake.ts';
import { Link, type LinkState } from './link/link.ts';
import { ReportQueue } from './link/report-queue.ts';
import type { SentPayload } from './link/reporter.ts';
import { askForTicket } from './link/ticket.ts';
import type { Logger } from './log.ts';
import { type Asking, Mailbox, type Message } from './mailbox.ts';
import { type ProgramStatus, Programs } from './programs.ts';
import { openMemory } from './scanner.ts';
import type { Watch, WatchEvent } from './watch/event.ts';
import { watches } from './watch/index.ts';

export interface AgentDeps {
  readonly host: Host;
  readonly folder: StateFolder;
  /** Where the device key and the enrolment are; the folder unless told. */
  readonly secrets?: Secrets;
  readonly log: Logger;
  readonly now?: () => Date;
  /** Between 0 and 1. */
  readonly random?: () => number;
  /** The console asks to look for an update. */
  readonly onUpdate?: () => void;
}

/** Everything that a tray or a command line shows. */
export interface Snapshot {
  readonly at: string;
  readonly workstation: string;
  readonly console: { readonly name: string; readonly url: string };
  readonly link: LinkState;
  /** How long the last contact counts; absent until the console has said so. */
  readonly lease?: { readonly seconds: number; readonly endsAt: string };
  readonly readings: Readings;
  readonly programs: readonly ProgramStatus[];
  /** Reports that the console has not acknowledged. */
  readonly queued: number;
  /** The last reports exactly as they were sent. */
  readonly payloads: readonly SentPayload[];
  /** When facts were last read, and the milliseconds it took; absent before the first time. */
  readonly lastCheck?: { readonly at: string; readonly took: number };
  /** Between the person and helpdesk, the oldest first. */
  readonly messages: readonly Message[];
  /** Absent until the console has sent its secret. */
  readonly callerCode?: CallerCode;
}

/** The whole agent, without a window. */
export interface Agent {
  /** Opens the link, reads every fact, and from then on what changes. Resolves after the first reading. */
  start(): Promise<void>;
  snapshot(): Snapshot;
  /** Calls back after every change; returns how to stop that. */
  onChange(listener: (snapshot: Snapshot) => void): () => void;
  /** Reads facts again now and reports them, changed or not. */
  recheck(checks?: readonly CheckId[]): Promise<void>;
  /** The PC was asleep, or somebody is back at it: tests the link and reads everything again. */
  wake(): Promise<void>;
  /** Asks helpdesk, or reports something suspicious; it is sent until the console has taken it. */
  ask(asking: Asking): void;
  /** Messages from helpdesk that were on screen. */
  markSeen(ids: readonly string[]): void;
  /** Ends the running programs that some policy forbids, and reads the fact again. */
  closeForbidden(): Promise<Closed>;
  /** A one-time link that opens the CRM of a program in a browser, bound to this PC. Throws ConsoleRefusal or ConsoleUnreachable. */
  launchLink(program?: string): Promise<string>;
  close(): Promise<void>;
}

/** Seconds between two reports when nothing changes, until the console says otherwise. */
const reportEveryDefault = 900;

/** Builds the agent of an enrolled workstation. Throws NotEnrolled. */
export async function createAgent(deps: AgentDeps): Promise<Agent> {
  const identity = await readIdentity(deps.secrets ?? secretsIn(deps.folder), deps.host);
  return new RunningAgent(deps, identity);
}

class RunningAgent implements Agent {
  readonly #deps: AgentDeps;
  readonly #now: () => Date;
  readonly #identity: Identity;
  readonly #programs: Programs;
  readonly #facts: Facts;
  readonly #queue: ReportQueue;
  readonly #link: Link;
  readonly #mailbox: Mailbox;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  #watch: Watch | undefined;
  #everyTimer: NodeJS.Timeout | undefined;
  #leaseTimer: NodeJS.Timeout | undefined;
  #lease: number | undefined;
  #egress: string | undefined;
  #callerSecret: string | undefined;
  #callerTimer: NodeJS.Timeout | undefined;
  #lastCheck: Snapshot['lastCheck'];

  constructor(deps: AgentDeps, identity: Identity) {
    const { host, folder, log, now = () => new Date(), random = Math.random } = deps;
    this.#deps = deps;
    this.#now = now;
    this.#identity = identity;
    this.#programs = new Programs(folder, log);
    this.#facts = new Facts({
      host,
      memory: openMemory(folder, log),
      now,
      wanted: () => this.#programs.wanted,
      onRead: (hasChanged) => hasChanged && this.#report(),
    });
    this.#queue = new ReportQueue(folder, log);
    this.#link = new Link({
      identity,
      queue: this.#queue,
      now,
      random,
      log,
      onWelcome: (welcome) => this.#takeWelcome(welcome),
      onAccess: (access) => {
        this.#programs.setAccess(access);
        this.#tell();
      },
      onPrograms: (programs) => this.#takePrograms(programs),
      onRecheck: (checks) => void this.recheck(checks),
      onMail: (message) => this.#mailbox.take(message),
      onUpdate: () => deps.onUpdate?.(),
      onChange: () => this.#tell(),
    });
    this.#mailbox = new Mailbox({
      ...{ folder, log, now },
      send: (message) => this.#link.send(message),
      onChange: () => this.#tell(),
    });
  }

  async start(): Promise<void> {
    const { host } = this.#deps;
    const watch = watches[host.os];
    if (watch !== 'unsupported') {
      const onEvent = ({ checks, because }: WatchEvent) => {
        if (because === 'network') this.#link.nudge();
        this.#facts.readSoon(checks);
      };
      this.#watch = watch({ host, wanted: () => this.#programs.wanted, onEvent });
    }
    this.#readEvery(reportEveryDefault);
    this.#link.open();
    await this.recheck();
  }

  snapshot(): Snapshot {
    const now = this.#now();
    const { enrolled } = this.#identity;
    const { readings } = this.#facts;
    const lease = this.#findLease();
    const isOut = lease !== undefined && lease.endsAt <= now.toISOString();
    const observed = { readings, egress: this.#egress, clockSkew: this.#link.clockSkew };
    const programs = this.#programs.statuses(observed, now);
    return {
      at: now.toISOString(),
      workstation: enrolled.workstation,
      console: { name: enrolled.consoleName, url: enrolled.console },
      link: this.#link.state,
      ...(lease && { lease }),
      readings,
      programs: isOut ? programs.map((program) => ({ ...program, decision: outOfContact })) : programs,
      queued: this.#queue.length,
      payloads: this.#link.payloads,
      ...(this.#lastCheck && { lastCheck: this.#lastCheck }),
      messages: this.#mailbox.messages,
      ...(this.#callerSecret && { callerCode: callerCodeAt(this.#callerSecret, now) }),
    };
  }

  onChange(listener: (snapshot: Snapshot) => void): () => void {
    this.#listeners.add(listener);
    this.#renewCallerCode();
    return () => this.#listeners.delete(listener);
  }

  async recheck(checks?: readonly CheckId[]): Promise<void> {
    const started = performance.now();
    await this.#facts.read(checks);
    this.#lastCheck = { at: this.#now().toISOString(), took: Math.round(performance.now() - started) };
    this.#report();
  }

  async wake(): Promise<void> {
    this.#link.nudge();
    await this.recheck();
  }

  ask(asking: Asking): void {
    this.#mailbox.ask(asking);
  }

  markSeen(ids: readonly string[]): void {
    this.#mailbox.markSeen(ids);
  }

  async closeForbidden(): Promise<Closed> {
    const closed = await closePrograms(this.#deps.host, this.#programs.forbidden);
    await this.recheck(['software']);
    return closed;
  }

  launchLink(program?: string): Promise<string> {
    return askForTicket(this.#identity, program);
  }

  async close(): Promise<void> {
    clearInterval(this.#everyTimer);
    clearTimeout(this.#leaseTimer);
    clearTimeout(this.#callerTimer);
    this.#watch?.close();
    await Promise.all([this.#facts.close(), this.#link.close()]);
  }

  #takeWelcome(welcome: Welcome): void {
    this.#lease = welcome.lease;
    this.#egress = welcome.egress;
    this.#readEvery(welcome.reportEvery);
    this.#awaitLeaseEnd();
    for (const access of welcome.access) this.#programs.setAccess(access);
    this.#takePrograms(welcome.programs);
    this.#callerSecret = welcome.callerSecret;
    this.#renewCallerCode();
    this.#mailbox.begin();
  }

  /** Tells of each minute's code, as long as somebody listens. */
  #renewCallerCode(): void {
    clearTimeout(this.#callerTimer);
    if (this.#callerSecret === undefined || this.#listeners.size === 0) return;
    const { until } = callerCodeAt(this.#callerSecret, this.#now());
    const left = secondsBetween(this.#now(), until) * 1000 + 1;
    this.#callerTimer = setTimeout(() => {
      this.#tell();
      this.#renewCallerCode();
    }, left);
  }

  /** Another policy may ask for other software. */
  #takePrograms(programs: readonly ProgramForAgent[]): void {
    const before = this.#programs.wanted;
    this.#programs.set(programs);
    if (this.#programs.wanted !== before) this.#facts.readSoon(['software']);
    this.#tell();
  }

  #report(): void {
    this.#link.report(this.#facts.readings);
    this.#tell();
  }

  #readEvery(seconds: number): void {
    clearInterval(this.#everyTimer);
    this.#everyTimer = setInterval(() => void this.recheck(), seconds * 1000);
  }

  #findLease(): Snapshot['lease'] {
    const { lastContactAt } = this.#link.state;
    if (this.#lease === undefined || lastContactAt === undefined) return undefined;
    return { seconds: this.#lease, endsAt: addSeconds(lastContactAt, this.#lease) };
  }

  /** Tells when the lease has run out; every contact puts that off. */
  #awaitLeaseEnd(): void {
    clearTimeout(this.#leaseTimer);
    const left = secondsBetween(this.#now(), this.#findLease()?.endsAt ?? this.#now());
    if (left > 0) this.#leaseTimer = setTimeout(() => this.#awaitLeaseEnd(), left * 1000 + 1);
    else this.#tell();
  }

  #tell(): void {
    if (this.#listeners.size === 0) return;
    const snapshot = this.snapshot();
    for (const listener of this.#listeners) listener(snapshot);
  }
}

/** What the console decides as well once it has not heard from this PC for a whole lease. */
const outOfContact: Decision = {
  access: 'locked',
  reasons: [{ cause: 'out-of-contact', code: 'out-of-contact', params: {}, effect: 'lock' }],
};
