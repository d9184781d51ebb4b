import { z } from 'zod';
import type { Transcript } from '../host/probe.ts';
import { type Answer, isAnswer, plistOf, textOf } from './answers.ts';
import { plistFile, program } from './probes.ts';

/** One interface as `ifconfig` shows it. */
export interface Interface {
  readonly name: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  /** `active` or `inactive`; absent for those without a medium. */
  readonly status: string | undefined;
  readonly media: string | undefined;
  readonly ipv4: readonly { readonly address: string; readonly netmask: number }[];
  /** Without those that only reach the same link. */
  readonly ipv6: readonly string[];
}

export const interfacesProbe = (why: string) => program('/sbin/ifconfig', ['-a'], why);

/** What sort of hardware is behind each interface, by its BSD name. */
export const hardwareProbe = plistFile(
  '/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist',
  'which network interfaces are Wi-Fi and which are wired',
);

export function interfacesOf(transcript: Transcript): Answer<Interface[]> {
  const text = textOf(transcript, 'ifconfig');
  if (!isAnswer(text)) return text;
  const blocks = text.value.split(/^(?=[a-z][a-z0-9]*: flags=)/m).flatMap(parseInterface);
  const last = blocks.at(-1);
  // Cards end with their status: one without it was cut off.
  const isWhole = last !== undefined && !(/^en\d/.test(last.name) && last.status === undefined);
  return isWhole ? { value: blocks } : { cannotTell: 'unparsable', detail: 'ifconfig' };
}

/** `en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500`, then lines that begin with a tab. */
function parseInterface(block: string): Interface[] {
  const [first = '', ...lines] = block.split('\n');
  const [, name, flags, mtu] =
    /^([a-z][a-z0-9]{1,20}): flags=[0-9a-f]+<([A-Z0-9_,b]*)>(?: mtu (\d+))?/.exec(first) ?? [];
  if (name === undefined || flags === undefined) return [];
  const after = (label: string) => lines.map((line) => line.trim()).filter((line) => line.startsWith(`${label} `));
  const word = (line: string | undefined, label: string) => line?.slice(label.length + 1).trim();
  return [
    {
      name,
      flags: flags.split(','),
      mtu: Number(mtu ?? 0),
      status: word(after('status:')[0], 'status:'),
      media: word(after('media:')[0], 'media:'),
      ipv4: after('inet').flatMap(parseIpv4),
      ipv6: after('inet6').flatMap(parseIpv6),
    },
  ];
}

/** `inet 10.8.0.2 --> 10.8.0.1 netmask 0xffffff00` */
function parseIpv4(line: string): Interface['ipv4'][number][] {
  const [, address, mask] = /^inet (\d+(?:\.\d+){3}) .{0,80}?netmask 0x([0-9a-f]{8})/.exec(line) ?? [];
  if (address === undefined || mask === undefined || address.startsWith('169.254.')) return [];
  return [{ address, netmask: Number.parseInt(mask, 16) }];
}

function parseIpv6(line: string): string[] {
  const address = /^inet6 ([0-9a-f:.]+)(?:%\S+)? /i.exec(line)?.[1];
  return address === undefined || /^(?:fe[89ab]|::1$)/i.test(address) ? [] : [address];
}

const Hardware = z.object({
  Interfaces: z.array(z.object({ 'BSD Name': z.string().optional(), SCNetworkInterfaceType: z.string().optional() })),
});

/** `IEEE80211`, `Ethernet`, `WWAN` and so on by BSD name. */
export function hardwareOf(transcript: Transcript): Answer<ReadonlyMap<string, string>> {
  const read = plistOf(transcript, 'NetworkInterfaces.plist', Hardware);
  if (!isAnswer(read)) return read;
  const pairs = read.value.Interfaces.flatMap((one): [string, string][] =>
    one['BSD Name'] && one.SCNetworkInterfaceType ? [[one['BSD Name'], one.SCNetworkInterfaceType]] : [],
  );
  return { value: new Map(pairs) };
}
