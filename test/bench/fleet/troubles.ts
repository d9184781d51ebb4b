import type { CheckId } from '../../../shared/checks/index.ts';
import { addSeconds } from '../../../shared/time.ts';
import type { Facts, Pc } from './pcs.ts';
import { within } from './programs.ts';
import type { Random } from './random.ts';

/** Something that goes wrong on a PC. */
export interface Trouble {
  readonly weight: number;
  readonly check: CheckId;
  /** Seconds until it locks; none: at once. */
  readonly within?: number;
  /** The facts once it has begun; undefined where it cannot happen to such a PC. */
  begin(pc: Pc, at: string): Partial<Facts> | undefined;
}

/** The update that many have put off, by the product of the system: clusters with one cause. */
const updates: Readonly<Record<string, string>> = {
  windows: 'KB5070773',
  macos: 'macOS Tahoe 26.1',
  ubuntu: 'linux-image-generic',
  debian: 'linux-image-amd64',
};
const updateMayWait = 14 * 86_400;

export const troubles: readonly Trouble[] = [
  {
    weight: 46,
    check: 'os-patch',
    within: within['os-patch'],
    begin({ facts }, at) {
      const patch = facts['os-patch'];
      if (!patch || 'cannotTell' in patch) return undefined;
      const names = [updates[patch.product] ?? patch.name];
      return { 'os-patch': { ...patch, security: { missing: 1, since: addSeconds(at, -updateMayWait), names } } };
    },
  },
  {
    weight: 14,
    check: 'wifi-security',
    within: within['wifi-security'],
    begin: ({ os }) => ({
      'wifi-security': {
        links: [{ interface: { windows: 'Wi-Fi', macos: 'en1', linux: 'wlp2s0' }[os], kind: 'wifi', security: 'open' }],
      },
    }),
  },
  {
    weight: 12,
    check: 'firewall',
    within: within.firewall,
    begin: ({ os, facts }) => {
      const known = facts.firewall;
      if (os !== 'windows' || !known || 'cannotTell' in known) return undefined;
      return { firewall: { ...known, profiles: known.profiles.map((profile) => ({ ...profile, state: 'off' })) } };
    },
  },
  {
    weight: 10,
    check: 'antivirus',
    within: within.antivirus,
    begin: ({ os }) =>
      os === 'windows'
        ? { antivirus: { products: [{ name: 'Norton 360', state: 'expired', signatures: 'old' }], builtIn: true } }
        : undefined,
  },
  {
    weight: 8,
    check: 'disk-encryption',
    within: within['disk-encryption'],
    begin: ({ os }) => ({
      'disk-encryption': { volumes: [{ mount: os === 'windows' ? 'C:' : '/', holds: 'system', state: 'off' }] },
    }),
  },
  {
    weight: 6,
    check: 'software',
    begin: ({ facts }) => {
      const known = facts.software;
      if (!known || 'cannotTell' in known) return undefined;
      return { software: { ...known, found: [{ id: 'anydesk', running: true, by: 'file-name' }] } };
    },
  },
  {
    weight: 4,
    check: 'vpn',
    begin: () => ({ vpn: { tunnels: [], ipv4: 'none', ipv6: 'absent' } }),
  },
  {
    weight: 1,
    check: 'virtual-machine',
    begin: () => ({ 'virtual-machine': { inside: 'machine', product: 'virtualbox' } }),
  },
];

/** A trouble that fits the PC, and the facts with it. */
export function drawTrouble(
  pc: Pc,
  wanted: { kinds: readonly Trouble[]; at(trouble: Trouble): string },
  random: Random,
) {
  for (;;) {
    const trouble = random.weighted(wanted.kinds);
    const at = wanted.at(trouble);
    const changed = trouble.begin(pc, at);
    if (changed) return { trouble, at, facts: { ...pc.facts, ...changed } as Facts };
  }
}
