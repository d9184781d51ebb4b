import { z } from 'zod';
import { contains, parseNetwork } from '../network.ts';
import { defineCheck, isUnknown, maybe, type Surroundings, type Verdict } from './define.ts';

const Tunnel = z.object({
  interface: z.string().max(80),
  /** How the system names the interface's kind: `wireguard`, `tun`, `ppp`, `xfrm`. */
  kind: z.string().max(20),
  /** Product behind the tunnel, where it can be recognised, e.g. `openvpn`, `wireguard`, `tailscale`. */
  vendor: z.string().max(40).optional(),
});

/** `full`: public addresses leave through a tunnel. `split`: only some prefixes do. `none`: nothing does. */
const Route = z.enum(['full', 'split', 'none']);

const Fact = z.object({
  /** Tunnel interfaces that are up and have an address. */
  tunnels: z.array(Tunnel).max(16),
  ipv4: maybe(Route),
  /** `absent` in place of a route means that the PC has no IPv6 way out at all. */
  ipv6: maybe(z.union([Route, z.literal('absent')])),
});
type Fact = z.output<typeof Fact>;

const Network = z.string().refine((text) => parseNetwork(text) !== undefined, {
  error: (issue) => `"${issue.input}" is not a network. Write 203.0.113.0/24 or a single address.`,
});

const Settings = z.object({
  required: z.boolean().default(false),
  /** `any`: a tunnel is up. `split`: traffic to some networks uses it. `full`: all traffic uses it. */
  route: z.enum(['any', 'split', 'full']).default('any'),
  /** Also demand that IPv6, where the PC has it, does not bypass a full tunnel. */
  ipv6: z.enum(['covered', 'ignore']).default('ignore'),
  /** Accepted products; empty accepts every one. */
  vendors: z.array(z.string()).default([]),
  /** Addresses from which the console must see the workstation; empty accepts every one. */
  egress: z.array(Network).default([]),
});
type Settings = z.output<typeof Settings>;

type Code =
  | 'not-required'
  | 'tunnel-down'
  | 'wrong-vendor'
  | 'not-full'
  | 'not-routed'
  | 'ipv6-outside'
  | 'wrong-egress';
type Verdicts = Verdict<Code>[];

export const vpn = defineCheck({
  id: 'vpn',
  title: 'VPN',
  why: 'The VPN keeps customer data inside the company’s own line.',
  fact: Fact,
  settings: Settings,
  evaluate(fact, settings, around): Verdicts {
    if (!settings.required) return [{ outcome: 'not-applicable', code: 'not-required' }];
    if (fact.tunnels.length === 0) return [{ outcome: 'fail', code: 'tunnel-down' }];
    return [...vendor(fact, settings), ...route(fact, settings), ...ipv6(fact, settings), ...egress(settings, around)];
  },
  describe({ tunnels, ipv4, ipv6 }) {
    const via = tunnels.map((tunnel) => `${tunnel.interface} (${tunnel.vendor ?? tunnel.kind})`).join(', ');
    const share = (route: typeof ipv4 | typeof ipv6) => (isUnknown(route) ? 'unknown' : route);
    return `${via || 'no tunnel'} · IPv4 ${share(ipv4)} · IPv6 ${share(ipv6)}`;
  },
  texts: {
    'not-required': { problem: 'Your team does not require a VPN.', remedy: 'Nothing to do.' },
    'tunnel-down': { problem: 'The VPN is not connected.', remedy: 'Connect your company VPN.' },
    'wrong-vendor': {
      problem: 'Connected through {vendor}, which is not your company’s VPN.',
      remedy: 'Disconnect it and connect your company VPN ({expected}).',
    },
    'not-full': {
      problem: 'Only part of your traffic goes through the VPN.',
      remedy: 'Choose the full tunnel in your VPN app, or ask helpdesk for the right profile.',
    },
    'not-routed': {
      problem: 'The VPN is connected, but nothing goes through it.',
      remedy: 'Disconnect the VPN and connect it again.',
    },
    'ipv6-outside': {
      problem: 'IPv6 traffic bypasses the VPN.',
      remedy: 'Ask helpdesk for a VPN profile that covers IPv6.',
    },
    'wrong-egress': {
      problem: 'Your traffic does not arrive from the company’s addresses (seen from {address}).',
      remedy: 'Reconnect the company VPN and check again.',
    },
  },
});

function vendor({ tunnels }: Fact, { vendors }: Settings): Verdicts {
  if (vendors.length === 0) return [];
  if (tunnels.some((tunnel) => tunnel.vendor !== undefined && vendors.includes(tunnel.vendor))) return [];
  const seen = tunnels.map((tunnel) => tunnel.vendor).find((name) => name !== undefined);
  if (seen === undefined) return [{ outcome: 'cannot-tell', code: 'absent', params: { what: 'which VPN this is' } }];
  return [{ outcome: 'fail', code: 'wrong-vendor', params: { vendor: seen, expected: vendors.join(', ') } }];
}

function route({ ipv4 }: Fact, settings: Settings): Verdicts {
  if (settings.route === 'any') return [];
  if (isUnknown(ipv4))
    return [{ outcome: 'cannot-tell', code: ipv4.cannotTell, params: { what: 'the way out (IPv4)' } }];
  if (ipv4 === 'full' || (ipv4 === 'split' && settings.route === 'split')) return [];
  return [{ outcome: 'fail', code: ipv4 === 'none' ? 'not-routed' : 'not-full' }];
}

function ipv6(fact: Fact, settings: Settings): Verdicts {
  if (settings.ipv6 === 'ignore' || fact.ipv6 === 'full' || fact.ipv6 === 'absent') return [];
  if (isUnknown(fact.ipv6)) {
    return [{ outcome: 'cannot-tell', code: fact.ipv6.cannotTell, params: { what: 'the way out (IPv6)' } }];
  }
  return [{ outcome: 'fail', code: 'ipv6-outside' }];
}

function egress(settings: Settings, around: Surroundings): Verdicts {
  if (settings.egress.length === 0) return [];
  const address = around.egress;
  if (address === undefined)
    return [{ outcome: 'cannot-tell', code: 'never-read', params: { what: 'your public address' } }];
  if (settings.egress.some((network) => contains(network, address))) return [];
  return [{ outcome: 'fail', code: 'wrong-egress', params: { address } }];
}
