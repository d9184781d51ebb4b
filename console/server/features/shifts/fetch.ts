import { lookup as resolve } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** A calendar cannot be had; the message says why and what to do. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch';
}

export interface FetchLimits {
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
  readonly bytes: number;
  /** Origins that may be plain http or inside a private network. */
  readonly trusted: readonly string[];
}

/**
 * Reads a text from an address that an operator typed. Only public addresses over https, unless its origin is trusted:
 * the console must not be talked into asking its own network. Follows no redirection. @throws CannotFetch
 */
export async function fetchText(address: string, limits: FetchLimits): Promise<string> {
  const url = new URL(address);
  const isTrusted = limits.trusted.includes(url.origin);
  if (url.protocol !== 'https:' && !isTrusted) throw new CannotFetch('The address must begin with https://.');
  if (url.username || url.password) throw new CannotFetch('Leave name and password out of the address.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up.
  if (!isTrusted && ipaddr.isValid(host) && !isPublic(host)) throw new CannotFetch(notPublic(host));
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  const signal = AbortSignal.timeout(limits.timeout);
  const sent = request(url, {
    signal,
    headers: { accept: 'text/calendar, text/plain;q=0.5', 'user-agent': 'shiftgate' },
    ...(!isTrusted && { lookup: lookUpPublic }),
    agent: false,
  });
  try {
    return await readText(await answerTo(sent), limits.bytes);
  } catch (error) {
    if (error instanceof CannotFetch) throw error;
    if (signal.aborted) throw new CannotFetch(`No answer within ${limits.timeout / 1000} seconds.`);
    throw new CannotFetch(`No connection: ${error instanceof Error ? error.message : 'unknown'}.`, { cause: error });
  }
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    request.on('response', done).on('error', fail).end();
  });
}

async function readText(response: IncomingMessage, bytes: number): Promise<string> {
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400) {
    response.destroy();
    throw new CannotFetch(`It moved to ${headers.location ?? 'another address'}. Enter that address.`);
  }
  if (statusCode !== 200) {
    response.destroy();
    throw new CannotFetch(`The server answered with status ${statusCode}.`);
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bytes) {
      response.destroy();
      throw new CannotFetch(`It is larger than ${Math.round(bytes / 1024 / 1024)} MiB.`);
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Looks a name up and connects to the very address that was checked, so that a second look-up cannot say otherwise. */
const lookUpPublic: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    const refused = addresses?.find(({ address }) => !isPublic(address));
    const [first] = addresses ?? [];
    if (error || !first) done(error ?? new Error(`${host} has no address`), '', 0);
    else if (refused) done(new CannotFetch(notPublic(refused.address)), '', 0);
    else if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === 'unicast';
}

function notPublic(address: string): string {
  return `${address} is not a public address. If the calendar is meant to be inside, name it in SHIFTGATE_TRUSTED_FEEDS.`;
}
