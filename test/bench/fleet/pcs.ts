import { catalogueVersion } from '../../../shared/checks/catalogue.ts';
import type { Os } from '../../../shared/checks/define.ts';
import type { FactOf, Readings } from '../../../shared/checks/index.ts';
import type { Random } from './random.ts';

/** Facts of one PC, by check, without the times at which they were read. */
export type Facts = { [Id in keyof Readings]: FactOf<Id> | { cannotTell: 'location-off' | 'denied' | 'timeout' } };

export interface Pc {
  readonly os: Os;
  readonly system: string;
  readonly agentVersion: string;
  readonly facts: Facts;
}

type Patch = Pick<FactOf<'os-patch'>, 'product' | 'name' | 'version' | 'build' | 'kernel'>;

interface System extends Patch {
  readonly weight: number;
  readonly os: Os;
}

const systems: readonly System[] = [
  {
    weight: 34,
    os: 'windows',
    product: 'windows',
    name: 'Windows 11 Home 25H2',
    version: '11-25h2-w',
    build: '26200.7309',
  },
  {
    weight: 26,
    os: 'windows',
    product: 'windows',
    name: 'Windows 11 Pro 25H2',
    version: '11-25h2-w',
    build: '26200.7309',
  },
  {
    weight: 12,
    os: 'windows',
    product: 'windows',
    name: 'Windows 11 Pro 26H1',
    version: '11-26h1-w',
    build: '28000.1340',
  },
  {
    weight: 6,
    os: 'windows',
    product: 'windows',
    name: 'Windows 11 Enterprise 24H2',
    version: '11-24h2-e',
    build: '26100.7309',
  },
  { weight: 5, os: 'macos', product: 'macos', name: 'macOS 26.1', version: '26.1', build: '25B78', kernel: '25.1.0' },
  {
    weight: 4,
    os: 'macos',
    product: 'macos',
    name: 'macOS 15.7.2',
    version: '15.7.2',
    build: '24G325',
    kernel: '24.6.0',
  },
  {
    weight: 2,
    os: 'macos',
    product: 'macos',
    name: 'macOS 14.8.2',
    version: '14.8.2',
    build: '23J126',
    kernel: '23.6.0',
  },
  {
    weight: 6,
    os: 'linux',
    product: 'ubuntu',
    name: 'Ubuntu 24.04.3 LTS',
    version: '24.04',
    kernel: '6.14.0-36-generic',
  },
  { weight: 2, os: 'linux', product: 'ubuntu', name: 'Ubuntu 26.04 LTS', version: '26.04', kernel: '7.0.0-12-generic' },
  {
    weight: 3,
    os: 'linux',
    product: 'debian',
    name: 'Debian GNU/Linux 13 (trixie)',
    version: '13',
    build: '13.2',
    kernel: '6.12.57+deb13-amd64',
  },
];

const agentVersions = [
  { weight: 82, version: '0.1.0' },
  { weight: 12, version: '0.0.9' },
  { weight: 6, version: '0.0.8' },
];

const wifi = [
  { weight: 55, security: 'wpa2-personal' },
  { weight: 24, security: 'wpa2-wpa3-transition' },
  { weight: 19, security: 'wpa3-personal' },
  { weight: 2, security: 'wpa2-enterprise' },
] as const;

const tunnels = [
  { weight: 40, interface: 'office', kind: 'wireguard', vendor: 'wireguard' },
  { weight: 30, interface: 'Ethernet 5', kind: 'tun', vendor: 'globalprotect' },
  { weight: 20, interface: 'Ethernet 3', kind: 'tun', vendor: 'cisco-secure-client' },
  { weight: 10, interface: 'Zscaler', kind: 'tun', vendor: 'zscaler' },
];

/** A PC with nothing on it that locks, read at a time; `vpn`: its work goes through the company's line. */
export function makePc({ vpn, at }: { vpn: boolean; at: string }, random: Random): Pc {
  const { weight: _weight, os, ...patch } = random.weighted(systems);
  const { version } = random.weighted(agentVersions);
  const facts: Facts = {
    'os-patch': patchedOs(patch, at, random),
    'wifi-security': links(os, random),
    vpn: tunnel(vpn, random),
    software: { catalogue: catalogueVersion, found: [] },
    ...guards[os](at, random),
    'screen-lock': { idle: random.chance(0.06) ? 1_800 : random.pick([300, 600, 900]), password: true, grace: 0 },
    'admin-rights': rights[os](random),
    'auto-login': { on: random.chance(0.01) },
    'virtual-machine': { inside: 'no' },
    'removable-media': {
      media: random.chance(0.02) ? [{ bus: 'usb', encrypted: false, readOnly: false }] : [],
      blocked: false,
    },
    'time-sync': { automatic: true, synchronised: true },
    'agent-health': agentHealth(os, version, random),
  };
  return { os, system: patch.name, agentVersion: version, facts };
}

