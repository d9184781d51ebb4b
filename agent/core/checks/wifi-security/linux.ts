import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { WifiSecurity } from '../../../../shared/checks/wifi-security.ts';
import type { NetworkInterface, Transcript } from '../../host/probe.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'wifi-security'>;
type Link = Fact['links'][number];

const ethernet = 1;

/** The kernel knows the links, NetworkManager knows how a wireless one is protected. Network names are not read. */
export const wifiSecurityLinux = reader<Fact, 'interfaces' | 'accessPoints'>({
  probes: {
    interfaces: { kind: 'interfaces', why: 'which network links there are: cable, Wi-Fi or mobile' },
    accessPoints: {
      kind: 'command',
      paths: ['/usr/bin/nmcli'],
      args: '-t -e yes -f IN-USE,DEVICE,SECURITY,WPA-FLAGS,RSN-FLAGS device wifi list --rescan no'.split(' '),
      why: 'how the Wi-Fi in use is protected (its name is not read)',
    },
  },
  parse({ interfaces, accessPoints }): Parsed<Fact> {
    if (interfaces.outcome !== 'ok') return { cannotTell: interfaces.outcome, detail: interfaces.detail };
    const links = (JSON.parse(interfaces.text) as NetworkInterface[])
      .filter(isActive)
      .map((one) => linkOf(one, accessPoints))
      .filter((link) => link !== undefined);
    return { fact: { links: links.slice(0, 16) } };
  },
});

/** Some drivers never say more than `unknown`; their carrier is believed. */
function isActive({ operstate, carrier }: NetworkInterface): boolean {
  return operstate === 'up' || (operstate === 'unknown' && carrier);
}

/** Bridges, tunnels, dummies and one end of a container's pair have no device behind them: they are no links. */
function linkOf(one: NetworkInterface, accessPoints: Transcript): Link | undefined {
  if (!one.device) return undefined;
  if (one.devtype === 'wwan') return { interface: one.name, kind: 'cellular' };
  if (one.type !== ethernet) return undefined;
  if (!one.wireless) return { interface: one.name, kind: 'wired' };
  return { interface: one.name, kind: 'wifi', security: securityOf(one.name, accessPoints) };
}

function securityOf(device: string, accessPoints: Transcript): WifiSecurity | CannotTell {
  if (accessPoints.outcome === 'absent') return { cannotTell: 'absent', detail: 'NetworkManager is not installed' };
  if (accessPoints.outcome !== 'ok') return { cannotTell: accessPoints.outcome, detail: 'nmcli' };
  // 8: NetworkManager is not running. Anything else is an error of its own.
  if (accessPoints.exitCode === 8) return { cannotTell: 'absent', detail: 'NetworkManager is not running' };
  if (accessPoints.exitCode) return { cannotTell: 'failed', detail: `nmcli ended with ${accessPoints.exitCode}` };
  const rows = accessPoints.text.split('\n').map(splitTerse);
  const row = rows.find(([inUse, name]) => inUse === '*' && name === device);
  if (!row) return { cannotTell: 'absent', detail: `NetworkManager does not manage ${device}` };
  const [, , security = '', wpa = '', rsn = ''] = row;
  return (
    rate(security, wpa, rsn) ?? { cannotTell: 'unparsable', detail: `nmcli: ${security} ${wpa} ${rsn}`.slice(0, 200) }
  );
}

/** Fields are parted by `:`; a colon or backslash inside one has a backslash before it. */
function splitTerse(line: string): string[] {
  return (line.match(/(?:\\.|[^:\\])*(?::|$)/g) ?? []).map((field) => field.replace(/:$/, '').replace(/\\(.)/g, '$1'));
}

/**
 * What the access point offers. RSN is WPA2 and newer, WPA alone is the first version.
 * `WPA2:(none):pair_ccmp group_ccmp psk`; without any: open, or WEP where the privacy bit is set.
 */
function rate(security: string, wpa: string, rsn: string): WifiSecurity | undefined {
  if (rsn !== '(none)') return rateRsn(new Set(rsn.split(' ')));
  if (wpa !== '(none)') return 'wpa-tkip';
  if (security === '' || security === '--') return 'open';
  return security === 'WEP' ? 'wep' : undefined;
}

/** The strongest way in that the link can be using; the first rule that applies. */
const rsnRules: readonly (readonly [WifiSecurity, (has: (flag: string) => boolean) => boolean])[] = [
  // The open half of a network that also offers encryption without a password.
  ['open', (has) => has('owe_transition_mode') && !has('pair_ccmp')],
  ['wpa-tkip', (has) => has('pair_tkip') && !has('pair_ccmp')],
  ['wpa3-enterprise', (has) => has('wpa-eap-suite-b-192')],
  ['wpa2-enterprise', (has) => has('802.1X')],
  ['wpa2-wpa3-transition', (has) => has('sae') && has('psk')],
  ['wpa3-personal', (has) => has('sae')],
  ['wpa2-personal', (has) => has('psk')],
  ['owe', (has) => has('owe')],
];

function rateRsn(flags: ReadonlySet<string>): WifiSecurity | undefined {
  return rsnRules.find(([, applies]) => applies((flag) => flags.has(flag)))?.[0];
}
