import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Link } from './ip-json.ts';
import { type Vendor, vendors } from './vendors.ts';

export type Tunnel = FactOf<'vpn'>['tunnels'][number];

/**
 * Kinds that encrypt. GRE, IPIP and SIT do not by themselves; bridges, veth pairs, dummies and the like belong to
 * containers and virtual machines.
 */
const certainKinds = new Set(['wireguard', 'xfrm', 'vti', 'vti6']);

/** The tunnels that are up and have an address of their own. `running` holds the names of programs, in lower case. */
export function findTunnels(links: readonly Link[], running: ReadonlySet<string>): Tunnel[] {
  return links.filter(isUp).flatMap((link) => {
    const kind = kindOf(link);
    if (kind === undefined) return [];
    const vendor = vendorOf(link.ifname, kind, running);
    // Virtual machines use tap devices, and broadband uses PPP: those count only with a VPN program at work.
    const needsVendor = kind === 'tap' || kind === 'ppp';
    if (needsVendor && vendor === undefined) return [];
    return [{ interface: link.ifname, kind, ...(vendor && { vendor }) }];
  });
}

/** A tun device that no program holds open has no carrier. A port of a bridge is a virtual machine's. */
function isUp({ flags, addr_info, master }: Link): boolean {
  const hasAddress = addr_info.some(({ local, scope }) => local !== undefined && scope === 'global');
  return flags.includes('UP') && !flags.includes('NO-CARRIER') && hasAddress && master === undefined;
}

function kindOf({ linkinfo, link_type }: Link): string | undefined {
  const kind = linkinfo?.info_kind;
  if (kind !== undefined && certainKinds.has(kind)) return kind;
  if (kind === 'tun') return linkinfo?.info_data?.type === 'tap' ? 'tap' : 'tun';
  return kind === 'ppp' || link_type === 'ppp' ? 'ppp' : undefined;
}

/** Undefined when nothing, or more than one product, could be behind the interface. */
function vendorOf(name: string, kind: string, running: ReadonlySet<string>): string | undefined {
  const named = vendors.find((vendor) => vendor.interfaces?.test(name));
  if (named) return named.id;
  if (kind === 'wireguard') return 'wireguard';
  const candidates = vendors.filter((vendor) => fits(vendor, kind) && isRunning(vendor, running));
  return candidates.length === 1 ? candidates[0]?.id : undefined;
}

/** A product that names its interfaces would have been found by the name. */
function fits(vendor: Vendor, kind: string): boolean {
  return vendor.interfaces === undefined && (kind === 'ppp') === (vendor.ppp === true);
}

function isRunning({ processes = [] }: Vendor, running: ReadonlySet<string>): boolean {
  return processes.some((name) => running.has(name));
}
