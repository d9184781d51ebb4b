import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { maxMessageBytes } from '../../../shared/protocol/version.ts';
import { answerError, Refusal } from './refuse.ts';
import { answerStarting } from './starting.ts';

export interface AppOptions {
  readonly logLevel: string;
  /** Whether browsers reach the console over https. */
  readonly secure: boolean;
  addressOf(request: IncomingMessage): string;
  /** Answers `/authz/…` for proxies before anything else is done: it happens on every request to a CRM. */
  answerAuthorization(request: IncomingMessage, response: ServerResponse): void;
  /** Until then nothing else is answered. */
  isOpen(): boolean;
}

/** The HTTP server with all that holds for every route: limits, headers, callers, errors. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxMessageBytes,
    genReqId: () => randomBytes(6).toString('hex'),
    routerOptions: { maxParamLength: 200 },
    // An agent's long poll may stay quiet for 25 seconds.
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    serverFactory: (handler) => createServer(limits, route(handler, options)),
  });
  app.setErrorHandler(answerError);
  parseJson(app);
  await app.register(helmet, headersFor(options.secure));
  await app.register(cookie);
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request: FastifyRequest) => options.addressOf(request.raw),
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too-many-requests', { seconds: Math.ceil(ttl / 1000) }),
  });
  return app;
}

const limits = { headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function route(handler: Handler, { answerAuthorization, isOpen }: AppOptions): Handler {
  return (request, response) => {
    if (request.url?.startsWith('/authz/')) answerAuthorization(request, response);
    else if (isOpen()) handler(request, response);
    else answerStarting(request, response);
  };
}

/**
 * Bodies are JSON, or there is none, whatever its type is called. A NUL character is refused at the door, since not every
 * database stores it.
 */
function parseJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') done(null, undefined);
    else if (body.includes('\\u0000')) done(invalid('it contains a NUL character'));
    else void parse(request, body, done);
  });
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body: string, done) => {
    if (body === '') done(null, undefined);
    else done(invalid('it is not application/json'));
  });
}

function invalid(problem: string): Refusal {
  return new Refusal('invalid-body', { field: 'the whole body', problem });
}

/** Scripts come from us alone. The web's component library writes its styles at run time. */
function headersFor(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: secure && { maxAge: 31_536_000 },
  };
}
