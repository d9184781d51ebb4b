import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseMessage } from '../http/parse.ts';
import { Refusal } from '../http/refuse.ts';
import { gateCookie } from './cookies.ts';
import type { AccessEvents } from './events.ts';
import type { GateLog } from './log.ts';
import { launchPage } from './pages/launch.ts';
import type { ProxySecret } from './proxy-secret.ts';
import type { People, Refusals } from './refusals.ts';
import { sendJson, sendNothing, sendPage } from './respond.ts';
import { isFromOwnPage, safePath } from './same-origin.ts';
import type { GateSession, GateSessions } from './sessions.ts';
import type { Site } from './sites.ts';
import type { Tickets } from './tickets.ts';
import type { Judge } from './verdict.ts';

const LaunchRequest = z.object({ ticket: z.string().max(100), to: z.string().max(4_000).optional() });
const launchLimit = 16_384;
/** An agent is asked to look again at most this often per session, in milliseconds. */
const recheckPause = 2_000;

/** One request for a path of the gate's own. */
interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly site: Site;
}

export interface OwnPagesDeps {
  readonly sessions: GateSessions;
  readonly tickets: Tickets;
  readonly judge: Judge;
  readonly events: AccessEvents;
  readonly refusals: Refusals;
  readonly people: People;
  readonly proxySecret: ProxySecret;
  /** Ends a session and cuts what it has open. */
  end(sessions: readonly GateSession[]): Promise<void>;
  /** Asks a workstation's agent to look again; false when it is not in contact. */
  recheck(workstation: string): boolean;
  readonly log: GateLog;
  now(): Date;
}

/** The paths under `/.shiftgate/`, which the gate answers itself on every CRM origin. */
export class OwnPages {
  readonly #deps: OwnPagesDeps;
  readonly #recheckedAt = new WeakMap<GateSession, number>();

  constructor(deps: OwnPagesDeps) {
    this.#deps = deps;
  }

  /** @throws Refusal for what a page of ours would not have sent. */
  async answer(visit: Visit): Promise<void> {
    const { request, response, site } = visit;
    const path = request.url?.split('?', 1)[0];
    switch (`${request.method} ${path}`) {
      case 'GET /.shiftgate/launch':
        return sendPage(response, 200, launchPage(site.program.name));
      case 'POST /.shiftgate/launch':
        return this.#launch(visit);
      case 'GET /.shiftgate/events':
        return this.#deps.events.open(response, site, this.#verdictOn(visit));
      case 'GET /.shiftgate/blocked':
        return this.#blocked(visit);
      case 'POST /.shiftgate/recheck':
        return this.#recheck(visit);
      case 'POST /.shiftgate/sign-out':
        return this.#signOut(visit);
      default:
        return this.#deps.refusals.plain(request, response, 'notFound');
    }
  }

  async #launch(visit: Visit): Promise<void> {
    const { request, response, site } = visit;
    requireOwnPage(visit);
    const { ticket: secret, to } = parseMessage(await readBody(request), LaunchRequest);
    const ticket = await this.#deps.tickets.redeem(secret, site.program.id);
    if (!ticket) throw new Refusal('ticket-used-or-expired');
    const before = this.#verdictOn(visit);
    if (before.answer !== 'not-bound') await this.#deps.end([before.session]);
    const label = this.#deps.people.label(ticket.workstation);
    const address = this.#deps.proxySecret.addressOf(request);
    const cookie = await this.#deps.sessions.start({
      ...ticket,
      person: label?.person,
      address,
      browser: String(request.headers['user-agent'] ?? '').slice(0, 300),
    });
    this.#deps.log.info({ ...ticket, address }, 'a browser was bound to a workstation');
    const welcome = { person: label?.person, hostName: label?.hostName ?? ticket.workstation, to: safePath(to, site) };
    sendJson(response, 200, welcome, { 'set-cookie': gateCookie(cookie, site.secure) });
  }

  /** The block page under an address of its own, for proxies that cannot show it in place. */
  #blocked(visit: Visit): void {
    const { request, response, site } = visit;
    const verdict = this.#verdictOn(visit);
    const returnTo = safePath(returnPath(request.url ?? ''), site);
    if (verdict.answer === 'not-bound') this.#deps.refusals.notBound(request, response, site);
    else if (verdict.answer === 'locked') this.#deps.refusals.locked(request, response, { verdict, site, returnTo });
    else sendNothing(response, 303, { location: returnTo });
  }

  #recheck(visit: Visit): void {
    requireOwnPage(visit);
    const verdict = this.#verdictOn(visit);
    if (verdict.answer === 'not-bound') throw new Refusal('not-signed-in');
    const { session } = verdict;
    const now = this.#deps.now().getTime();
    const isRepeated = now - (this.#recheckedAt.get(session) ?? 0) < recheckPause;
    const sent = isRepeated || this.#deps.recheck(session.workstation);
    if (sent && !isRepeated) this.#recheckedAt.set(session, now);
    sendJson(visit.response, 200, { sent });
  }

  async #signOut(visit: Visit): Promise<void> {
    requireOwnPage(visit);
    const verdict = this.#verdictOn(visit);
    if (verdict.answer !== 'not-bound') await this.#deps.end([verdict.session]);
    sendNothing(visit.response, 204, { 'set-cookie': gateCookie('', visit.site.secure) });
  }

  #verdictOn({ request, site }: Visit) {
    return this.#deps.judge.judge(site, request.headers.cookie);
  }
}

function requireOwnPage({ request, site }: Visit): void {
  if (!isFromOwnPage(request, site)) throw new Refusal('foreign-request');
}

/** All that follows `to=`: proxies that cannot encode a path put it there as it is, with its own `?` and `&`. */
function returnPath(url: string): string | undefined {
  const [, to] = /[?&]to=(.*)$/.exec(url) ?? [];
  if (to === undefined || to.startsWith('/')) return to;
  try {
    return decodeURIComponent(to);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > launchLimit) throw new Refusal('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