function patchedOs(patch: Patch, at: string, random: Random): FactOf<'os-patch'> {
  const missing = random.chance(0.15) ? random.whole(1, 4) : 0;
  return {
    ...patch,
    security: { missing, names: [], ...(missing > 0 && { since: at }) },
    listsAt: at,
    installedAt: at,
    reboot: { pending: random.chance(0.05) },
    automaticUpdates: random.chance(0.93),
  };
}

function links(os: Os, random: Random): NonNullable<Facts['wifi-security']> {
  const wired = { windows: 'Ethernet', macos: 'en0', linux: 'enp3s0' }[os];
  const wireless = { windows: 'Wi-Fi', macos: 'en1', linux: 'wlp2s0' }[os];
  if (random.chance(0.34)) return { links: [{ interface: wired, kind: 'wired' }] };
  if (random.chance(0.01)) return { links: [{ interface: 'wwan0', kind: 'cellular' }] };
  // Windows and macOS show the network only to programs that may know the place.
  if (os !== 'linux' && random.chance(0.04)) return { cannotTell: 'location-off' };
  return { links: [{ interface: wireless, kind: 'wifi', security: random.weighted(wifi).security }] };
}

function tunnel(vpn: boolean, random: Random): FactOf<'vpn'> {
  const isUp = vpn || random.chance(0.35);
  if (!isUp) return { tunnels: [], ipv4: 'none', ipv6: random.chance(0.4) ? 'none' : 'absent' };
  const { weight: _weight, ...up } = random.weighted(tunnels);
  return { tunnels: [up], ipv4: vpn || random.chance(0.2) ? 'full' : 'split', ipv6: 'absent' };
}

type Guards = Pick<Required<Facts>, 'disk-encryption' | 'firewall' | 'antivirus' | 'remote-login' | 'secure-boot'>;

const guards: Readonly<Record<Os, (at: string, random: Random) => Guards>> = {
  windows: (at, random) => ({
    'disk-encryption': { volumes: [{ mount: 'C:', holds: 'system', state: 'on', by: 'bitlocker' }] },
    firewall: {
      profiles: (['domain', 'private', 'public'] as const).map((name) => ({
        ...{ name, state: 'on', inbound: 'block', inUse: name === 'private' },
      })),
      products: [],
    },
    antivirus: {
      products: [{ name: 'Windows Defender', state: 'on', signatures: 'current', signaturesAt: at }],
      builtIn: true,
    },
    'remote-login': {
      services: [
        { kind: 'rdp', state: random.chance(0.02) ? 'on' : 'off' },
        { kind: 'remote-management', state: 'off' },
        { kind: 'file-sharing', state: 'off' },
      ],
      remoteSession: false,
    },
    'secure-boot': {
      secureBoot: random.chance(0.96) ? 'on' : 'off',
      tpm: '2.0',
      integrity: random.pick(['on', 'on', 'off']),
    },
  }),
  macos: (_at, random) => ({
    'disk-encryption': { volumes: [{ mount: '/', holds: 'system', state: 'on', by: 'filevault' }] },
    firewall: { profiles: [{ name: 'application', inUse: true, state: 'on', inbound: 'block' }], products: [] },
    antivirus: { products: [{ name: 'XProtect', state: 'on', signatures: 'current' }], builtIn: true },
    'remote-login': {
      services: [
        { kind: 'ssh', state: random.chance(0.03) ? 'on' : 'off' },
        { kind: 'screen-sharing', state: 'off' },
        { kind: 'remote-management', state: 'off' },
      ],
      remoteSession: false,
    },
    'secure-boot': { secureBoot: 'on', tpm: 'built-in', integrity: 'on' },
  }),
  linux: (_at, random) => ({
    'disk-encryption': { volumes: [{ mount: '/', holds: 'system', state: 'on', by: 'luks2' }] },
    firewall: { profiles: [{ name: 'ufw', inUse: true, state: 'on', inbound: 'block' }], products: [] },
    antivirus: { products: [], builtIn: false },
    'remote-login': { services: [{ kind: 'ssh', state: random.chance(0.04) ? 'on' : 'off' }], remoteSession: false },
    'secure-boot': { secureBoot: random.pick(['on', 'on', 'off']), tpm: '2.0', integrity: 'partly' },
  }),
};

const rights: Readonly<Record<Os, (random: Random) => FactOf<'admin-rights'>>> = {
  windows: (random) =>
    random.chance(0.4) ? { rights: 'with-consent', by: ['S-1-5-32-544'] } : { rights: 'ordinary', by: [] },
  macos: (random) => (random.chance(0.7) ? { rights: 'with-consent', by: ['admin'] } : { rights: 'ordinary', by: [] }),
  linux: (random) => (random.chance(0.8) ? { rights: 'with-consent', by: ['sudo'] } : { rights: 'ordinary', by: [] }),
};

function agentHealth(os: Os, version: string, random: Random): FactOf<'agent-health'> {
  const permissions: FactOf<'agent-health'>['permissions'] = [{ name: 'autostart', granted: true }];
  if (os !== 'linux') permissions.push({ name: 'location', granted: !random.chance(0.04) });
  return {
    version,
    update: { state: 'current' },
    files: 'intact',
    permissions,
    key: random.pick(['file', 'key-store']),
  };
}
