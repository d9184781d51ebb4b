import { contains } from '../../../../shared/network.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, foundIn, isAnswer, textOf } from '../../macos/answers.ts';

/** One row of `netstat -rn`. Addresses are shortened there: `10`, `172.16/12`, `128.0/1`, `fe80::%utun0/64`. */
export interface Route {
  readonly family: 'ipv4' | 'ipv6';
  readonly to: string;
  readonly gateway: string;
  readonly flags: string;
  readonly device: string;
}

export type Way = { readonly device: string | undefined };

export function routesOf(transcript: Transcript): Answer<Route[]> {
  const text = textOf(transcript, 'netstat');
  if (!isAnswer(text)) return text;
  const routes: Route[] = [];
  let family: Route['family'] = 'ipv4';
  let column = 0;
  for (const line of text.value.split('\n')) {
    const fields = line.trim().split(/\s+/);
    if (fields[0] === 'Internet6:') family = 'ipv6';
    else if (fields[0] === 'Internet:') family = 'ipv4';
    // Older versions have columns in between.
    else if (fields[0] === 'Destination') column = fields.indexOf('Netif');
    else if (column > 2) routes.push(...routeOf(fields, fields[column], family));
  }
  return routes.length > 0 ? { value: routes } : { cannotTell: 'unparsable', detail: 'netstat' };
}

function routeOf(fields: readonly string[], device: string | undefined, family: Route['family']): Route[] {
  const [to = '', gateway = '', flags = ''] = fields;
  if (device === undefined || !/^U[A-Za-z\d]*$/.test(flags) || !/^[a-z]+\d+$/.test(device)) return [];
  return [{ family: to.includes(':') ? 'ipv6' : family, to, gateway, flags, device }];
}

/** A route with `I` is only for programs that ask for that interface themselves. */
export function isForAll({ flags }: Route): boolean {
  return !flags.includes('I');
}

/** `route -n get` is the kernel's own answer. */
export function wayByKernel(transcript: Transcript): Answer<Way> {
  const said = transcript.outcome === 'ok' ? `${transcript.text}\n${transcript.errorText ?? ''}` : '';
  if (/not in table|Network is unreachable|No route to host/i.test(said)) return { value: { device: undefined } };
  const found = foundIn(transcript, 'route get', /^ *interface: ([a-z]+\d+) *$/m);
  if (!isAnswer(found)) return found;
  const isRefused = /^ *flags: <[A-Z,\d]*\b(?:REJECT|BLACKHOLE)\b/m.test(said);
  return { value: { device: isRefused ? undefined : found.value[1] } };
}

/** The same worked out from the table: the longest prefix that holds the address, among the routes for everybody. */
export function wayByTable(routes: readonly Route[], address: string): Way {
  const family = address.includes(':') ? 'ipv6' : 'ipv4';
  let best: { route: Route; length: number } | undefined;
  for (const route of routes) {
    if (route.family !== family || !isForAll(route)) continue;
    const length = family === 'ipv4' ? matchIpv4(route.to, address) : matchIpv6(route.to, address);
    if (length !== undefined && length > (best?.length ?? -1)) best = { route, length };
  }
  // R and B: packets are refused, or dropped, as some products do while they have no connection.
  return { device: best && !/[RB]/.test(best.route.flags) ? best.route.device : undefined };
}

function matchIpv4(to: string, address: string): number | undefined {
  const prefix = ipv4Prefix(to);
  if (prefix === undefined) return undefined;
  const mask = prefix.length === 0 ? 0 : (0xffffffff << (32 - prefix.length)) >>> 0;
  return (numberOf(address) & mask) >>> 0 === (prefix.base & mask) >>> 0 ? prefix.length : undefined;
}

export function ipv4Prefix(to: string): { base: number; length: number } | undefined {
  if (to === 'default') return { base: 0, length: 0 };
  const [, digits, length] = /^(\d{1,3}(?:\.\d{1,3}){0,3})(?:\/(\d{1,2}))?$/.exec(to) ?? [];
  if (digits === undefined) return undefined;
  const octets = digits.split('.').length;
  const bits = length === undefined ? octets * 8 : Number(length);
  return bits > 32 ? undefined : { base: numberOf(digits + '.0'.repeat(4 - octets)), length: bits };
}

export function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => ((sum << 8) | Number(octet)) >>> 0, 0);
}

function matchIpv6(to: string, address: string): number | undefined {
  if (to === 'default') return 0;
  // Only what begins like this can hold a public address.
  if (!/^[2:]/.test(to) || to.includes('%')) return undefined;
  const [base = '', length = '128'] = to.split('/');
  return contains(`${base}/${length}`, address) ? Number(length) : undefined;
}
