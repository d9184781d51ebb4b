import type { FastifyInstance, FastifyRequest } from 'fastify';
import { csrfHeader } from '../../../shared/protocol/console-routes.ts';
import type { Caller } from '../../../shared/protocol/route.ts';
import { isSameSecret } from '../identity/secrets.ts';
import { Refusal } from './refuse.ts';

/** Who is signed in. `session` and `csrf` are absent for the command line. */
export interface Operator {
  readonly name: string;
  readonly session?: { readonly id: string; readonly csrf: string };
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; a route that does not say is closed. */
    caller?: Caller;
  }
  interface FastifyRequest {
    operator: Operator | undefined;
  }
}

export interface Doorkeeper {
  /** Who the request's cookie or bearer token belongs to. */
  findOperator(request: FastifyRequest): Promise<Operator | undefined>;
  /** Whether a page of that origin is ours. */
  isOwnOrigin(origin: string): boolean;
}

/** The one hook that enforces every route's `caller`. */
export function enforceCaller(app: FastifyInstance, { findOperator, isOwnOrigin }: Doorkeeper): void {
  app.decorateRequest('operator', undefined);
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { caller } = request.routeOptions.config;
    if (caller === undefined) throw new Refusal('not-signed-in');
    if (caller === 'operator') {
      request.operator = await findOperator(request);
      if (!request.operator) throw new Refusal('not-signed-in');
    }
    if (request.method !== 'GET') refuseForeign(request, caller, isOwnOrigin);
  });
}

/** A page of another site cannot make a browser change anything here: not with our cookie, and not without. */
function refuseForeign(request: FastifyRequest, caller: Caller, isOwnOrigin: Doorkeeper['isOwnOrigin']): void {
  const { origin } = request.headers;
  const session = request.operator?.session;
  const isOwn = origin !== undefined && isOwnOrigin(origin);
  if (origin !== undefined && (!isOwn || caller === 'workstation')) throw new Refusal('foreign-request');
  if (!session) return;
  const given = request.headers[csrfHeader];
  if (!isOwn || typeof given !== 'string' || !isSameSecret(given, session.csrf)) throw new Refusal('foreign-request');
}

/** The signed-in operator of a route whose caller is `operator`. */
export function operatorOf(request: FastifyRequest): Operator {
  if (!request.operator) throw new Refusal('not-signed-in');
  return request.operator;
}
