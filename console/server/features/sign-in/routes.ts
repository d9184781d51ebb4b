import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { consoleRoutes as routes } from '../../../../shared/protocol/console-routes.ts';
import { may } from '../../../../shared/protocol/rights.ts';
import { singleSignOnPaths as paths } from '../../../../shared/protocol/sign-in-routes.ts';
import { perMinute, serve } from '../../http/serve.ts';
import { type Operator, type SignedInOperator, sessionOf } from '../../http/who.ts';
import type { Page, Passkeys } from './passkeys.ts';
import type { SignInService } from './service.ts';
import { type Sessions, type SignedInSession, sessionIdle, type Visitor } from './sessions.ts';
import type { ConsoleSettings } from './settings.ts';
import type { SingleSignOnService } from './single-sign-on.ts';

export interface SignInRouteDeps {
  readonly signIn: SignInService;
  readonly sessions: Sessions;
  readonly passkeys: Passkeys;
  readonly settings: ConsoleSettings;
  readonly singleSignOn: SingleSignOnService;
  /** Whether browsers reach the console over https. */
  readonly secure: boolean;
  /** How browsers reach the console. */
  publicUrl(): string;
  addressOf(request: FastifyRequest): string;
}

/** Over https only the `__Host-` form counts, which no neighbouring host can plant. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-shiftgate-console' : 'shiftgate-console';
}

/** Finds the operator of a request by its bearer token or its cookie. */
export async function findCaller(
  request: FastifyRequest,
  { signIn, sessions }: Pick<SignInRouteDeps, 'signIn' | 'sessions'>,
  secure: boolean,
): Promise<Operator | undefined> {
  const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return signIn.findByBearer(bearer);
  const cookie = request.cookies[cookieName(secure)];
  return cookie === undefined ? undefined : sessions.find(cookie);
}

const guessLimit = perMinute(10);

export function signInRoutes(app: FastifyInstance, deps: SignInRouteDeps): void {
  const { signIn, sessions, settings } = deps;
  serve(app, routes.signInWays, () => {
    const { singleSignOn } = settings;
    return singleSignOn ? { singleSignOn: { name: singleSignOn.name } } : {};
  });
  serve(
    app,
    routes.signIn,
    async ({ body, request, reply }) => {
      const step = await signIn.signIn(body, visitor(request, deps));
      return 'challenge' in step ? step : welcome(step, reply, deps);
    },
    guessLimit,
  );
  serve(
    app,
    routes.signInCode,
    async ({ body: { challenge, code }, request, reply }) =>
      welcome(await signIn.signInCode(challenge, code, visitor(request, deps)), reply, deps),
    guessLimit,
  );
  serve(
    app,
    routes.firstSignIn,
    async ({ body, request, reply }) => welcome(await signIn.signInFirst(body, visitor(request, deps)), reply, deps),
    guessLimit,
  );
  serve(
    app,
    routes.acceptInvitation,
    async ({ body: { token, password }, request, reply }) =>
      welcome(await signIn.acceptInvitation(token, password, visitor(request, deps)), reply, deps),
    guessLimit,
  );
  serve(app, routes.session, ({ request }) => describe(sessionOf(request)));
  serve(app, routes.signOut, async ({ request, reply }) => {
    const { name, session } = sessionOf(request);
    await sessions.end(session.id, name, name);
    reply.clearCookie(cookieName(deps.secure), cookieOptions(deps));
    return {};
  });
  serve(app, routes.sessions, async ({ request }) => {
    const { name, session } = sessionOf(request);
    return { rows: await sessions.list(name, session.id) };
  });
  serve(app, routes.endSession, async ({ params, request }) => {
    const { name, role, programs } = sessionOf(request);
    const isOverAll = may(role, 'administer') && programs === undefined;
    await sessions.end(params.id, name, isOverAll ? undefined : name);
    return {};
  });
  passkeyRoutes(app, deps);
  stepUpRoutes(app, deps);
  singleSignOnRoutes(app, deps);
}

function passkeyRoutes(app: FastifyInstance, deps: SignInRouteDeps): void {
  const { signIn, passkeys } = deps;
  serve(app, routes.passkeyOptions, ({ request }) => passkeys.askToSignIn(pageOf(request, deps)), perMinute(30));
  serve(
    app,
    routes.signInPasskey,
    async ({ body, request, reply }) => welcome(await signIn.signInPasskey(body, visitor(request, deps)), reply, deps),
    guessLimit,
  );
}

function stepUpRoutes(app: FastifyInstance, { signIn }: SignInRouteDeps): void {
  serve(
    app,
    routes.stepUp,
    async ({ body, request }) => {
      await signIn.stepUp(sessionOf(request), body);
      return {};
    },
    guessLimit,
  );
  serve(
    app,
    routes.stepUpPasskey,
    async ({ body, request }) => {
      await signIn.stepUpPasskey(sessionOf(request), body);
      return {};
    },
    guessLimit,
  );
}

/** A page to send the browser to: both ends are pages, not calls, since the browser itself walks to the provider and back. */
function singleSignOnRoutes(app: FastifyInstance, deps: SignInRouteDeps): void {
  const config = { caller: 'anyone', ...perMinute(30) } as const;
  const cookie = deps.secure ? '__Secure-shiftgate-sso' : 'shiftgate-sso';
  // Lax, since the way back starts at another site.
  const options = { path: paths.all, httpOnly: true, sameSite: 'lax', secure: deps.secure } as const;
  app.get(paths.start, { config }, async (request, reply) => {
    const { to = '/' } = request.query as { to?: string };
    const begun = await deps.singleSignOn.begin(/^\/(?!\/)/.test(to) ? to : '/');
    return reply.setCookie(cookie, begun.cookie, { ...options, maxAge: 300 }).redirect(begun.url);
  });
  const signedIn = { caller: 'operator', needs: 'account', ...perMinute(30) } as const;
  app.get(paths.prove, { config: signedIn }, async (request, reply) => {
    const begun = await deps.singleSignOn.beginProof(sessionOf(request));
    return reply.setCookie(cookie, begun.cookie, { ...options, maxAge: 300 }).redirect(begun.url);
  });
  app.get(paths.done, { config }, async (request, reply) => {
    reply.clearCookie(cookie, options);
    const query = request.url.split('?')[1] ?? '';
    const end = await deps.singleSignOn.finish(request.cookies[cookie] ?? '', query, visitor(request, deps));
    if (end.refusal) request.log.warn({ err: end.refusal }, 'single sign-on ended without a session or a proof');
    if (end.signedIn) welcome(end.signedIn, reply, deps);
    return reply.redirect(end.to);
  });
}

function welcome({ token, operator }: SignedInSession, reply: FastifyReply, deps: SignInRouteDeps) {
  reply.setCookie(cookieName(deps.secure), token, { ...cookieOptions(deps), maxAge: sessionIdle });
  return describe(operator);
}

function describe({ name, role, programs, session }: SignedInOperator) {
  return { name, role, programs: programs && [...programs], csrf: session.csrf, mustAddFactor: session.mustAddFactor };
}

function cookieOptions({ secure }: SignInRouteDeps) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure } as const;
}

function visitor(request: FastifyRequest, { addressOf }: SignInRouteDeps): Visitor {
  return { address: addressOf(request), browser: request.headers['user-agent'] ?? '' };
}

/** The page that asks; its origin was found to be ours before. */
export function pageOf(request: FastifyRequest, { publicUrl }: Pick<SignInRouteDeps, 'publicUrl'>): Page {
  const origin = request.headers.origin ?? new URL(publicUrl()).origin;
  return { origin, host: new URL(origin).hostname };
}
