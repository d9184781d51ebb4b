import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Adapter, Adapters } from '../../windows/adapters.ts';
import { parseNative } from '../../windows/native.ts';
import { parseProcesses } from '../../windows/processes.ts';
import { type Parsed, reader } from '../reader.ts';
import { type Family, familyOf, wayByTable } from './windows-routes.ts';
import { findTunnels, undialled } from './windows-tunnels.ts';

type Fact = FactOf<'vpn'>;
type Name = 'adapters' | 'routes' | 'ras' | 'processes';

const Ras = z.object({
  connections: z.array(z.object({ entry: z.string(), deviceType: z.string(), device: z.string() })),
});

export const Routes = z.object({
  routes: z.array(
    z.object({ luid: z.string(), to: z.string(), length: z.number(), metric: z.number(), protocol: z.number() }),
  ),
  ways: z.array(z.object({ to: z.string(), luid: z.string().optional(), error: z.number().optional() })),
});
export type Routes = z.output<typeof Routes>;

/** What goes through a tunnel is Windows' own choice of a route for public addresses, where it can be asked for it. */
export const vpnWindows = reader<Fact, Name>({
  probes: {
    adapters: { kind: 'windows', call: 'adapters', why: 'which tunnels are up and have an address' },
    routes: {
      kind: 'windows',
      call: 'routes',
      why: 'what is reached through a tunnel, and which way public addresses leave (nothing is sent to them)',
    },
    ras: { kind: 'windows', call: 'ras', why: 'whether a VPN that is built into Windows is connected' },
    processes: { kind: 'processes', why: 'whose VPN it is' },
  },
  parse(transcripts): Parsed<Fact> {
    const seen = parseNative(transcripts.adapters, Adapters, 'adapters');
    if ('cannotTell' in seen) return seen;
    const ras = parseNative(transcripts.ras, Ras, 'ras');
    const dialled = 'value' in ras ? ras.value.connections : [];
    const strange = undialled(seen.value.adapters, dialled);
    if (strange) {
      const detail = `“${strange.name}” was dialled by somebody else, or by Windows itself`.slice(0, 200);
      return 'cannotTell' in ras ? ras : { cannotTell: 'needs-admin', detail };
    }
    const tunnels = findTunnels(seen.value.adapters, dialled, runningNames(transcripts.processes));
    const routes = parseNative(transcripts.routes, Routes, 'routes');
    const luids = new Set(tunnels.map(({ luid }) => luid));
    const share = (family: Family) =>
      'cannotTell' in routes
        ? tunnels.length === 0
          ? 'none'
          : routes
        : shareOf(routes.value, seen.value.adapters, luids, family);
    const ipv4 = share('ipv4');
    return {
      fact: {
        tunnels: tunnels.slice(0, 16).map(({ luid: _luid, ...tunnel }) => tunnel),
        ipv4: ipv4 === 'absent' ? 'none' : ipv4,
        ipv6: share('ipv6'),
      },
    };
  },
});

function runningNames(processes: Transcript): Set<string> {
  const running = parseProcesses(processes) ?? [];
  return new Set(running.map(({ exe, comm }) => (exe ?? comm).toLowerCase().replace(/\.exe$/, '')));
}

/** ERROR_NETWORK_UNREACHABLE, ERROR_HOST_UNREACHABLE and ERROR_NOT_FOUND: there is no way. */
const noWay = [1231, 1232, 1168];

function shareOf(
  routes: Routes,
  adapters: readonly Adapter[],
  tunnels: ReadonlySet<string>,
  family: Family,
): Fact['ipv6'] {
  const ways = routes.ways.filter(({ to }) => familyOf(to) === family).map((way) => chosen(way, routes, adapters));
  const unread = ways.find((way): way is CannotTell => 'cannotTell' in way);
  if (unread || ways.length === 0) return unread ?? { cannotTell: 'unparsable', detail: 'routes' };
  const through = ways.filter((way) => 'luid' in way && tunnels.has(way.luid ?? '')).length;
  if (through > 0) return through === ways.length ? 'full' : 'split';
  if (routes.routes.some((route) => leadsInto(route, tunnels, family))) return 'split';
  return ways.every((way) => 'luid' in way && way.luid === undefined) ? 'absent' : 'none';
}

function chosen(
  { to, luid, error }: Routes['ways'][number],
  { routes }: Routes,
  adapters: readonly Adapter[],
): { luid: string | undefined } | CannotTell {
  if (luid !== undefined) return { luid };
  if (error !== undefined && noWay.includes(error)) return { luid: undefined };
  // No answer from Windows, as under Wine: the table is walked by its own rules.
  return { luid: wayByTable(to, routes, adapters) };
}

/** Route protocols: 2 is local, which is the tunnel's own address and subnet. */
const local = 2;

/** Whether a network beside the tunnel's own is routed into it; multicast and link-local ones do not count. */
function leadsInto(route: Routes['routes'][number], tunnels: ReadonlySet<string>, family: Family): boolean {
  const isOwn = route.protocol === local || /^(fe80|ff|22[4-9]\.|23\d\.|255\.|169\.254\.)/i.test(route.to);
  return tunnels.has(route.luid) && familyOf(route.to) === family && !isOwn;
}
