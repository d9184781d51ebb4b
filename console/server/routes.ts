import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { agentRoutes } from '../../shared/protocol/agent-routes.ts';
import { eventsPath } from '../../shared/protocol/console-routes.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { backupRoutes } from './features/backup/routes.ts';
import { breakerRoutes } from './features/breaker/routes.ts';
import { callStateRoutes } from './features/call-states/routes.ts';
import { caseRoutes } from './features/cases/routes.ts';
import { enrolmentRoutes } from './features/enrolment/routes.ts';
import { evidenceRoutes } from './features/evidence/routes.ts';
import { historyRoutes } from './features/history/routes.ts';
import { serveWebSockets } from './features/link/websocket.ts';
import { operatorRoutes } from './features/operators/routes.ts';
import { overviewRoutes } from './features/overview/routes.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { planRoutes } from './features/plan/routes.ts';
import { policyRoutes } from './features/policies/routes.ts';
import { programRoutes } from './features/programs/routes.ts';
import { accountRoutes } from './features/sign-in/account-routes.ts';
import { findCaller, signInRoutes } from './features/sign-in/routes.ts';
import { ticketRoutes } from './features/tickets/routes.ts';
import { updateRoutes } from './features/updates/routes.ts';
import { workstationRoutes } from './features/workstations/routes.ts';
import { addressOf } from './http/address.ts';
import { serveOpenApi } from './http/openapi.ts';
import { perMinute, serve } from './http/serve.ts';
import { statusRoutes } from './http/status.ts';
import { serveWeb } from './http/web.ts';
import { type Doorkeeper, enforceCaller, operatorOf } from './http/who.ts';
import type { Identity } from './identity/keys.ts';
import type { Services } from './services.ts';
import type { Store } from './store/engine.ts';

export interface RouteOptions {
  /** Data folder. */
  readonly home: string;
  readonly store: Store;
  readonly identity: Identity;
  /** Whether browsers reach the console over https. */
  readonly secure: boolean;
  readonly trustedProxies: readonly string[];
  /** How browsers and agents reach the console. */
  publicUrl(): string;
  /** Whether it has read its data. */
  isOpen(): boolean;
  now(): Date;
}

/** Binds every route to the service that answers it. */
export async function mountRoutes(app: FastifyInstance, services: Services, options: RouteOptions): Promise<void> {
  const { links, session, gate, events, exchanges } = services;
  const { secure, trustedProxies, isOpen } = options;
  const find = (request: FastifyRequest) => findCaller(request, services, secure);
  const addressFrom = (request: FastifyRequest) => addressOf(request.raw, trustedProxies);
  enforceCaller(app, {
    findOperator: find,
    isOwnOrigin: (origin) => isOwnOrigin(origin, options.publicUrl()),
    programsOf: (path, id) => programsOf(path, id, services),
  });
  const all = { ...services, ...options };
  signInRoutes(app, { ...all, addressOf: addressFrom });
  accountRoutes(app, all);
  operatorRoutes(app, all);
  backupRoutes(app, all);
  enrolmentRoutes(app, all);
  updateRoutes(app, all);
  ticketRoutes(app, { ...all, tickets: gate.tickets });
  serve(
    app,
    agentRoutes.exchange,
    ({ body, request }) => exchanges.exchange(body, addressFrom(request)),
    // Half a thousand people may work behind one address.
    perMinute(6_000),
  );
  const isConnected = (id: string) => links.isConnected(id);
  workstationRoutes(app, {
    ...all,
    views: { ...services, isConnected },
    recheck: (id, checks) => links.recheck(id, checks),
    async cutOff(id) {
      links.disconnect(id);
      await gate.endSessions(id);
    },
  });
  const { book } = services.cases;
  caseRoutes(app, { ...all, triage: { ...services, book, isConnected } });
  peopleRoutes(app, services);
  programRoutes(app, services);
  policyRoutes(app, all);
  planRoutes(app, services);
  historyRoutes(app, services);
  breakerRoutes(app, all);
  callStateRoutes(app, all);
  auditRoutes(app, services);
  overviewRoutes(app, { ...all, isConnected });
  evidenceRoutes(app, all);
  app.get(eventsPath, { config: { caller: 'operator' } }, (request, reply) => {
    reply.hijack();
    events.add(reply.raw, operatorOf(request));
  });
  statusRoutes(app, statusDeps(services, find));
  await serveOpenApi(app);
  await serveWeb(app);
  const sockets = serveWebSockets(app.server, { ...session, links, trustedProxies, isOpen });
  app.addHook('preClose', async () => {
    sockets.close();
    links.close();
    events.close();
  });
}

/** Programs of what a path names, for operators who are limited to some. */
function programsOf(path: string, id: string, { roster }: Services): readonly string[] | undefined {
  if (path.startsWith('/api/v1/programs/')) return [id];
  if (path.startsWith('/api/v1/workstations/')) return roster.find(id)?.programs;
  if (path.startsWith('/api/v1/excuses/')) {
    return [...roster.all()].find(({ excuses }) => excuses.some((excuse) => excuse.id === id))?.programs;
  }
  return undefined;
}

function statusDeps({ db, writer, metrics }: Services, find: Doorkeeper['findOperator']) {
  return {
    async isReady() {
      await sql`select 1`.execute(db);
      return writer.isHealthy;
    },
    async metrics() {
      const { registry } = metrics;
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
    findOperator: find,
  };
}

/** Pages of ours come from the public address; where that is this machine itself, by whichever of its two names. */
function isOwnOrigin(origin: string, publicUrl: string): boolean {
  const own = new URL(publicUrl).origin;
  return origin === own || origin === own.replace('//127.0.0.1', '//localhost');
}
