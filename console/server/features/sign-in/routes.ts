import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { operatorOf } from '../../http/who.ts';
import { type SignedIn, type SignInService, sessionIdle, type Visitor } from './service.ts';

export interface SignInRouteDeps {
  readonly signIn: SignInService;
  /** Whether browsers reach the console over https. */
  readonly secure: boolean;
  addressOf(request: FastifyRequest): string;
}

/** Over https only the `__Host-` form counts, which no neighbouring host can plant. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-shiftgate-console' : 'shiftgate-console';
}

/** Finds the operator of a request by its bearer token or its cookie. */
export async function findOperator(request: FastifyRequest, signIn: SignInService, secure: boolean) {
  const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return signIn.findByBearer(bearer);
  const cookie = request.cookies[cookieName(secure)];
  return cookie === undefined ? undefined : signIn.findByCookie(cookie);
}

export function signInRoutes(app: FastifyInstance, deps: SignInRouteDeps): void {
  const { signIn } = deps;
  const guessLimit = perMinute(10);
  serve(
    app,
    routes.signIn,
    async ({ body, request, reply }) => welcome(await signIn.signIn(body, visitor(request, deps)), reply, deps),
    guessLimit,
  );
  serve(
    app,
    routes.firstSignIn,
    async ({ body, request, reply }) => welcome(await signIn.signInFirst(body, visitor(request, deps)), reply, deps),
    guessLimit,
  );
  serve(app, routes.session, ({ request }) => {
    const { name, session } = operatorOf(request);
    return { name, csrf: session?.csrf ?? '' };
  });
  serve(app, routes.signOut, async ({ request, reply }) => {
    const { name, session } = operatorOf(request);
    if (session) await signIn.end(session.id, name);
    reply.clearCookie(cookieName(deps.secure), cookieOptions(deps));
    return {};
  });
  serve(app, routes.sessions, async ({ request }) => ({ rows: await signIn.listOwn(operatorOf(request)) }));
  serve(app, routes.endSession, async ({ params, request }) => {
    await signIn.end(params.id, operatorOf(request).name);
    return {};
  });
}

function welcome({ token, operator }: SignedIn, reply: FastifyReply, deps: SignInRouteDeps) {
  reply.setCookie(cookieName(deps.secure), token, { ...cookieOptions(deps), maxAge: sessionIdle });
  return { name: operator.name, csrf: operator.session.csrf };
}

function cookieOptions({ secure }: SignInRouteDeps) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}

function visitor(request: FastifyRequest, { addressOf }: SignInRouteDeps): Visitor {
  return { address: addressOf(request), browser: request.headers['user-agent'] ?? '' };
}
