/** How a VPN product shows itself on Windows: by the description that its driver gives the adapter, or by a program. */
export interface WindowsVendor {
  readonly id: string;
  /** Descriptions that only this product's adapters have. */
  readonly adapters?: RegExp;
  /** File names of its programs, in lower case, without `.exe`. */
  readonly processes?: readonly string[];
}

/**
 * Descriptions of drivers are not translated; people may rename the connection, not the description.
 * Sources: the makers' driver packages and support pages, as adapter lists in public issue trackers show them.
 */
export const windowsVendors: readonly WindowsVendor[] = [
  { id: 'tailscale', adapters: /^Tailscale/i, processes: ['tailscaled', 'tailscale-ipn'] },
  { id: 'netbird', adapters: /^NetBird|^wt\d/i, processes: ['netbird', 'netbird-ui'] },
  { id: 'nordvpn', adapters: /^(NordLynx|TAP-NordVPN|NordVPN)/i, processes: ['nordvpn-service', 'nordvpn'] },
  { id: 'mullvad', adapters: /^Mullvad/i, processes: ['mullvad-daemon'] },
  { id: 'protonvpn', adapters: /^(ProtonVPN|Proton VPN|TAP-ProtonVPN)/i, processes: ['protonvpnservice', 'protonvpn'] },
  { id: 'surfshark', adapters: /^Surfshark/i, processes: ['surfshark.service'] },
  { id: 'expressvpn', adapters: /^ExpressVPN/i, processes: ['expressvpnservice', 'expressvpn.vpnservice'] },
  { id: 'windscribe', adapters: /^Windscribe/i, processes: ['windscribeservice'] },
  { id: 'zerotier', adapters: /^ZeroTier/i, processes: ['zerotier-one_x64', 'zerotier_desktop_ui'] },
  { id: 'cloudflare-warp', adapters: /^Cloudflare WARP/i, processes: ['warp-svc'] },
  { id: 'globalprotect', adapters: /^(PANGP|Palo Alto Networks GlobalProtect)/i, processes: ['pangps', 'pangpa'] },
  {
    id: 'cisco-secure-client',
    adapters: /^Cisco (AnyConnect|Secure Client|Systems VPN)/i,
    processes: ['vpnagent', 'csc_vpnagent', 'vpnui', 'csc_ui'],
  },
  { id: 'forticlient', adapters: /^(Fortinet|FortiClient|FortiSSL)/i, processes: ['fortisslvpndaemon', 'forticlient'] },
  { id: 'zscaler', adapters: /^Zscaler/i, processes: ['zsatunnel', 'zsaservice'] },
  { id: 'check-point', adapters: /^Check Point/i, processes: ['tracsrvwrapper', 'trgui'] },
  {
    id: 'ivanti-secure-access',
    adapters: /^(Juniper Networks Virtual|Juniper Networks Network Connect|Pulse Secure|Ivanti)/i,
    processes: ['pulsesecureservice', 'dsaccessservice'],
  },
  { id: 'f5', adapters: /^(F5 Networks VPN|F5 VPN|BIG-IP)/i, processes: ['f5fltsrv', 'f5vpn'] },
  { id: 'sonicwall', adapters: /^(SonicWall|Dell SonicWALL)/i, processes: ['snwlvpnservice', 'swgvc'] },
  { id: 'sophos', adapters: /^Sophos/i, processes: ['scvpn'] },
  { id: 'softether', adapters: /^VPN Client Adapter/i, processes: ['vpnclient_x64'] },
  { id: 'hamachi', adapters: /^LogMeIn Hamachi/i, processes: ['hamachi-2'] },
  { id: 'netskope', adapters: /^Netskope/i, processes: ['stagentsvc'] },
  { id: 'wireguard', adapters: /^WireGuard/i, processes: ['wireguard'] },
  { id: 'openvpn', adapters: /^(OpenVPN|ovpn-dco)/i, processes: ['openvpn', 'openvpnserv2', 'openvpnconnect'] },
  { id: 'openconnect', processes: ['openconnect', 'openconnect-gui'] },
  { id: 'watchguard', processes: ['wgsslvpnc'] },
];

/** Drivers that many products share: with these the adapter alone does not say whose tunnel it is. */
export const sharedDrivers = /^(TAP-(Windows|Win32)|Wintun|TAP-)/i;
