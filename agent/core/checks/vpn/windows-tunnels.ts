import type { FactOf } from '../../../../shared/checks/index.ts';
import { type Adapter, ifTypes, isUp, isVirtual } from '../../windows/adapters.ts';
import { sharedDrivers, type WindowsVendor, windowsVendors } from './windows-vendors.ts';

export type Tunnel = FactOf<'vpn'>['tunnels'][number];

/** Whether an adapter is one that VPN products make, up or not. */
export function isTunnelAdapter(adapter: Adapter): boolean {
  return kindOf(adapter) !== undefined;
}

/** A connection that Windows has dialled by itself, under the name of its adapter. */
export interface Dialled {
  readonly entry: string;
  readonly deviceType: string;
  readonly device: string;
}

/**
 * A PPP adapter that is up may be a VPN or broadband: only the list of what was dialled tells. One that is not in the
 * person's list was dialled by the system or by somebody else.
 */
export function undialled(adapters: readonly Adapter[], dialled: readonly Dialled[]): Adapter | undefined {
  const isListed = ({ name }: Adapter) => dialled.some(({ entry }) => entry === name);
  return adapters.find((adapter) => adapter.ifType === ifTypes.ppp && isUp(adapter) && !isListed(adapter));
}

/** The tunnels that are up and have an address of their own. `running` holds the names of programs, in lower case. */
export function findTunnels(
  adapters: readonly Adapter[],
  dialled: readonly Dialled[],
  running: ReadonlySet<string>,
): (Tunnel & { luid: string })[] {
  return adapters
    .filter((adapter) => isUp(adapter) && hasAddress(adapter))
    .flatMap((adapter) => {
      const connection = dialled.find(({ entry }) => entry === adapter.name);
      if (connection) return isVpn(connection) ? [builtIn(adapter, connection)] : [];
      const kind = kindOf(adapter);
      if (kind === undefined) return [];
      const vendor = vendorOf(adapter, running);
      const tunnel = { interface: adapter.name.slice(0, 80), kind, ...(vendor && { vendor }) };
      return [{ ...tunnel, luid: adapter.luid }];
    });
}

function isVpn({ deviceType }: Dialled): boolean {
  return deviceType.toLowerCase() === 'vpn';
}

/** `WAN Miniport (IKEv2)`; another device is that of an app from the Store. */
function builtIn({ name, luid }: Adapter, { device }: Dialled): Tunnel & { luid: string } {
  const protocol = /\((IKEv2|L2TP|PPTP|SSTP)\)/i.exec(device)?.[1]?.toLowerCase();
  return { interface: name.slice(0, 80), kind: 'ppp', ...(protocol && { vendor: protocol }), luid };
}

/** 169.254/16 and fe80::/10 are what an adapter gives itself when nobody else does. */
function hasAddress({ addresses }: Adapter): boolean {
  return addresses.some((address) => !/^(169\.254\.|fe[89ab][0-9a-f]:|::1$|0:0:0:0:0:0:0:1$)/i.test(address));
}

function kindOf(adapter: Adapter): string | undefined {
  const { description, ifType } = adapter;
  const named = windowsVendors.find(({ adapters }) => adapters?.test(description));
  if (named?.id === 'wireguard') return 'wireguard';
  if (named !== undefined) return 'tun';
  if (sharedDrivers.test(description)) return /^TAP/i.test(description) ? 'tap' : 'tun';
  // IF_TYPE_PROP_VIRTUAL is what Wintun adapters are, whatever their product calls them.
  return ifType === ifTypes.virtual && !isVirtual(adapter) ? 'tun' : undefined;
}

/** Undefined when nothing, or more than one product, could be behind the adapter. */
function vendorOf({ description }: Adapter, running: ReadonlySet<string>): string | undefined {
  const named = windowsVendors.find(({ adapters }) => adapters?.test(description));
  if (named) return named.id;
  const candidates = windowsVendors.filter((vendor) => isRunning(vendor, running));
  return candidates.length === 1 ? candidates[0]?.id : undefined;
}

function isRunning({ processes = [] }: WindowsVendor, running: ReadonlySet<string>): boolean {
  return processes.some((name) => running.has(name));
}
