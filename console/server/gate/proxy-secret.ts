import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Header by which a proxy in front of the gate shows that it is ours. */
export const proxySecretHeader = 'x-shiftgate-proxy';

/** Recognises the proxies in front of the gate. Only what they say about a browser is believed. */
export class ProxySecret {
  readonly #secret: Buffer;
  /** Takes in what is shown; used again, since this runs on every request. */
  readonly #shown: Buffer;

  constructor(secret: string) {
    if (secret.length < 32) throw new Error('The proxy secret needs at least 32 characters.');
    this.#secret = Buffer.from(secret, 'latin1');
    this.#shown = Buffer.alloc(this.#secret.length);
  }

  isShownBy({ headers }: IncomingMessage): boolean {
    const shown = headers[proxySecretHeader];
    if (typeof shown !== 'string' || shown.length !== this.#secret.length) return false;
    this.#shown.write(shown, 'latin1');
    return timingSafeEqual(this.#shown, this.#secret);
  }

  /** The browser's address: that of the connection, or what one of our proxies says. */
  addressOf(request: IncomingMessage): string {
    const said = request.headers['x-real-ip'];
    if (typeof said === 'string' && isIP(said) !== 0 && this.isShownBy(request)) return said;
    // An IPv4 address that arrived over an IPv6 socket is written as IPv4.
    return (request.socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  }
}
