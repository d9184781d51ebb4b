import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Kysely } from 'kysely';
import type { AccessReader } from '../access/board.ts';
import type { Schema } from '../store/schema.ts';
import { Authorizer } from './authorize.ts';
import { AccessEvents } from './events.ts';
import { Upstreams } from './forward/upstreams.ts';
import type { GateLog } from './log.ts';
import type { GateMetrics } from './metrics.ts';
import { OwnPages } from './own-pages.ts';
import { ProxySecret } from './proxy-secret.ts';
import { type People, Refusals } from './refusals.ts';
import { createGateServer } from './server.ts';
import { type GateSession, GateSessions } from './sessions.ts';
import { type ProgramDirectory, Sites } from './sites.ts';
import { StreamRegistry } from './streams.ts';
import { Tickets } from './tickets.ts';
import { Judge } from './verdict.ts';

export interface GateDeps {
  readonly db: Kysely<Schema>;
  readonly access: AccessReader;
  readonly programs: ProgramDirectory;
  readonly people: People;
  /** Asks a workstation's agent to look again; false when it is not in contact. */
  recheck(workstation: string): boolean;
  /** Shared with the proxies in front of the gate; at least 32 characters. */
  readonly proxySecret: string;
  /** Seconds in which a launch ticket can be used. */
  readonly ticketLifetime?: number;
  readonly log: GateLog;
  now(): Date;
  readonly metrics?: GateMetrics;
}

/** The place in front of every CRM that enforces access on each request and each open stream. */
export interface Gate {
  /** Starts the gate's own reverse proxy. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Answers `/authz/<dialect>` for proxies that ask about each request. */
  answerAuthorization(request: IncomingMessage, response: ServerResponse): void;
  readonly tickets: {
    /** @throws Refusal `not-found` when the program is unknown or has no CRM origin. */
    issue(workstation: string, program: string): Promise<{ url: string; expiresAt: string }>;
  };
  /** Browsers bound to a workstation. */
  sessionsOf(workstation: string): GateSession[];
  /** Ends all sessions of a workstation and cuts what they have open. */
  endSessions(workstation: string): Promise<void>;
  close(): Promise<void>;
}

/** Seconds between signs of life on quiet event streams, and looks for sessions that have run out. */
const sweepEvery = 15;

/** Builds the gate and brings back its sessions; it hears of every change on the board from then on. */
export async function createGate(deps: GateDeps): Promise<Gate> {
  const { db, access, now } = deps;
  const sessions = new GateSessions(db, now);
  const judge = new Judge(sessions, access, deps.metrics);
  const refusals = new Refusals(deps.people, access);
  const events = new AccessEvents(judge, refusals);
  const streams = new StreamRegistry();
  const upstreams = new Upstreams();
  const sites = new Sites(deps.programs);
  const proxySecret = new ProxySecret(deps.proxySecret);
  const tickets = new Tickets(db, deps.programs, deps.ticketLifetime ?? 60, now);

  const count = (cut: number) => cut > 0 && deps.metrics?.cut(cut);
  const cutSessions = (over: readonly GateSession[]) => {
    for (const session of over) {
      count(streams.cutSession(session));
      events.listeners.cutSession(session);
    }
  };
  const end = (ending: readonly GateSession[]) => {
    const stored = sessions.end(ending);
    cutSessions(ending);
    return stored;
  };
  const ownPages = new OwnPages({ ...deps, sessions, tickets, judge, events, refusals, proxySecret, end });
  const server = createGateServer({ ...deps, sites, judge, ownPages, refusals, proxySecret, upstreams, streams });
  const authorizer = new Authorizer({ sites, judge, proxySecret, log: deps.log });

  await sessions.load();
  const unsubscribe = access.subscribe(({ entry }) => {
    if (entry.decision.access === 'locked') count(streams.cut(entry.workstation, entry.program));
    events.tell(entry.workstation, entry.program);
  });
  const stopConfirmations = access.onConfirmed(({ workstation, program }) => events.tell(workstation, program));
  const sweeping = setInterval(() => {
    cutSessions(sessions.sweep());
    events.keepAlive();
  }, sweepEvery * 1000);

  return {
    tickets,
    listen: (port, host) => listen(server, port, host),
    answerAuthorization: (request, response) => authorizer.answer(request, response),
    sessionsOf: (workstation) => sessions.of(workstation),
    endSessions: (workstation) => end(sessions.of(workstation)),
    async close() {
      unsubscribe();
      stopConfirmations();
      clearInterval(sweeping);
      streams.close();
      events.listeners.close();
      upstreams.close();
      await stop(server);
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<{ port: number }> {
  server.listen(port, host);
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port };
}

async function stop(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
