import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { WifiSecurity } from '../../../../shared/checks/wifi-security.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, mostTelling, valueIn } from '../../macos/answers.ts';
import { hardwareOf, hardwareProbe, type Interface, interfacesOf, interfacesProbe } from '../../macos/network.ts';
import { profiler, program } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';
import { linksByAirport, linksByProfiler, linksBySummary, type Radio, summaryIsEnough } from './macos-radio.ts';

type Fact = FactOf<'wifi-security'>;
type Link = Fact['links'][number];
type Name = 'interfaces' | 'hardware' | 'summary0' | 'summary1' | 'profile' | 'airport';

const summary = (name: string) =>
  program('/usr/sbin/ipconfig', ['getsummary', name], `how the Wi-Fi in use is protected, if ${name} is Wi-Fi`);

/**
 * Three sources that know the security of a Wi-Fi without the location permission, the quickest first. Its name is kept
 * from all of them since macOS 14, and is not needed.
 */
export const wifiSecurityMacos = reader<Fact, Name>({
  probes: {
    interfaces: interfacesProbe('which network links are up'),
    hardware: hardwareProbe,
    summary0: summary('en0'),
    summary1: summary('en1'),
    profile: profiler('SPAirPortDataType', 'how the Wi-Fi in use is protected (its name is not read)', {
      unless: { probes: ['summary0', 'summary1'], said: summaryIsEnough },
    }),
    airport: program(
      '/System/Library/PrivateFrameworks/Apple80211.framework/Versions/Current/Resources/airport',
      ['--getinfo'],
      'how the Wi-Fi in use is protected, on macOS before 14.4',
    ),
  },
  parse: parseWifi,
});

function parseWifi(transcripts: Readonly<Record<Name, Transcript>>): Parsed<Fact> {
  const interfaces = interfacesOf(transcripts.interfaces);
  const hardware = hardwareOf(transcripts.hardware);
  const sources = [
    linksBySummary('en0', transcripts.summary0),
    linksBySummary('en1', transcripts.summary1),
    linksByProfiler(transcripts.profile),
    linksByAirport(transcripts.airport, valueIn(hardware)),
  ];
  const said = sources.filter((source) => isAnswer(source)).flatMap(({ value }) => value);
  const isSilent = !isAnswer(interfaces) && sources.every((source) => !isAnswer(source));
  if (isSilent) return mostTelling(interfaces, ...sources);
  const active = (valueIn(interfaces) ?? []).filter(isLink);
  const links = active.map((one) => linkOf(one, said, sources, valueIn(hardware)));
  // Radios that a source calls up are links by its word alone.
  const more = said.filter(
    ({ name, isUp, isWifi }) => isUp && isWifi && !links.some((link) => link.interface === name),
  );
  const names = [...new Set(more.map(({ name }) => name))];
  return { fact: { links: [...links, ...names.map((name) => wireless(name, said, sources))].slice(0, 16) } };
}

/** Cards and adapters are `en0`, `en1` …; AWDL, bridges, tunnels and virtual machines have other names. */
function isLink({ name, status, flags }: Interface): boolean {
  return /^en\d+$/.test(name) && status === 'active' && flags.includes('UP');
}

function linkOf(
  { name, media = '' }: Interface,
  said: readonly Radio[],
  sources: readonly Answer<Radio[]>[],
  hardware: ReadonlyMap<string, string> | undefined,
): Link {
  const sort = hardware?.get(name);
  if (sort === 'WWAN') return { interface: name, kind: 'cellular' };
  const isRadio = sort === 'IEEE80211' || said.some((radio) => radio.name === name && radio.isWifi);
  const isWire =
    sort === 'Ethernet' || /base/i.test(media) || said.some((radio) => radio.name === name && !radio.isWifi);
  if (!isRadio && isWire) return { interface: name, kind: 'wired' };
  return wireless(name, said, sources);
}

function wireless(name: string, said: readonly Radio[], sources: readonly Answer<Radio[]>[]): Link {
  const own = said.filter((radio) => radio.name === name && radio.isUp);
  const known = own.map(({ security }) => security).find((security) => typeof security === 'string');
  return { interface: name, kind: 'wifi', security: known ?? hiddenBy(own, sources) };
}

/** Where a source shows the link and keeps its name and its protection to itself, the location permission is off. */
function hiddenBy(own: readonly Radio[], sources: readonly Answer<Radio[]>[]): CannotTell | WifiSecurity {
  const reasons = own.map(({ security }) => security).filter((security) => typeof security !== 'string');
  if (reasons.length > 0)
    return reasons.find(({ cannotTell }) => cannotTell !== 'location-off') ?? (reasons[0] as CannotTell);
  return mostTelling(...sources);
}
