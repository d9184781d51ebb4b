/** How a VPN product shows itself on macOS. */
export interface MacVendor {
  readonly id: string;
  /** Beginnings of the bundle ids under which System Settings lists its connections. */
  readonly bundles?: readonly string[];
  /** File names of its programs, in lower case, that run while it has a tunnel. Many run before and after, too. */
  readonly processes?: readonly string[];
  /** Names that only this product gives its interfaces. */
  readonly interfaces?: RegExp;
  /** Beginning of the addresses that only this product gives out. */
  readonly addresses?: RegExp;
}

export const macVendors: readonly MacVendor[] = [
  {
    id: 'tailscale',
    bundles: ['io.tailscale.ipn'],
    processes: ['tailscaled', 'ipnextension', 'io.tailscale.ipn.macsys.network-extension'],
    // Its IPv4 range, 100.64/10, is used by Zscaler, NetBird and providers as well.
    addresses: /^fd7a:115c:a1e0:/i,
  },
  {
    id: 'wireguard',
    bundles: ['com.wireguard.macos'],
    processes: ['wireguard-go', 'wireguardnetworkextension', 'boringtun-cli'],
  },
  { id: 'openvpn', bundles: ['net.openvpn', 'org.openvpn'], processes: ['openvpn', 'openvpn connect', 'ovpncli'] },
  {
    id: 'globalprotect',
    bundles: ['com.paloaltonetworks.globalprotect', 'com.paloaltonetworks.GlobalProtect'],
    processes: ['pangps', 'globalprotect'],
    interfaces: /^gpd\d/,
  },
  {
    id: 'cisco-secure-client',
    bundles: ['com.cisco.anyconnect', 'com.cisco.secureclient'],
    processes: ['vpnagentd', 'com.cisco.anyconnect.macos.acsockext', 'cisco secure client'],
  },
  {
    id: 'forticlient',
    bundles: ['com.fortinet'],
    processes: ['sslvpnd', 'fortitray', 'fctservctl', 'fctservctl2', 'forticlient'],
  },
  {
    id: 'check-point',
    bundles: ['com.checkpoint'],
    processes: ['tracsrvwrapper', 'endpoint_security_vpn', 'endpoint security vpn'],
  },
  {
    id: 'ivanti-secure-access',
    bundles: ['net.pulsesecure', 'net.juniper', 'com.ivanti'],
    processes: ['dsaccessservice', 'pulse secure', 'pulsesvc', 'ivanti secure access'],
  },
  { id: 'zscaler', bundles: ['com.zscaler'], processes: ['zscalertunnel', 'zscaler'] },
  {
    id: 'cloudflare-warp',
    bundles: ['com.cloudflare.1dot1dot1dot1'],
    processes: ['cloudflarewarp', 'cloudflare warp', 'warp-svc'],
  },
  { id: 'netbird', bundles: ['io.netbird'], processes: ['netbird'] },
  { id: 'zerotier', processes: ['zerotier-one', 'macethernettapagent'] },
  { id: 'twingate', bundles: ['com.twingate'], processes: ['twingate'] },
  { id: 'netskope', bundles: ['com.netskope'], processes: ['netskope client', 'nsauxiliarysvc'] },
  { id: 'perimeter81', bundles: ['com.perimeter81', 'com.safervpn'], processes: ['perimeter81helperdaemon'] },
  { id: 'citrix', bundles: ['com.citrix'], processes: ['citrix secure access', 'citrixvpn'] },
  { id: 'f5', bundles: ['com.f5'], processes: ['f5 vpn', 'svpn', 'big-ip edge client'] },
  { id: 'sonicwall', bundles: ['com.sonicwall'], processes: ['netextender', 'sonicwall mobile connect'] },
  { id: 'sophos-connect', bundles: ['com.sophos'], processes: ['scvpn', 'sophos connect'] },
  { id: 'nordvpn', bundles: ['com.nordvpn'], processes: ['nordvpn', 'nordvpn ikev2'] },
  { id: 'mullvad', bundles: ['net.mullvad'], processes: ['mullvad-daemon'] },
  { id: 'protonvpn', bundles: ['ch.protonvpn'], processes: ['protonvpn'] },
  { id: 'surfshark', bundles: ['com.surfshark'], processes: ['surfshark'] },
  { id: 'expressvpn', bundles: ['com.expressvpn', 'com.express.vpn'], processes: ['expressvpnd', 'expressvpn'] },
  { id: 'windscribe', bundles: ['com.windscribe'], processes: ['windscribe', 'windscribeengine'] },
  { id: 'openconnect', processes: ['openconnect'] },
  { id: 'openfortivpn', processes: ['openfortivpn'] },
];

/** Connections that macOS makes itself, as the last column of `scutil --nc list` names them. */
export const builtInVendors: Readonly<Record<string, string>> = {
  'PPP:L2TP': 'l2tp',
  'PPP:PPTP': 'pptp',
  IPSec: 'ipsec',
  'IPSec:IKEv2': 'ikev2',
  'VPN:IPSec': 'ipsec',
  'VPN:L2TP': 'l2tp',
  'VPN:IKEv2': 'ikev2',
  IKEv2: 'ikev2',
};
