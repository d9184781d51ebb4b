import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { WifiSecurity } from '../../../../shared/checks/wifi-security.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Adapter, Adapters, ifTypes, isHardware, isUp, isVirtual } from '../../windows/adapters.ts';
import { parseNative, troubleOf } from '../../windows/native.ts';
import { type Parsed, reader } from '../reader.ts';
import { isTunnelAdapter } from '../vpn/windows-tunnels.ts';
import { type NetshLink, parseNetsh } from './netsh.ts';

type Fact = FactOf<'wifi-security'>;
type Link = Fact['links'][number];
type Name = 'adapters' | 'wlan' | 'netsh';

const Wlan = z.object({
  interfaces: z.array(
    z.object({
      guid: z.string(),
      state: z.number(),
      error: z.number().optional(),
      auth: z.number().optional(),
      cipher: z.number().optional(),
    }),
  ),
});
type WlanInterface = z.output<typeof Wlan>['interfaces'][number];

const locationOff: CannotTell = {
  cannotTell: 'location-off',
  detail: 'Settings › Privacy & security › Location: Location services, and “Let desktop apps access your location”',
};

/** The adapters say which links there are, the Wi-Fi service how a wireless one is protected. No network names. */
export const wifiSecurityWindows = reader<Fact, Name>({
  probes: {
    adapters: { kind: 'windows', call: 'adapters', why: 'which network links there are: cable, Wi-Fi or mobile' },
    wlan: { kind: 'windows', call: 'wlan', why: 'how the Wi-Fi in use is protected (its name is not read)' },
    netsh: {
      kind: 'command',
      paths: ['%System32%\\netsh.exe'],
      args: ['wlan', 'show', 'interfaces'],
      insteadOf: 'wlan',
      why: 'how the Wi-Fi in use is protected, only where Windows cannot be asked directly',
    },
  },
  parse({ adapters, wlan, netsh }): Parsed<Fact> {
    const security = wirelessSecurity(wlan, netsh);
    const seen = parseNative(adapters, Adapters, 'adapters');
    if ('cannotTell' in seen) return withoutAdapters(seen, security, netsh);
    const links = seen.value.adapters
      .filter((adapter) => isUp(adapter) && !isVirtual(adapter) && !isTunnelAdapter(adapter))
      .map((adapter) => linkOf(adapter, security))
      .filter((link) => link !== undefined);
    return { fact: { links: links.slice(0, 16) } };
  },
});

/** What is known of each wireless adapter, by its GUID. */
type Security =
  | { wlan: readonly WlanInterface[] }
  | { netsh: readonly NetshLink[] }
  | { cannotTell: CannotTell['cannotTell']; detail?: string | undefined };

function wirelessSecurity(wlan: Transcript, netsh: Transcript): Security {
  const parsed = parseNative(wlan, Wlan, 'wlanapi');
  if ('value' in parsed) return { wlan: parsed.value.interfaces };
  if (netsh.outcome === 'ok') return parseNetsh(netsh.text);
  return parsed;
}

/** A wireless link is one even where nobody can list the others. */
function withoutAdapters(trouble: CannotTell, security: Security, netsh: Transcript): Parsed<Fact> {
  if ('cannotTell' in security) return netsh.outcome === 'ok' ? security : trouble;
  const links: Link[] =
    'netsh' in security
      ? security.netsh.filter(({ isConnected }) => isConnected).map((one) => wifiLink(one.name, one.security))
      : security.wlan.filter(({ state }) => state === 1).map((one) => wifiLink(one.guid, securityOf(one)));
  return links.length === 0 ? trouble : { fact: { links } };
}

function wifiLink(name: string, security: WifiSecurity | CannotTell): Link {
  return { interface: name.slice(0, 80), kind: 'wifi', security };
}

function linkOf(adapter: Adapter, security: Security): Link | undefined {
  const { ifType, physicalMedium } = adapter;
  const name = adapter.name.slice(0, 80);
  const isMobile = ifTypes.mobile.some((type) => type === ifType) || physicalMedium === 8;
  if (isMobile) return { interface: name, kind: 'cellular' };
  // NdisPhysicalMediumNative802_11 and the older WirelessLan.
  const isWireless = ifType === ifTypes.wifi || physicalMedium === 9 || physicalMedium === 1;
  if (isWireless) return wifiLink(name, securityFor(adapter, security));
  return ifType === ifTypes.ethernet && isHardware(adapter) ? { interface: name, kind: 'wired' } : undefined;
}

function securityFor({ guid }: Adapter, security: Security): WifiSecurity | CannotTell {
  if ('cannotTell' in security)
    return { cannotTell: security.cannotTell, ...(security.detail && { detail: security.detail }) };
  const same = (one: { guid: string }) => plainGuid(one.guid) === plainGuid(guid);
  if ('netsh' in security) {
    return security.netsh.find(same)?.security ?? { cannotTell: 'absent', detail: 'netsh does not list this adapter' };
  }
  const found = security.wlan.find(same);
  return found ? securityOf(found) : { cannotTell: 'absent', detail: 'the Wi-Fi service does not list this adapter' };
}

function plainGuid(guid: string): string {
  return guid.replace(/[{}]/g, '').toLowerCase();
}

function securityOf({ state, error, auth, cipher }: WlanInterface): WifiSecurity | CannotTell {
  if (error === 5) return locationOff;
  if (error !== undefined) return troubleOf(error, 'WlanQueryInterface');
  if (state !== 1 || auth === undefined || cipher === undefined) {
    return { cannotTell: 'absent', detail: `the Wi-Fi service says that it is not connected (state ${state})` };
  }
  return rate(auth, cipher) ?? { cannotTell: 'unparsable', detail: `authentication ${auth}, cipher ${cipher}` };
}

/** DOT11_CIPHER_ALGORITHM: WEP with 40 and 104 bits and of any length; TKIP. */
const wepCiphers = [1, 5, 0x101];
const tkip = 2;

/** DOT11_AUTH_ALGORITHM. */
const byAuth: Readonly<Record<number, WifiSecurity>> = {
  3: 'wpa-tkip', // WPA, with a name and password of one's own
  4: 'wpa-tkip', // WPA-PSK
  6: 'wpa2-enterprise', // RSNA
  7: 'wpa2-personal', // RSNA-PSK
  8: 'wpa3-enterprise', // 192 bits
  9: 'wpa3-personal', // SAE
  10: 'owe',
  11: 'wpa3-enterprise',
};

/** WEP calls itself open too; an open network has no cipher. */
function rate(auth: number, cipher: number): WifiSecurity | undefined {
  if (wepCiphers.includes(cipher) || auth === 2) return 'wep';
  if (auth === 1) return cipher === 0 ? 'open' : undefined;
  const security = byAuth[auth];
  return security !== undefined && cipher === tkip ? 'wpa-tkip' : security;
}
