import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { toRefusal } from '../http/refuse.ts';
import { type Forwarding, forward, type Passage } from './forward/http.ts';
import type { Upstreams } from './forward/upstreams.ts';
import type { GateLog } from './log.ts';
import type { OwnPages } from './own-pages.ts';
import type { ProxySecret } from './proxy-secret.ts';
import type { Refusals } from './refusals.ts';
import { sendJson } from './respond.ts';
import { safePath } from './same-origin.ts';
import type { Site, Sites } from './sites.ts';
import type { StreamRegistry } from './streams.ts';
import type { Judge, Verdict } from './verdict.ts';

const limits = {
  /** CRMs set large cookies. */
  maxHeaderSize: 32 * 1024,
  headersTimeout: 15_000,
  /** A large upload over a slow home line. */
  requestTimeout: 30 * 60_000,
  /** Finds connections whose other end is gone without a word. */
  keepAlive: true,
  keepAliveInitialDelay: 60_000,
  /** Longer than the proxies in front keep a connection, so that it is never they who meet a closed one. */
  keepAliveTimeout: 75_000,
  /** Any other protocol that a client offers is passed over, and the request answered as plain HTTP. */
  shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
};

export interface ServerDeps {
  readonly sites: Sites;
  readonly judge: Judge;
  readonly ownPages: OwnPages;
  readonly refusals: Refusals;
  readonly proxySecret: ProxySecret;
  readonly upstreams: Upstreams;
  readonly streams: StreamRegistry;
  readonly log: GateLog;
}

interface Arrival extends Pick<Passage, 'request' | 'response' | 'upgrade'> {
  readonly site: Site;
}

/** The gate's own reverse proxy: every request for a CRM is decided here, then passed on or refused. */
export function createGateServer(deps: ServerDeps): Server {
  const forwarding = forwardingOf(deps);
  const receive = (request: IncomingMessage, response: ServerResponse, upgrade?: Passage['upgrade']) => {
    try {
      const site = deps.sites.find(request.headers.host);
      if (!site) deps.refusals.plain(request, response, 'unknownHost');
      else if (!request.url?.startsWith('/')) deps.refusals.plain(request, response, 'badRequest');
      else if (request.url.startsWith('/.shiftgate/')) answerOwn({ request, response, site }, deps);
      else decide({ request, response, upgrade, site }, deps, forwarding);
    } catch (error) {
      // One odd request must not end everybody's gate.
      deps.log.error({ err: error, host: request.headers.host }, 'a request could not be handled');
      deps.refusals.plain(request, response, 'broken');
    }
  };
  const server = createServer(limits, (request, response) => receive(request, response));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    receive(request, responseOn(request), { socket, head });
  });
  return server;
}

function decide(arrival: Arrival, deps: ServerDeps, forwarding: Forwarding): void {
  const verdict = deps.judge.judge(arrival.site, arrival.request.headers.cookie);
  if (verdict.answer !== 'allowed') refuse(arrival, verdict, deps);
  else forward({ ...arrival, verdict, address: deps.proxySecret.addressOf(arrival.request) }, forwarding);
}

function refuse(
  { request, response, site }: Arrival,
  verdict: Exclude<Verdict, { answer: 'allowed' }>,
  deps: ServerDeps,
) {
  if (verdict.answer === 'not-bound') deps.refusals.notBound(request, response, site);
  else deps.refusals.locked(request, response, { verdict, site, returnTo: returnPath(request, site) });
}

function forwardingOf(deps: ServerDeps): Forwarding {
  const { upstreams, streams, judge, refusals, log } = deps;
  return {
    upstreams,
    streams,
    refuse(passage) {
      const verdict = judge.judge(passage.site, passage.request.headers.cookie);
      if (verdict.answer === 'allowed') passage.response.destroy();
      else refuse(passage, verdict, deps);
    },
    upstreamFailed({ request, response, site }, error) {
      log.warn({ err: error, program: site.program.id, upstream: site.upstream.origin }, 'the CRM cannot be reached');
      refusals.upstreamDown(request, response, site);
    },
  };
}

/** Refusals here answer the scripts of our own pages. */
function answerOwn({ request, response, site }: Arrival, { ownPages, log }: ServerDeps): void {
  ownPages.answer({ request, response, site }).catch((error: unknown) => {
    const incident = randomUUID();
    const refusal = toRefusal(error, incident);
    if (refusal.status >= 500) log.error({ err: error, incident }, refusal.code);
    if (response.headersSent) response.destroy();
    else sendJson(response, refusal.status, refusal.body);
  });
}

/** Where to go once the access is back: the address itself, or for a form the page it was on. */
function returnPath({ method, url, headers }: IncomingMessage, site: Site): string {
  if (method === 'GET' || method === 'HEAD') return safePath(url, site);
  const isOwn = headers.referer?.startsWith(`${site.origin}/`);
  return safePath(isOwn ? headers.referer?.slice(site.origin.length) : undefined, site);
}

/** A response on a connection that asked to be upgraded; Node makes none for those. */
function responseOn(request: IncomingMessage): ServerResponse {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(request.socket);
  response.once('finish', () => request.socket.destroySoon());
  return response;
}
