import { type CannotTell, isUnknown } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Device } from './block-devices.ts';
import type { Mount } from './mounts.ts';

type Volume = FactOf<'disk-encryption'>['volumes'][number];
type State = Pick<Volume, 'state' | 'by'>;

interface Found {
  readonly devices: readonly Device[];
  readonly mounts: readonly Mount[];
  /** ZFS's word on the encryption of each of its file systems. */
  readonly zfs: ReadonlyMap<string, string> | CannotTell;
  readonly hasFscrypt: boolean;
}

/** Volumes of built-in disks. Where one is mounted at several places, the most important names it. */
export function volumesOf(found: Found): Volume[] {
  const volumes = new Map<string, Volume>();
  const mounts = found.mounts.filter(({ at }) => !isUninteresting(at)).toSorted(byImportance);
  for (const mount of mounts) {
    const device = deviceUnder(mount, found.devices);
    const volume = volumeAt(mount, device, found);
    // A pool is one volume, unless its file systems are not encrypted alike.
    const pool = mount.fstype === 'zfs' ? mount.source.split('/')[0] : mount.at;
    const key = JSON.stringify([device?.kname ?? pool, volume?.state]);
    if (volume && !volumes.has(key)) volumes.set(key, volume);
  }
  const all = [...volumes.values(), ...found.devices.filter(isLocked).map(lockedVolume)];
  return found.hasFscrypt ? withFscrypt(all) : all;
}

function volumeAt(mount: Mount, device: Device | undefined, found: Found): Volume | undefined {
  const holds = holdsOf(mount.at);
  const state = device ? stateOf(device, found.devices) : stateWithoutDevice(mount, found);
  if (!state) return undefined;
  if (device && holds === 'data' && (device.isRemovable || (device.isInFile && device.cover !== 'on')))
    return undefined;
  return { mount: nameOf(mount.at, device), holds, ...state };
}

/** What starts the system, and what the system makes for itself, holds no files of people. */
function isUninteresting(at: string): boolean {
  return /^\/(boot|efi|snap|proc|sys|dev|run|var\/lib\/(snapd|docker|containers|flatpak))(\/|$)(?!media\/)/.test(at);
}

function holdsOf(at: string): Volume['holds'] {
  if (at === '/' || at === '/usr' || at === '/var') return 'system';
  return /^(\/var)?\/home(\/[^/]+)?$/.test(at) ? 'home' : 'data';
}

const order: readonly Volume['holds'][] = ['system', 'home', 'data'];

function byImportance(one: Mount, other: Mount): number {
  const rank = (at: string) => order.indexOf(holdsOf(at)) * 1000 + at.length;
  return rank(one.at) - rank(other.at);
}

/** People choose their own names and the labels of their disks; neither is told. */
function nameOf(at: string, device: Device | undefined): string {
  if (holdsOf(at) === 'home') return '/home';
  if (/^(\/run)?\/media\//.test(at)) return device ? `/dev/${device.kname}`.slice(0, 80) : '/media';
  return at.replace(/^((?:\/var)?\/home)\/[^/]+/, '$1/…').slice(0, 80);
}

function deviceUnder({ number, source }: Mount, devices: readonly Device[]): Device | undefined {
  const byNumber = devices.find((device) => device.number !== undefined && device.number === number);
  if (byNumber) return byNumber;
  return devices.find(({ name, kname }) => source === `/dev/mapper/${name}` || source === `/dev/${kname}`);
}

/** File systems over several devices, such as btrfs, are as safe as the weakest of them. */
function stateOf(device: Device, devices: readonly Device[]): State {
  const { uuid, fstype } = device;
  const parts = devices.filter((one) => one === device || (fstype === 'btrfs' && one.uuid && one.uuid === uuid));
  const weakest =
    parts.find(({ cover }) => cover === 'off') ?? parts.find(({ cover }) => cover === 'unknown') ?? device;
  const { cover, by } = weakest;
  if (cover === 'on') return { state: 'on', ...(by && { by }) };
  if (cover === 'unknown') {
    return { state: { cannotTell: 'absent', detail: 'nothing tells whether the layer below encrypts or only checks' } };
  }
  return fstype === 'bcachefs' ? { state: { cannotTell: 'needs-admin', detail: 'bcachefs' } } : { state: 'off' };
}

const encryptingFileSystems = /^(ecryptfs|fuse\.(gocryptfs|cryfs|encfs|securefs))$/;
const otherMachines = /^(nfs4?|cifs|smb3|9p|ceph|glusterfs|afs|fuse\.(sshfs|rclone|s3fs))$/;

function stateWithoutDevice(mount: Mount, found: Found): State | undefined {
  const { fstype, at, source } = mount;
  const by = encryptingFileSystems.exec(fstype)?.[0].replace('fuse.', '');
  if (by !== undefined) return holdsOf(at) === 'data' ? undefined : { state: 'on', by };
  if (fstype === 'zfs') return zfsState(source, found);
  if (holdsOf(at) === 'data') return undefined;
  if (otherMachines.test(fstype)) return at === '/' ? { state: { cannotTell: 'absent', detail: fstype } } : undefined;
  // A folder shown at a second place, or one in memory, is no volume.
  if (at !== '/' && !source.startsWith('/dev/')) return undefined;
  return { state: { cannotTell: 'absent', detail: `lsblk does not know the device of ${nameOf(at, undefined)}` } };
}

/** ZFS encrypts by itself, or all the devices of its pools are encrypted below it. */
function zfsState(dataset: string, { zfs, devices }: Found): State {
  const members = devices.filter((device) => device.fstype === 'zfs_member');
  const areCovered = members.length > 0 && members.every(({ cover }) => cover === 'on');
  if (areCovered) return { state: 'on', by: members[0]?.by ?? 'dm-crypt' };
  if (isUnknown(zfs)) return { state: zfs };
  const value = zfs.get(dataset);
  if (value === undefined) return { state: { cannotTell: 'absent', detail: 'zfs does not know this file system' } };
  if (/^aes-\d+-(ccm|gcm)$/.test(value)) return { state: 'on', by: 'zfs' };
  if (value !== 'off') return { state: { cannotTell: 'unparsable', detail: 'zfs get encryption' } };
  if (members.some(({ cover }) => cover !== 'off')) {
    return { state: { cannotTell: 'needs-admin', detail: 'which devices belong to this pool' } };
  }
  return { state: 'off' };
}

/** An encrypted container that nobody has opened. */
function isLocked({ fstype, hasChildren, isRemovable, isInFile }: Device): boolean {
  return (fstype === 'crypto_LUKS' || fstype === 'BitLocker') && !hasChildren && !isRemovable && !isInFile;
}

function lockedVolume({ kname, fstype }: Device): Volume {
  const by = fstype === 'BitLocker' ? 'bitlocker' : 'luks';
  return { mount: `/dev/${kname}`.slice(0, 80), holds: 'data', state: 'locked', by };
}

/** fscrypt is in use somewhere. Whether it covers the person's own files is for the file system's owner to ask. */
function withFscrypt(volumes: readonly Volume[]): Volume[] {
  const state = { cannotTell: 'needs-admin' as const, detail: 'whether fscrypt covers your files' };
  const unsure: Volume = { mount: '/home', holds: 'home', state, by: 'fscrypt' };
  if (volumes.some(({ holds }) => holds === 'home')) {
    return volumes.map((volume) => (volume.holds === 'home' && volume.state === 'off' ? unsure : volume));
  }
  const isOpen = volumes.some(({ holds, state: own }) => holds === 'system' && own === 'off');
  return isOpen ? [...volumes, unsure] : [...volumes];
}
