import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, mostTelling, textOf, valueIn } from '../../macos/answers.ts';
import { interfacesOf, interfacesProbe } from '../../macos/network.ts';
import { program } from '../../macos/probes.ts';
import { processList, runningNames } from '../../macos/process-list.ts';
import { type Parsed, reader } from '../reader.ts';
import { type Route, routesOf, type Way, wayByKernel, wayByTable } from './macos-routes.ts';
import { connectedServices, findTunnels, kindOf, routedThrough, type Service } from './macos-tunnels.ts';
import type { Tunnel } from './tunnels.ts';

type Fact = FactOf<'vpn'>;
type Name = 'links' | 'routes' | 'lowerHalf' | 'upperHalf' | 'ipv6' | 'nwi' | 'services' | 'processes';
type Transcripts = Readonly<Record<Name, Transcript>>;

const publicAddresses = { lowerHalf: '1.1.1.1', upperHalf: '208.67.222.222', ipv6: '2606:4700:4700::1111' } as const;
const asks = 'which way public addresses leave, as the kernel decides it (nothing is sent to them)';

/**
 * What goes through a tunnel is the kernel’s answer for public addresses; the route table stands in for it and tells
 * split from none.
 */
export const vpnMacos = reader<Fact, Name>({
  probes: {
    links: interfacesProbe('which tunnels are up and have an address'),
    routes: program('/usr/sbin/netstat', ['-rn'], 'which networks are reached through a tunnel'),
    lowerHalf: program('/sbin/route', ['-n', 'get', publicAddresses.lowerHalf], asks),
    upperHalf: program('/sbin/route', ['-n', 'get', publicAddresses.upperHalf], asks),
    ipv6: program('/sbin/route', ['-n', 'get', '-inet6', publicAddresses.ipv6], asks),
    nwi: program('/usr/sbin/scutil', ['--nwi'], 'which tunnels the system knows of'),
    services: program('/usr/sbin/scutil', ['--nc', 'list'], 'whose VPN is connected (its name is not read)'),
    processes: processList('whose VPN it is'),
  },
  parse: parseVpn,
});

function parseVpn(transcripts: Transcripts): Parsed<Fact> {
  const interfaces = interfacesOf(transcripts.links);
  const routes = routesOf(transcripts.routes);
  const known = tunnelsByNwi(transcripts.nwi);
  const services = servicesOf(transcripts.services);
  const ways = waysOf(transcripts, valueIn(routes));
  const found = findTunnels({
    interfaces: valueIn(interfaces),
    routes: valueIn(routes),
    known: valueIn(known) ?? new Map(),
    services: valueIn(services) ?? [],
    running: runningNames(transcripts.processes),
  });
  const tunnels = withWays(found, Object.values(ways));
  const sees = isAnswer(interfaces) || isAnswer(routes);
  // Without interfaces and routes the absence of a tunnel cannot be seen, only its presence.
  if (!sees && tunnels.length === 0) return byServices(services, [interfaces, routes, known]);
  const through = isAnswer(routes) ? routedThrough(routes.value, tunnels, valueIn(interfaces)) : undefined;
  return {
    fact: {
      tunnels: tunnels.slice(0, 16),
      ipv4: shareOf([ways.lowerHalf, ways.upperHalf], tunnels, through?.ipv4),
      ipv6: ipv6Of(ways.ipv6, tunnels, through?.ipv6),
    },
  };
}

/** `   utun2 : flags      : 0x5 (IPv4,DNS)`, and under it `VPN server : …` where the system knows that it is a VPN. */
function tunnelsByNwi(transcript: Transcript): Answer<ReadonlyMap<string, boolean>> {
  const text = textOf(transcript, 'scutil --nwi');
  if (!isAnswer(text)) return text;
  if (!/^Network information/m.test(text.value)) return { cannotTell: 'unparsable', detail: 'scutil --nwi' };
  const found = new Map<string, boolean>();
  let name = '';
  for (const line of text.value.split('\n')) {
    name = /^ *([a-z]+\d+) : flags +: /.exec(line)?.[1] ?? name;
    if (kindOf(name) === undefined) continue;
    found.set(name, found.get(name) === true || /^ +VPN server : /.test(line));
  }
  return { value: found };
}

function servicesOf(transcript: Transcript): Answer<Service[]> {
  const text = textOf(transcript, 'scutil --nc list');
  if (!isAnswer(text)) return text;
  const isList =
    /^Available network connection services/m.test(text.value) ||
    text.value.trim() === 'No network connection services';
  return isList ? { value: connectedServices(text.value) } : { cannotTell: 'unparsable', detail: 'scutil --nc list' };
}

/** Many clients are missing from the list, so only one that is connected says something. */
function byServices(services: Answer<Service[]>, others: readonly Answer<unknown>[]): Parsed<Fact> {
  const unread = mostTelling(...others, services);
  const [first] = valueIn(services) ?? [];
  if (first === undefined) return unread;
  const { vendor } = first;
  return {
    fact: { tunnels: [{ interface: 'unknown', kind: 'vpn', ...(vendor && { vendor }) }], ipv4: unread, ipv6: unread },
  };
}

type Ways = Readonly<Record<keyof typeof publicAddresses, Answer<Way>>>;

function waysOf(transcripts: Transcripts, routes: readonly Route[] | undefined): Ways {
  const way = (name: keyof typeof publicAddresses): Answer<Way> => {
    const asked = wayByKernel(transcripts[name]);
    return isAnswer(asked) || routes === undefined ? asked : { value: wayByTable(routes, publicAddresses[name]) };
  };
  return { lowerHalf: way('lowerHalf'), upperHalf: way('upperHalf'), ipv6: way('ipv6') };
}

/** A tunnel through which public addresses leave is up, whatever else could not be read. PPP may be broadband. */
function withWays(tunnels: readonly Tunnel[], ways: readonly Answer<Way>[]): readonly Tunnel[] {
  const names = ways.flatMap((way) => (isAnswer(way) && way.value.device ? [way.value.device] : []));
  const more = [...new Set(names)].filter((name) => !tunnels.some((tunnel) => tunnel.interface === name));
  return [...tunnels, ...more.flatMap((name) => withKind(name))];
}

function withKind(name: string): Tunnel[] {
  const kind = kindOf(name);
  return kind === 'utun' || kind === 'ipsec' || kind === 'gpd' ? [{ interface: name, kind }] : [];
}

/** `split` is undefined where the route table could not be read. */
function shareOf(ways: readonly Answer<Way>[], tunnels: readonly Tunnel[], split: boolean | undefined): Fact['ipv4'] {
  if (tunnels.length === 0) return 'none';
  const unread = ways.find((way): way is CannotTell => !isAnswer(way));
  if (unread) return unread;
  const names = new Set<string | undefined>(tunnels.map((tunnel) => tunnel.interface));
  const through = ways.filter((way) => isAnswer(way) && names.has(way.value.device)).length;
  if (through > 0) return through === ways.length ? 'full' : 'split';
  if (split === undefined) return { cannotTell: 'failed', detail: 'netstat' };
  return split ? 'split' : 'none';
}

function ipv6Of(way: Answer<Way>, tunnels: readonly Tunnel[], split: boolean | undefined): Fact['ipv6'] {
  const hasNoWay = isAnswer(way) && way.value.device === undefined;
  return hasNoWay && split !== true ? 'absent' : shareOf([way], tunnels, split);
}
