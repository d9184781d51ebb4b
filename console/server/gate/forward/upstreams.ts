import http, { type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import type { Site } from '../sites.ts';

const connectTimeout = 10_000;
/** How long a CRM may think about one request before it counts as down. */
const answerTimeout = 120_000;
const maxHeaderSize = 64 * 1024;
const keepAlive = { keepAlive: true, maxFreeSockets: 256 };

/** Connections to the CRMs, kept and used again. */
export class Upstreams {
  readonly #plain = new http.Agent(keepAlive);
  readonly #secure = new https.Agent(keepAlive);

  /** Begins a request to the CRM; an `error` event also tells of one that does not answer in time. */
  open(site: Site, request: IncomingMessage, headers: OutgoingHttpHeaders): ClientRequest {
    const { protocol, hostname, port } = site.upstream;
    const isSecure = protocol === 'https:';
    const options = {
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      method: request.method,
      path: request.url,
      headers,
      maxHeaderSize,
    };
    const outbound = isSecure
      ? https.request({ ...options, agent: this.#secure, servername: hostname })
      : http.request({ ...options, agent: this.#plain });
    limitWaiting(outbound);
    return outbound;
  }

  close(): void {
    this.#plain.destroy();
    this.#secure.destroy();
  }
}

function limitWaiting(outbound: ClientRequest): void {
  outbound.setTimeout(connectTimeout, () => outbound.destroy(new Error('the CRM did not answer in time')));
  outbound.once('socket', (socket) => {
    const wait = () => outbound.setTimeout(answerTimeout);
    if (socket.connecting) socket.once('connect', wait);
    else wait();
  });
  // Once it answers it may take as long as it likes: downloads and live streams stay open.
  outbound.once('response', () => outbound.setTimeout(0));
}
