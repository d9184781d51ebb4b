/** How a VPN product shows itself on Linux: by the name of its interface, by a running program, or both. */
export interface Vendor {
  readonly id: string;
  /** Names that only this product gives its interfaces. A product with such names is looked for under no other. */
  readonly interfaces?: RegExp;
  /** File names of its programs, in lower case. */
  readonly processes?: readonly string[];
  /** It uses PPP, as home broadband does too; only with one of its programs is a PPP link taken for a tunnel. */
  readonly ppp?: true;
}

export const vendors: readonly Vendor[] = [
  { id: 'tailscale', interfaces: /^tailscale\d/, processes: ['tailscaled'] },
  { id: 'nordvpn', interfaces: /^nord(lynx|tun|wg)/, processes: ['nordvpnd'] },
  { id: 'mullvad', interfaces: /^wg\d*-mullvad/, processes: ['mullvad-daemon'] },
  { id: 'protonvpn', interfaces: /^(proton|pvpn)/, processes: ['protonvpn'] },
  { id: 'netbird', interfaces: /^wt\d/, processes: ['netbird'] },
  { id: 'zerotier', interfaces: /^zt[a-z0-9]{6,}/, processes: ['zerotier-one'] },
  { id: 'cloudflare-warp', interfaces: /^CloudflareWARP/, processes: ['warp-svc'] },
  { id: 'globalprotect', interfaces: /^gpd\d/, processes: ['pangps', 'pangpa'] },
  { id: 'cisco-secure-client', interfaces: /^cscotun\d/, processes: ['vpnagentd'] },
  { id: 'forticlient', interfaces: /^fctvpn/, processes: ['fctsslvpnd', 'forticlient'] },
  { id: 'zscaler', interfaces: /^z(cc)?tun/, processes: ['zstunnel'] },
  { id: 'check-point', interfaces: /^tunsnx/, processes: ['snx'] },
  { id: 'surfshark', interfaces: /^surfshark/ },
  { id: 'openvpn', processes: ['openvpn', 'openvpn3-service-client'] },
  { id: 'openconnect', processes: ['openconnect'] },
  { id: 'wireguard', processes: ['wireguard-go', 'boringtun-cli', 'boringtun', 'wg-quick'] },
  { id: 'ivanti-secure-access', processes: ['pulsesvc'] },
  { id: 'f5', processes: ['f5fpc', 'svpn'] },
  { id: 'expressvpn', processes: ['expressvpnd'] },
  { id: 'windscribe', processes: ['windscribe-helper', 'windscribe'] },
  { id: 'vpnc', processes: ['vpnc'] },
  { id: 'softether', interfaces: /^vpn_/, processes: ['vpnclient'] },
  { id: 'tinc', processes: ['tincd'] },
  { id: 'openfortivpn', processes: ['openfortivpn'], ppp: true },
  { id: 'l2tp', processes: ['xl2tpd'], ppp: true },
  { id: 'pptp', processes: ['pptp'], ppp: true },
  { id: 'sstp', processes: ['sstpc'], ppp: true },
];

/** IPsec services, whose tunnels need not have an interface at all. */
export const ipsecProcesses: readonly string[] = ['charon', 'charon-nm', 'charon-systemd', 'pluto'];
