import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { agentRoutes } from '../../shared/protocol/agent-routes.ts';
import { eventsPath } from '../../shared/protocol/console-routes.ts';
import { auditRoutes } from './features/audit/routes.ts';
import { breakerRoutes } from './features/breaker/routes.ts';
import { callStateRoutes } from './features/call-states/routes.ts';
import { enrolmentRoutes } from './features/enrolment/routes.ts';
import { serveWebSockets } from './features/link/websocket.ts';
import { programRoutes } from './features/programs/routes.ts';
import { findOperator, signInRoutes } from './features/sign-in/routes.ts';
import { ticketRoutes } from './features/tickets/routes.ts';
import { workstationRoutes } from './features/workstations/routes.ts';
import { addressOf } from './http/address.ts';
import { serveOpenApi } from './http/openapi.ts';
import { perMinute, serve } from './http/serve.ts';
import { statusRoutes } from './http/status.ts';
import { serveWeb } from './http/web.ts';
import { type Doorkeeper, enforceCaller } from './http/who.ts';
import type { Identity } from './identity/keys.ts';
import type { Services } from './services.ts';

export interface RouteOptions {
  readonly identity: Identity;
  /** Whether browsers reach the console over https. */
  readonly secure: boolean;
  readonly trustedProxies: readonly string[];
  /** How browsers and agents reach the console. */
  publicUrl(): string;
  now(): Date;
}

/** Binds every route to the service that answers it. */
export async function mountRoutes(app: FastifyInstance, services: Services, options: RouteOptions): Promise<void> {
  const { signIn, links, session, gate, events, exchanges } = services;
  const { secure, trustedProxies } = options;
  const find = (request: FastifyRequest) => findOperator(request, signIn, secure);
  const addressFrom = (request: FastifyRequest) => addressOf(request.raw, trustedProxies);
  enforceCaller(app, { findOperator: find, isOwnOrigin: (origin) => isOwnOrigin(origin, options.publicUrl()) });
  const all = { ...services, ...options };
  signInRoutes(app, { signIn, secure, addressOf: addressFrom });
  enrolmentRoutes(app, all);
  ticketRoutes(app, { ...all, tickets: gate.tickets });
  serve(
    app,
    agentRoutes.exchange,
    ({ body, request }) => exchanges.exchange(body, addressFrom(request)),
    // Half a thousand people may work behind one address.
    perMinute(6_000),
  );
  workstationRoutes(app, {
    ...all,
    views: { ...services, isConnected: (id) => links.isConnected(id) },
    recheck: (id, checks) => links.recheck(id, checks),
    async cutOff(id) {
      links.disconnect(id);
      await gate.endSessions(id);
    },
  });
  programRoutes(app, services);
  breakerRoutes(app, all);
  callStateRoutes(app, all);
  auditRoutes(app, services.db);
  app.get(eventsPath, { config: { caller: 'operator' } }, (request, reply) => {
    reply.hijack();
    events.add(reply.raw, request.operator?.session?.id);
  });
  statusRoutes(app, statusDeps(services, find));
  await serveOpenApi(app);
  await serveWeb(app);
  const sockets = serveWebSockets(app.server, { ...session, links, trustedProxies });
  app.addHook('preClose', async () => {
    sockets.close();
    links.close();
    events.close();
  });
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
    hasToken: async (request: FastifyRequest) => (await find(request)) !== undefined,
  };
}

/** Pages of ours come from the public address; where that is this machine itself, by whichever of its two names. */
function isOwnOrigin(origin: string, publicUrl: string): boolean {
  const own = new URL(publicUrl).origin;
  return origin === own || origin === own.replace('//127.0.0.1', '//localhost');
}
