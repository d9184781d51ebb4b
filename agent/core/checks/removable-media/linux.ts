import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Parsed, reader, unreadOf } from '../reader.ts';
import { mediumOf, Plugged, type SystemDevices } from './drives.ts';

type Fact = FactOf<'removable-media'>;
type Name = 'plugged' | 'mounts' | 'moduleRules' | 'storageModule' | 'deviceRules' | 'usbGuard';
type Transcripts = Readonly<Record<Name, Transcript>>;

/** What is attached, whether it is mounted or not. Discs and phones are only those that can be written to or read. */
export const removableMediaLinux = reader<Fact, Name>({
  probes: {
    plugged: { kind: 'plugged', why: 'which disks, sticks, cards and phones are plugged in (not their names)' },
    mounts: {
      kind: 'file',
      paths: ['/proc/self/mountinfo'],
      keep: /^\d+ \d+ \d+:\d+ \S+ \/(boot|boot\/efi|efi|usr|var|home)? /,
      why: 'which disk the system itself runs from',
    },
    moduleRules: {
      kind: 'files',
      folder: '/etc/modprobe.d',
      names: /\.conf$/,
      keep: /usb[-_]storage|\buas\b/,
      why: 'whether USB disks are refused',
    },
    storageModule: {
      kind: 'file',
      paths: ['/sys/module/usb_storage/parameters/delay_use'],
      why: 'whether the driver for USB disks is loaded all the same',
    },
    deviceRules: {
      kind: 'files',
      folder: '/etc/udev/rules.d',
      names: /\.rules$/,
      keep: /\bauthorized\b/,
      why: 'whether USB devices are refused one by one',
    },
    usbGuard: {
      kind: 'file',
      paths: ['/etc/usbguard/usbguard-daemon.conf'],
      keep: /^RuleFile=/,
      why: 'whether USBGuard decides about USB devices',
    },
  },
  parse(transcripts): Parsed<Fact> {
    const { plugged: raw } = transcripts;
    if (raw.outcome !== 'ok') return { cannotTell: raw.outcome, detail: raw.detail };
    const plugged = Plugged.safeParse(jsonOf(raw.text));
    if (!plugged.success) return { cannotTell: 'unparsable', detail: 'the list of drives' };
    const { drives, phones, hubs } = plugged.data;
    const system = systemDevices(transcripts.mounts);
    const media = drives.map((drive) => mediumOf(drive, system)).filter((medium) => medium !== undefined);
    const unread = media.length > 0 ? unreadOf(transcripts.mounts) : undefined;
    const attached = unread ?? [...media, ...phonesAs(phones)].slice(0, 16);
    return { fact: { media: attached, blocked: blockedOf(transcripts, hubs) } };
  },
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Without these, a stick could not be told from the disk of the system: `36 35 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw`;
 * btrfs has a number of its own and names its device.
 */
function systemDevices(mounts: Transcript): SystemDevices {
  const lines = mounts.outcome === 'ok' ? mounts.text.split('\n') : [];
  return new Set(
    lines.flatMap((line) => {
      const [before = '', after = ''] = line.split(' - ');
      return [before.split(' ')[2] ?? '', after.split(' ')[1] ?? ''].filter((id) => id !== '');
    }),
  );
}

function phonesAs(count: number): Extract<Fact['media'], unknown[]> {
  const unknown = { cannotTell: 'unsupported', detail: 'phones do not say' } as const;
  return Array.from({ length: Math.min(count, 16) }, () => ({ bus: 'usb', encrypted: unknown, readOnly: unknown }));
}

function blockedOf(transcripts: Transcripts, hubs: readonly string[]): Fact['blocked'] {
  const { usbGuard, moduleRules, deviceRules, storageModule } = transcripts;
  if (usbGuard.outcome !== 'absent') return { cannotTell: 'needs-admin', detail: 'the rules of USBGuard' };
  const unread = [moduleRules, deviceRules].find(({ outcome }) => outcome !== 'ok' && outcome !== 'absent');
  if (unread) return unreadOf(unread) ?? false;
  if (hubs.length > 0 && hubs.every((word) => word === '0')) return true;
  if (storageModule.outcome === 'absent' && refusesModule(moduleRules)) return true;
  const isByDevice = deviceRules.outcome === 'ok' && /^[^#]*\bauthorized\b/m.test(deviceRules.text);
  return isByDevice ? { cannotTell: 'unsupported', detail: 'rules of udev about single devices' } : false;
}

/** The driver for faster disks needs the common one, which is why refusing that is enough; skipping takes both. */
function refusesModule(rules: Transcript): boolean {
  const text = rules.outcome === 'ok' ? rules.text : '';
  const isRefused = /^[ \t]*install[ \t]+usb[-_]storage[ \t]+(\/usr)?\/s?bin\/(true|false)\b/m.test(text);
  const isSkipped = (name: string) => new RegExp(`^[ \\t]*blacklist[ \\t]+${name}[ \\t]*$`, 'm').test(text);
  return isRefused || (isSkipped('usb[-_]storage') && isSkipped('uas'));
}
