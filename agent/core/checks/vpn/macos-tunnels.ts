import type { Interface } from '../../macos/network.ts';
import { ipv4Prefix, isForAll, numberOf, type Route } from './macos-routes.ts';
import { builtInVendors, macVendors } from './macos-vendors.ts';
import type { Tunnel } from './tunnels.ts';

/** A connection that `scutil --nc list` calls connected. */
export interface Service {
  readonly vendor: string | undefined;
}

/** `* (Connected)      9B33EDB3-… VPN (com.wireguard.macos) "office"   [VPN:com.wireguard.macos]`; names are not read. */
export function connectedServices(text: string): Service[] {
  const lines = text.split('\n').filter((line) => /^\*?\s{0,8}\(Connected\)\s/.test(line));
  return lines.flatMap((line) => {
    const sort = /\[([^[\]]{1,80})\]\s*$/.exec(line)?.[1] ?? '';
    // Broadband at home uses PPP as well.
    if (/PPPoE|PPPSerial|Modem/i.test(sort)) return [];
    const bundle = sort.replace(/^VPN:/, '');
    const product = macVendors.find(({ bundles = [] }) => bundles.some((start) => bundle.startsWith(start)));
    const builtIn = builtInVendors[sort] ?? (/\bike(?:v?2)?\b/i.test(sort) ? 'ikev2' : undefined);
    return [{ vendor: product?.id ?? builtIn }];
  });
}

export interface Evidence {
  readonly interfaces: readonly Interface[] | undefined;
  readonly routes: readonly Route[] | undefined;
  /** Names of tunnels in `scutil --nwi`, with whether it knows their server. */
  readonly known: ReadonlyMap<string, boolean>;
  readonly services: readonly Service[];
  /** File names of running programs, in lower case. */
  readonly running: ReadonlySet<string>;
}

const named = /^(utun|ipsec|ppp|tun|tap|gpd|feth)\d+$/;

/** Names that a tunnel may have. AWDL, bridges, virtual machines and the system’s own helpers have others. */
export function kindOf(name: string): string | undefined {
  return named.exec(name)?.[1];
}

/** The tunnels that are up and have an address. An idle utun, of which macOS keeps several for itself, has none. */
export function findTunnels(evidence: Evidence): Tunnel[] {
  const names = [...new Set(candidates(evidence))];
  const byName = new Map(names.map((name) => [name, vendorByName(name, evidence)]));
  const open = names.filter((name) => byName.get(name) === undefined);
  const rest = names.length > 0 ? remaining([...byName.values()], evidence) : undefined;
  return names.flatMap((name) => {
    const kind = kindOf(name);
    if (kind === undefined) return [];
    const vendor =
      byName.get(name) ?? (open.length === 1 ? rest : undefined) ?? (kind === 'ipsec' ? 'ikev2' : undefined);
    // Broadband uses PPP, virtual machines use the others: those count only with a VPN at work.
    const needsMore = kind === 'ppp' || kind === 'tap' || kind === 'feth';
    const isKnown = evidence.known.get(name) === true || (kind === 'ppp' && hasOtherWayOut(evidence.routes));
    if (needsMore && vendor === undefined && !isKnown) return [];
    return [{ interface: name, kind, ...(vendor && { vendor }) }];
  });
}

/** Broadband that dials in has no router beside it; a VPN over PPP leaves the one of the network below in the table. */
function hasOtherWayOut(routes: readonly Route[] | undefined): boolean {
  return (routes ?? []).some(
    ({ to, device, flags, family }) =>
      to === 'default' && family === 'ipv4' && flags.includes('G') && /^en\d/.test(device),
  );
}

function candidates({ interfaces, routes, known }: Evidence): string[] {
  if (interfaces) return interfaces.filter((one) => kindOf(one.name) && isTunnel(one, routes)).map(({ name }) => name);
  if (routes)
    return routes
      .filter((route) => kindOf(route.device) && !isOfTheLink(route.to) && (route.to !== 'default' || isForAll(route)))
      .map(({ device }) => device);
  return [...known.keys()];
}

/** Xcode’s link to an iPhone has a private IPv6 address and nothing is routed into it. */
function isTunnel({ name, flags, ipv4, ipv6 }: Interface, routes: readonly Route[] | undefined): boolean {
  if (!flags.includes('UP') || !flags.includes('RUNNING')) return false;
  if (ipv4.length > 0) return true;
  if (ipv6.length === 0) return false;
  if (ipv6.some((address) => /^[23]/.test(address) || vendorByAddress([address]) !== undefined)) return true;
  return (routes ?? []).some((route) => route.device === name && leadsFurther(route, undefined));
}

function vendorByName(name: string, { interfaces = [] }: Evidence): string | undefined {
  const addresses = interfaces.find((one) => one.name === name)?.ipv6 ?? [];
  return macVendors.find((vendor) => vendor.interfaces?.test(name))?.id ?? vendorByAddress(addresses);
}

function vendorByAddress(addresses: readonly string[]): string | undefined {
  return macVendors.find((vendor) => addresses.some((address) => vendor.addresses?.test(address)))?.id;
}

/** The one product that is left for the one tunnel that is left. Connected services know better than running programs. */
function remaining(taken: readonly (string | undefined)[], { services, running }: Evidence): string | undefined {
  const connected = services.map(({ vendor }) => vendor).filter((id) => id !== undefined && !taken.includes(id));
  if (connected.length > 0) return connected.length === 1 ? connected[0] : undefined;
  const products = macVendors.filter(({ processes = [] }) => processes.some((name) => running.has(name)));
  const left = products.filter(({ id }) => !taken.includes(id));
  return left.length === 1 ? left[0]?.id : undefined;
}

/** Whether any network beside a tunnel’s own subnet is routed into a tunnel, by address family. */
export function routedThrough(
  routes: readonly Route[],
  tunnels: readonly Tunnel[],
  interfaces: readonly Interface[] | undefined,
): { ipv4: boolean; ipv6: boolean } {
  const names = new Set(tunnels.map((tunnel) => tunnel.interface));
  const into = routes.filter(
    (route) =>
      names.has(route.device) &&
      leadsFurther(
        route,
        interfaces?.find(({ name }) => name === route.device),
      ),
  );
  return { ipv4: into.some(({ family }) => family === 'ipv4'), ipv6: into.some(({ family }) => family === 'ipv6') };
}

/** Put there by somebody (`S`), for everybody, and not for the tunnel’s own network. */
function leadsFurther(route: Route, own: Interface | undefined): boolean {
  const { to, flags, family } = route;
  if (!isForAll(route) || !/[SG]/.test(flags) || to === 'default' || isOfTheLink(to)) return false;
  return family === 'ipv6' || !(own?.ipv4 ?? []).some((one) => isOwnNetwork(to, one));
}

function isOwnNetwork(to: string, { address, netmask }: Interface['ipv4'][number]): boolean {
  const prefix = ipv4Prefix(to);
  if (prefix === undefined) return false;
  const own = (numberOf(address) & netmask) >>> 0;
  const isInside = (prefix.base & netmask) >>> 0 === own;
  const bits = netmask.toString(2).replaceAll('0', '').length;
  return isInside && prefix.length >= bits;
}

/** Link-local, multicast, broadcast and loopback. */
function isOfTheLink(to: string): boolean {
  return /^(?:fe80|ff[0-9a-f]{2}:|::1|22[4-9]\b|23\d\b|255\.255|169\.254|127\b)/i.test(to);
}
