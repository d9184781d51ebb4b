import type { FastifyInstance, FastifyRequest } from 'fastify';
import { csrfHeader } from '../../../shared/protocol/console-routes.ts';
import { type Grant, may, type Permission, Role } from '../../../shared/protocol/rights.ts';
import { type Caller, neededFor } from '../../../shared/protocol/route.ts';
import type { Factor } from '../../../shared/protocol/sign-in-routes.ts';
import { isSameSecret } from '../identity/secrets.ts';
import { Refusal } from './refuse.ts';

/** Who is calling. `session` is absent for the command line and for API tokens. */
export interface Operator {
  readonly name: string;
  readonly role: Grant;
  /** The only programs that this operator sees; undefined: all of them. */
  readonly programs?: readonly string[] | undefined;
  readonly session?: OperatorSession;
}

export interface OperatorSession {
  readonly id: string;
  readonly csrf: string;
  readonly factor: Factor;
  /** The console demands a second factor and this session has none. */
  readonly mustAddFactor: boolean;
  /** Proved itself a short while ago. */
  readonly isFresh: boolean;
}

/** A person at a browser: never a token, so never a scope. */
export interface SignedInOperator extends Operator {
  readonly role: Role;
  readonly session: OperatorSession;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route; a route that does not say is closed. */
    caller?: Caller;
    needs?: Permission;
    stepUp?: boolean;
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
  /** Programs of what a path names: a workstation's, or the program itself. Undefined when the path names neither. */
  programsOf(path: string, id: string): readonly string[] | undefined;
}

/** The one hook that enforces every route's `caller`, `needs` and `stepUp`, and the programs that an operator is limited to. */
export function enforceCaller(app: FastifyInstance, doorkeeper: Doorkeeper): void {
  app.decorateRequest('operator', undefined);
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { caller } = request.routeOptions.config;
    if (caller === undefined) throw new Refusal('not-signed-in');
    if (caller === 'operator') {
      request.operator = await doorkeeper.findOperator(request);
      if (!request.operator) throw new Refusal('not-signed-in');
      refuseUnpermitted(request, request.operator);
      refuseOutOfScope(request, request.operator, doorkeeper);
    }
    if (request.method !== 'GET') refuseForeign(request, caller, doorkeeper.isOwnOrigin);
  });
}

function refuseUnpermitted(request: FastifyRequest, { role, session }: Operator): void {
  const { needs: said, stepUp } = request.routeOptions.config;
  const needs = neededFor({ method: request.method, ...(said && { needs: said }) });
  if (!may(role, needs)) throw new Refusal('not-permitted', { role });
  if (needs === 'account') {
    if (!session) throw new Refusal('not-signed-in');
  } else if (session?.mustAddFactor) throw new Refusal('second-factor-needed');
  if (stepUp && session && !session.isFresh) throw new Refusal('step-up-needed');
}

/** To somebody who is limited to other programs, a workstation or a program does not exist. */
function refuseOutOfScope(request: FastifyRequest, operator: Operator, { programsOf }: Doorkeeper): void {
  if (operator.programs === undefined) return;
  const { id } = (request.params ?? {}) as { id?: string };
  const owners = id === undefined ? undefined : programsOf(request.routeOptions.url ?? '', id);
  if (owners && !isInScope(operator, owners)) throw new Refusal('not-found', { what: 'entry' });
}

/** Whether something that belongs to these programs is for this operator. */
export function isInScope({ programs }: Pick<Operator, 'programs'>, owners: readonly string[]): boolean {
  return programs === undefined || owners.some((owner) => programs.includes(owner));
}

/** The only programs that an operator's look at one program, or at all of them, is about; undefined: all of them. */
export function scopeOf({ programs }: Pick<Operator, 'programs'>, program?: string): readonly string[] | undefined {
  if (program === undefined) return programs;
  return programs === undefined || programs.includes(program) ? [program] : [];
}

/** Whether the operator may act on everything, whatever program it belongs to. */
export function refuseLimited({ programs, role }: Operator): void {
  if (programs !== undefined) throw new Refusal('not-permitted', { role });
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

/** The browser session of a route that needs `account`. */
export function sessionOf(request: FastifyRequest): SignedInOperator {
  const { session, ...operator } = operatorOf(request);
  if (!session) throw new Refusal('not-signed-in');
  return { ...operator, role: Role.parse(operator.role), session };
}
