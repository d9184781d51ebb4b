import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { FolderProbe, Transcript } from '../../host/probe.ts';
import { type Parsed, reader } from '../reader.ts';
import { BlockDevices, type Device, devicesIn, type MapperIds } from './block-devices.ts';
import { type Mount, parseMounts } from './mounts.ts';
import { volumesOf } from './volumes.ts';

type Fact = FactOf<'disk-encryption'>;
type Name = 'devices' | 'mounts' | 'udev' | 'zfs' | 'kernel' | 'fscrypt' | 'fscryptHome';
type Transcripts = Readonly<Record<Name, Transcript>>;

const fscrypt = (path: string): FolderProbe => ({
  kind: 'folder',
  path,
  why: 'whether single folders are encrypted with fscrypt (only that it is there)',
});

/**
 * What lies below each mounted volume, down to the disk. The kernel says what is mounted, lsblk what lies on what, and
 * udev how a layer encrypts; what a volume's label or name sounds like counts for nothing.
 */
export const diskEncryptionLinux = reader<Fact, Name>({
  probes: {
    devices: {
      kind: 'command',
      paths: ['/usr/bin/lsblk', '/bin/lsblk'],
      args: '--json --output NAME,KNAME,MAJ:MIN,TYPE,FSTYPE,UUID,MOUNTPOINT,RM,HOTPLUG,TRAN'.split(' '),
      why: 'which volumes lie on an encrypted layer',
    },
    mounts: { kind: 'file', paths: ['/proc/self/mountinfo'], why: 'which volumes hold the system and your files' },
    udev: {
      kind: 'files',
      folder: '/run/udev/data',
      names: /^b\d+:\d+$/,
      keep: /^(I:|E:DM_NAME=|E:DM_UUID=)/,
      why: 'how an encrypted layer encrypts',
    },
    zfs: {
      kind: 'command',
      paths: ['/usr/sbin/zfs', '/sbin/zfs', '/usr/bin/zfs'],
      args: 'get -H -p -o name,value -t filesystem encryption'.split(' '),
      why: 'whether ZFS encrypts',
    },
    kernel: { kind: 'file', paths: ['/proc/sys/kernel/osrelease'], why: 'tells a PC from Linux inside Windows' },
    fscrypt: fscrypt('/.fscrypt'),
    fscryptHome: fscrypt('/home/.fscrypt'),
  },
  parse: parseDiskEncryption,
});

function parseDiskEncryption(transcripts: Transcripts): Parsed<Fact> {
  const { kernel, mounts: rawMounts } = transcripts;
  if (kernel.outcome === 'ok' && /microsoft/i.test(kernel.text)) {
    return { cannotTell: 'absent', detail: 'Linux inside Windows: the disk is the one of Windows' };
  }
  const devices = parseDevices(transcripts);
  if ('cannotTell' in devices) return devices;
  const mounts = rawMounts.outcome === 'ok' ? parseMounts(rawMounts.text) : mountsOf(devices.list);
  if (!mounts) return { cannotTell: 'unparsable', detail: '/proc/self/mountinfo' };
  const system = mounts.find(({ at }) => at === '/');
  const isImage = system && /^(overlay|tmpfs|ramfs|rootfs|squashfs)$/.test(system.fstype);
  if (isImage && !mounts.some(({ at }) => at === '/sysroot')) {
    return { cannotTell: 'absent', detail: `the system lies on ${system.fstype}: a container, or no disk of its own` };
  }
  const volumes = volumesOf({
    devices: devices.list,
    mounts: mounts.filter(({ at }) => !isImage || at !== '/').map(asSystem(isImage === true)),
    zfs: parseZfs(transcripts.zfs),
    hasFscrypt: [transcripts.fscrypt, transcripts.fscryptHome].some(isThere),
  });
  if (volumes.length === 0) return { cannotTell: 'absent', detail: 'no volume is mounted' };
  return { fact: { volumes: volumes.slice(0, 32) } };
}

function parseDevices(transcripts: Transcripts): { list: Device[] } | Extract<Parsed<Fact>, { cannotTell: unknown }> {
  const { devices } = transcripts;
  if (devices.outcome !== 'ok') return { cannotTell: devices.outcome, detail: devices.detail };
  if (devices.exitCode && devices.text.trim() === '') {
    return { cannotTell: 'failed', detail: `lsblk: ${devices.errorText ?? ''}`.trim().slice(0, 200) };
  }
  try {
    const list = devicesIn(BlockDevices.parse(JSON.parse(devices.text)), parseMapperIds(transcripts.udev));
    return { list };
  } catch {
    return { cannotTell: 'unparsable', detail: 'lsblk' };
  }
}

/** Without the kernel's own list: where lsblk says that its devices are. */
function mountsOf(devices: readonly Device[]): Mount[] {
  return devices.flatMap(({ mounts, number = '', fstype = '', kname }) =>
    mounts.filter((at) => at.startsWith('/')).map((at) => ({ at, number, fstype, source: `/dev/${kname}` })),
  );
}

/** The disk of a system that is started from an image of itself (ostree) is at `/sysroot`. */
function asSystem(isImage: boolean): (mount: Mount) => Mount {
  return (mount) => (isImage && mount.at === '/sysroot' ? { ...mount, at: '/' } : mount);
}

/** Blocks of lines, one per device, each beginning with `I:`. */
function parseMapperIds(udev: Transcript): MapperIds {
  if (udev.outcome !== 'ok') return new Map();
  const pairs = udev.text.split(/^I:/m).map((block) => {
    const name = /^E:DM_NAME=(.+)$/m.exec(block)?.[1];
    const id = /^E:DM_UUID=(.+)$/m.exec(block)?.[1];
    return name && id ? ([name, id] as const) : undefined;
  });
  return new Map(pairs.filter((pair) => pair !== undefined));
}

function parseZfs(zfs: Transcript): ReadonlyMap<string, string> | CannotTell {
  if (zfs.outcome !== 'ok') return { cannotTell: zfs.outcome, detail: 'zfs' };
  if (zfs.exitCode) return { cannotTell: 'failed', detail: `zfs: ${zfs.errorText ?? ''}`.slice(0, 200) };
  const pairs = zfs.text.split('\n').map((line) => line.split('\t'));
  return new Map(pairs.flatMap(([name, value]) => (name && value ? [[name, value] as const] : [])));
}

/** A folder that may not be listed is there all the same. */
function isThere({ outcome }: Transcript): boolean {
  return outcome === 'ok' || outcome === 'denied';
}
