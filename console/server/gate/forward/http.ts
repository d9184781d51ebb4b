import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Site } from '../sites.ts';
import type { CutReason, Stream, StreamRegistry } from '../streams.ts';
import type { Verdict } from '../verdict.ts';
import { hasBody, headersForBrowser, headersForUpstream, identityHeaders } from './headers.ts';
import type { Upstreams } from './upstreams.ts';
import { type Crm, joinWebSocket } from './websocket.ts';

/** One request that was let through. */
export interface Passage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly site: Site;
  readonly verdict: Extract<Verdict, { answer: 'allowed' }>;
  /** The browser's address. */
  readonly address: string;
  /** For a WebSocket: the browser's connection, and what it sent beyond the request's head. */
  readonly upgrade?: { readonly socket: Duplex; readonly head: Buffer } | undefined;
}

export interface Forwarding {
  readonly upstreams: Upstreams;
  readonly streams: StreamRegistry;
  /** Answers a request that a lock cut before the CRM's answer began. */
  refuse(passage: Passage): void;
  /** Answers when the CRM cannot be reached. */
  upstreamFailed(passage: Passage, error: Error): void;
}

/** Passes a request to the CRM and its answer back, both as they come, until either ends or a lock cuts it. */
export function forward(passage: Passage, forwarding: Forwarding): void {
  new Forward(passage, forwarding).begin();
}

class Forward implements Stream {
  readonly #passage: Passage;
  readonly #forwarding: Forwarding;
  #outbound: ClientRequest | undefined;
  #isOver = false;

  constructor(passage: Passage, forwarding: Forwarding) {
    this.#passage = passage;
    this.#forwarding = forwarding;
  }

  get session() {
    return this.#passage.verdict.session;
  }

  begin(): void {
    this.#forwarding.streams.add(this);
    this.#passage.response.once('close', () => this.#end());
    this.#attempt();
  }

  cut(why: CutReason): void {
    const { response } = this.#passage;
    this.#end();
    if (response.headersSent || why === 'closing') response.destroy();
    else this.#forwarding.refuse(this.#passage);
  }

  #end(): void {
    this.#isOver = true;
    this.#forwarding.streams.remove(this);
    this.#outbound?.destroy();
  }

  #attempt(): void {
    const { request, response, site, verdict, address, upgrade } = this.#passage;
    const headers = { ...headersForUpstream(request, site, address), ...identityHeaders(verdict) };
    if (upgrade) Object.assign(headers, { connection: 'Upgrade', upgrade: 'websocket' });
    const outbound = this.#forwarding.upstreams.open(site, request, headers);
    this.#outbound = outbound;
    outbound.once('response', (answer) => passBack(answer, response, outbound));
    outbound.once('upgrade', (answer, socket, head) => this.#join({ answer, socket, head }));
    outbound.on('error', (error) => this.#fail(outbound, error));
    if (hasBody(request)) request.pipe(outbound);
    else outbound.end();
  }

  #fail(outbound: ClientRequest, error: Error): void {
    if (this.#isOver) return;
    if (isStale(outbound, error) && isRepeatable(this.#passage.request)) this.#attempt();
    else if (this.#passage.response.headersSent) this.#passage.response.destroy();
    else this.#forwarding.upstreamFailed(this.#passage, error);
  }

  /** From here on the WebSocket stands in the registry in place of the request. */
  #join(crm: Crm): void {
    const { request, response, upgrade } = this.#passage;
    if (!upgrade) {
      crm.socket.destroy();
      this.#forwarding.upstreamFailed(this.#passage, new Error('the CRM switched protocols without being asked'));
      return;
    }
    this.#isOver = true;
    this.#forwarding.streams.remove(this);
    response.detachSocket(request.socket);
    joinWebSocket({ ...upgrade, session: this.session }, crm, this.#forwarding.streams);
  }
}

function passBack(answer: IncomingMessage, response: ServerResponse, outbound: ClientRequest): void {
  try {
    response.writeHead(answer.statusCode ?? 502, headersForBrowser(answer));
  } catch (error) {
    outbound.destroy(new Error('the CRM answered with an impossible status or header', { cause: error }));
    return;
  }
  answer.pipe(response);
  // Half an answer must not look like a whole one.
  answer.on('error', () => response.destroy());
  // The first event of a live stream may be long in coming: the head does not wait for it, though it does for a body
  // that is already here, to go with it in one packet.
  setImmediate(() => {
    if (!response.writableEnded) response.flushHeaders();
  });
}

/** The CRM closed a kept connection just as it was used again. */
function isStale(outbound: ClientRequest, error: NodeJS.ErrnoException): boolean {
  return outbound.reusedSocket && error.code === 'ECONNRESET';
}

function isRepeatable(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && !hasBody(request);
}
