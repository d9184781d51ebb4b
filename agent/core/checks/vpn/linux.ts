import { z } from 'zod';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { CommandProbe, RunningProcess, Transcript } from '../../host/probe.ts';
import { type Parsed, reader, type unreadOf } from '../reader.ts';
import { Link, ResolvedRoute, TableRoute } from './ip-json.ts';
import { findTunnels, type Tunnel } from './tunnels.ts';
import { ipsecProcesses } from './vendors.ts';

type Fact = FactOf<'vpn'>;
type Name = 'links' | 'routes' | 'lowerHalf' | 'upperHalf' | 'ipv6' | 'processes';

const ip = (args: string, why: string): CommandProbe => ({
  kind: 'command',
  paths: ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'],
  args: args.split(' '),
  why,
});
const asks = 'which way public addresses leave, as the kernel decides it (nothing is sent to them)';

/**
 * What goes through a tunnel is the kernel's answer for public addresses, which gets policy routing and split halves
 * of the address space right; the route table only tells split from none.
 */
export const vpnLinux = reader<Fact, Name>({
  probes: {
    links: ip('-j -d address show', 'which tunnels are up and have an address'),
    routes: ip('-j route show table all', 'which networks are reached through a tunnel'),
    lowerHalf: ip('-j -4 route get 1.1.1.1', asks),
    upperHalf: ip('-j -4 route get 208.67.222.222', asks),
    ipv6: ip('-j -6 route get 2606:4700:4700::1111', asks),
    processes: { kind: 'processes', why: 'whose VPN it is' },
  },
  parse(transcripts): Parsed<Fact> {
    const links = parseJson(transcripts.links, z.array(Link));
    if ('cannotTell' in links) return links;
    const running = runningNames(transcripts.processes);
    const tunnels = findTunnels(links.value, running);
    if (tunnels.length === 0 && ipsecProcesses.some((name) => running.has(name))) {
      return { cannotTell: 'needs-admin', detail: 'IPsec without an interface is hidden from users' };
    }
    const routes = parseJson(transcripts.routes, z.array(TableRoute));
    const through = 'value' in routes ? routedThrough(routes.value, tunnels) : undefined;
    const ways = [wayOut(transcripts.lowerHalf), wayOut(transcripts.upperHalf)];
    return {
      fact: {
        tunnels: tunnels.slice(0, 16),
        ipv4: shareOf(ways, tunnels, through?.ipv4),
        ipv6: ipv6Of(wayOut(transcripts.ipv6), tunnels, through?.ipv6),
      },
    };
  },
});

type Unread = Exclude<ReturnType<typeof unreadOf>, undefined>;

function parseJson<T extends z.ZodType>(transcript: Transcript, schema: T): { value: z.output<T> } | Unread {
  if (transcript.outcome !== 'ok') return { cannotTell: transcript.outcome, detail: 'ip' };
  if (transcript.exitCode) return { cannotTell: 'failed', detail: `ip: ${transcript.errorText ?? ''}`.slice(0, 200) };
  try {
    return { value: schema.parse(JSON.parse(transcript.text)) };
  } catch {
    return { cannotTell: 'unparsable', detail: 'ip' };
  }
}

function runningNames(processes: Transcript): Set<string> {
  if (processes.outcome !== 'ok') return new Set();
  const running = JSON.parse(processes.text) as RunningProcess[];
  return new Set(running.flatMap(({ exe, comm }) => [exe ?? comm, comm]).map((name) => name.toLowerCase()));
}

/** How one public address leaves: by which interface, or by none where the kernel has no route. */
type Way = { device: string | undefined } | Unread;

function wayOut(transcript: Transcript): Way {
  const hasNoRoute = /unreachable|No route to host|Permission denied/i;
  if (transcript.outcome === 'ok' && transcript.exitCode && hasNoRoute.test(transcript.errorText ?? '')) {
    return { device: undefined };
  }
  const parsed = parseJson(transcript, z.array(ResolvedRoute));
  if ('cannotTell' in parsed) return parsed;
  const [route] = parsed.value;
  return { device: route?.type === undefined || route.type === 'unicast' ? route?.dev : undefined };
}

/** `split` is undefined where the route table could not be read. */
function shareOf(ways: readonly Way[], tunnels: readonly Tunnel[], split: boolean | undefined): Fact['ipv4'] {
  const unread = ways.find((way) => 'cannotTell' in way);
  if (unread) return unread;
  const names = new Set<string | undefined>(tunnels.map((tunnel) => tunnel.interface));
  const through = ways.filter((way) => 'device' in way && names.has(way.device)).length;
  if (through > 0) return through === ways.length ? 'full' : 'split';
  if (tunnels.length === 0) return 'none';
  if (split === undefined) return { cannotTell: 'failed', detail: 'ip route show' };
  return split ? 'split' : 'none';
}

function ipv6Of(way: Way, tunnels: readonly Tunnel[], split: boolean | undefined): Fact['ipv6'] {
  const hasNoWay = 'device' in way && way.device === undefined;
  return hasNoWay && split !== true ? 'absent' : shareOf([way], tunnels, split);
}

/** Whether any network beside a tunnel's own subnet is routed into a tunnel, by address family. */
function routedThrough(routes: readonly TableRoute[], tunnels: readonly Tunnel[]): { ipv4: boolean; ipv6: boolean } {
  const into = routes.filter(
    ({ dst, dev, type, scope, protocol }) =>
      tunnels.some((tunnel) => tunnel.interface === dev) &&
      (type === undefined || type === 'unicast') &&
      !(protocol === 'kernel' && (scope === 'link' || dst.includes(':'))) &&
      !/^(fe80|ff)/i.test(dst),
  );
  // `default` names no family; the kernel's own answer has covered it.
  return {
    ipv4: into.some(({ dst }) => dst.includes('.')),
    ipv6: into.some(({ dst }) => dst.includes(':')),
  };
}
