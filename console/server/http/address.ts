import type { IncomingMessage } from 'node:http';
import { contains } from '../../../shared/network.ts';

/**
 * The address a request comes from. `X-Forwarded-For` counts only as far as our own proxies (`trusted`, networks) wrote
 * it, read from the end.
 */
export function addressOf(request: IncomingMessage, trusted: readonly string[]): string {
  const direct = plain(request.socket.remoteAddress ?? '');
  if (trusted.length === 0) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const hops = [...forwarded.map((hop) => plain(hop.trim())).filter((hop) => hop !== ''), direct];
  const isOurs = (hop: string) => trusted.some((network) => contains(network, hop));
  return hops.findLast((hop) => !isOurs(hop)) ?? direct;
}

/** An IPv4 address that arrived over an IPv6 socket, written as IPv4. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
