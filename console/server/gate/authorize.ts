import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorization, Dialect, Refused } from './dialects/dialect.ts';
import { dialects } from './dialects/index.ts';
import type { GateLog } from './log.ts';
import type { ProxySecret } from './proxy-secret.ts';
import { sendNothing } from './respond.ts';
import type { Sites } from './sites.ts';
import type { Judge } from './verdict.ts';

export const authorizationPath = '/authz/';

/** Answers proxies in front of a CRM that ask about each request before they pass it on. */
export class Authorizer {
  readonly #sites: Sites;
  readonly #judge: Judge;
  readonly #proxySecret: ProxySecret;
  readonly #log: GateLog;
  #quietUntil = 0;

  constructor(deps: { sites: Sites; judge: Judge; proxySecret: ProxySecret; log: GateLog }) {
    this.#sites = deps.sites;
    this.#judge = deps.judge;
    this.#proxySecret = deps.proxySecret;
    this.#log = deps.log;
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    const dialect = findDialect(request.url ?? '');
    if (!dialect) sendNothing(response, 404);
    else dialect.answer(response, this.#authorize(dialect, request));
  }

  /** Without the secret the answer would tell anyone whose cookie is good. */
  #authorize(dialect: Dialect, request: IncomingMessage): Authorization {
    if (!this.#proxySecret.isShownBy(request)) return this.#refuse('wrong-proxy-secret', request);
    const site = this.#sites.find(dialect.readHost(request));
    if (!site) return this.#refuse('unknown-host', request);
    return this.#judge.judge(site, request.headers.cookie);
  }

  /** A proxy that is set up wrongly refuses everybody: the log says so, though not for every request. */
  #refuse(reason: Refused['reason'], request: IncomingMessage): Refused {
    if (performance.now() >= this.#quietUntil) {
      this.#quietUntil = performance.now() + 60_000;
      this.#log.warn({ reason, proxy: request.socket.remoteAddress }, 'a proxy’s question was refused');
    }
    return { answer: 'refused', reason };
  }
}

/** Some proxies keep the browser's query on the path; it plays no part. */
function findDialect(url: string): Dialect | undefined {
  const query = url.indexOf('?');
  const name = url.slice(authorizationPath.length, query === -1 ? undefined : query);
  return url.startsWith(authorizationPath) && Object.hasOwn(dialects, name) ? dialects[name] : undefined;
}
