import type { CheckId } from '../../../../shared/checks/index.ts';
import type { Down } from '../../../../shared/protocol/link.ts';
import type { AccessChange, AccessReader } from '../../access/board.ts';
import type { Notices } from '../events/notices.ts';
import { type Directory, forAgent, policyFor } from '../programs/directory.ts';
import type { Roster, Workstation } from '../workstations/roster.ts';
import type { LinkSession } from './session.ts';
import { closeCodes } from './wire.ts';

const sweepEvery = 5_000;
/** Milliseconds for `hello` and `proof`. */
const handshakeWithin = 10_000;
/** Seconds after which everything is reported again. */
const reportEvery = 900;

export interface LinksDeps {
  readonly board: AccessReader;
  readonly roster: Roster;
  readonly directory: Directory;
  readonly notices: Notices;
  /** Secret of a workstation's caller code, base32. */
  callerSecret(workstation: string): string;
  now(): Date;
}

/** Every open connection of an agent, with one timer for all of them. Passes decisions and policies on to the agents. */
export class Links {
  readonly #deps: LinksDeps;
  readonly #waiting = new Set<LinkSession>();
  readonly #byWorkstation = new Map<string, LinkSession>();
  readonly #timer = setInterval(() => this.#sweep(), sweepEvery);
  readonly #unsubscribe: (() => void)[];

  constructor(deps: LinksDeps) {
    this.#deps = deps;
    this.#unsubscribe = [
      deps.board.subscribe((change) => this.#tellAccess(change)),
      deps.notices.subscribe((notice) => {
        if (notice.type === 'program') this.#tellProgram(notice.program);
      }),
    ];
  }

  get size(): number {
    return this.#byWorkstation.size;
  }

  /** Sessions that have not proved a key yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  isConnected(workstation: string): boolean {
    return this.#byWorkstation.has(workstation);
  }

  add(session: LinkSession): void {
    this.#waiting.add(session);
  }

  /** A session proved to be this workstation; an older one of the same workstation ends. */
  admit(session: LinkSession, { id }: Workstation): void {
    this.#waiting.delete(session);
    this.#byWorkstation.get(id)?.end(closeCodes.replaced, 'another connection took over');
    this.#byWorkstation.set(id, session);
    this.#deps.notices.workstation(id);
  }

  remove(session: LinkSession): void {
    this.#waiting.delete(session);
    const id = session.workstation?.id;
    if (id === undefined || this.#byWorkstation.get(id) !== session) return;
    this.#byWorkstation.delete(id);
    this.#deps.notices.workstation(id);
  }

  /** Sends to an agent. False when it is not connected. */
  tell(workstation: string, message: Down): boolean {
    const session = this.#byWorkstation.get(workstation);
    session?.send(message);
    return session !== undefined;
  }

  /** Asks an agent to read its facts again. False when it is not connected. */
  recheck(workstation: string, checks?: CheckId[]): boolean {
    return this.tell(workstation, { type: 'recheck', ...(checks && { checks }) });
  }

  disconnect(workstation: string): void {
    this.#byWorkstation.get(workstation)?.end(closeCodes.protocol, 'no longer enrolled');
  }

  welcome(workstation: Workstation): Down {
    const programs = this.#programsOf(workstation);
    const lease = this.#shortestLease(workstation);
    const { egress } = workstation.contact;
    const { seq, hash } = workstation.committed;
    return {
      type: 'welcome',
      time: this.#deps.now().toISOString(),
      lastSeq: seq,
      lastHash: hash,
      heartbeat: heartbeatFor(lease),
      reportEvery,
      lease,
      ...(egress !== undefined && { egress }),
      callerSecret: this.#deps.callerSecret(workstation.id),
      programs: programs.map((program) => forAgent(program, workstation.id)),
      access: this.#deps.board.of(workstation.id).map(({ program, decision }) => ({ program, decision })),
    };
  }

  close(): void {
    clearInterval(this.#timer);
    for (const stop of this.#unsubscribe) stop();
    for (const session of [...this.#waiting, ...this.#byWorkstation.values()]) {
      session.end(closeCodes.goingAway, 'the console stops');
    }
  }

  #programsOf({ programs }: Workstation) {
    return programs.flatMap((id) => this.#deps.directory.find(id) ?? []);
  }

  #tellAccess({ entry: { workstation, program, decision } }: AccessChange): void {
    this.#byWorkstation.get(workstation)?.send({ type: 'access', access: { program, decision } });
  }

  #tellProgram(program: string): void {
    for (const { workstation } of this.#byWorkstation.values()) {
      if (workstation?.programs.includes(program)) this.#tellPrograms(workstation);
    }
  }

  #tellPrograms(workstation: Workstation): void {
    const programs = this.#programsOf(workstation).map((program) => forAgent(program, workstation.id));
    this.#byWorkstation.get(workstation.id)?.send({ type: 'programs', programs });
  }

  #sweep(): void {
    const now = this.#deps.now();
    const at = now.getTime();
    for (const session of this.#waiting) {
      if (at - session.lastHeardAt > handshakeWithin) session.end(closeCodes.silent, 'no proof in time');
    }
    for (const session of this.#byWorkstation.values()) {
      const { workstation } = session;
      if (workstation && at - session.lastHeardAt > this.#patienceFor(workstation)) {
        session.end(closeCodes.silent, 'nothing heard');
      } else session.renewNonce(now);
    }
  }

  /** Milliseconds: three heartbeats, and what a slow network may need. */
  #patienceFor(workstation: Workstation): number {
    return heartbeatFor(this.#shortestLease(workstation)) * 3_000 + 10_000;
  }

  /** Seconds. */
  #shortestLease(workstation: Workstation): number {
    const leases = this.#programsOf(workstation).map((program) => policyFor(program, workstation.id).policy.lease);
    return Math.min(...leases, 86_400);
  }
}

/** Seconds between heartbeats: several fit into a lease. */
function heartbeatFor(lease: number): number {
  return Math.min(Math.max(lease / 4, 2), 60);
}
