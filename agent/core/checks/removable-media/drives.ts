import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';

type Medium = Exclude<FactOf<'removable-media'>['media'], { cannotTell: unknown }>[number];

const Volume = z.object({
  name: z.string(),
  number: z.string(),
  sectors: z.number(),
  found: z.record(z.string(), z.string()),
  above: z.array(z.object({ number: z.string(), name: z.string(), sort: z.string() })),
});
type Volume = z.output<typeof Volume>;

const Drive = Volume.extend({
  subsystems: z.array(z.string()),
  removable: z.boolean(),
  external: z.boolean(),
  readOnly: z.boolean(),
  type: z.string().optional(),
  partitions: z.array(Volume),
});
type Drive = z.output<typeof Drive>;

export const Plugged = z.object({ drives: z.array(Drive), phones: z.number().int().min(0), hubs: z.array(z.string()) });

/** Devices that carry a part of the running system, by number and by path. */
export type SystemDevices = ReadonlySet<string>;

/** Undefined for what is built in, has no medium, carries the running system, or is a disc that cannot be written. */
export function mediumOf(drive: Drive, system: SystemDevices): Medium | undefined {
  const bus = busOf(drive);
  if (bus === undefined || !(drive.sectors > 0) || carriesSystem(drive, system)) return undefined;
  if (bus === 'optical') return isWritableDisc(drive) ? { bus, encrypted: false, readOnly: false } : undefined;
  return { bus, encrypted: encryptedOf(drive), readOnly: drive.readOnly };
}

function busOf({ name, subsystems, removable, external, type }: Drive): Exclude<Medium['bus'], CannotTell> | undefined {
  const hangsOn = (subsystem: string) => subsystems.includes(subsystem);
  if (/^sr\d/.test(name)) return 'optical';
  // A drive for floppy disks never says that it is empty.
  if (/^fd\d/.test(name)) return undefined;
  if (hangsOn('usb')) return 'usb';
  // The boot parts of a soldered chip are drives of their own beside it, and no cards.
  if (hangsOn('mmc')) return type === 'SD' ? 'card' : undefined;
  if (hangsOn('memstick')) return 'card';
  if (hangsOn('firewire')) return 'firewire';
  if (external) return 'thunderbolt';
  return removable ? 'other' : undefined;
}

function carriesSystem(drive: Drive, system: SystemDevices): boolean {
  const volumes = [drive, ...drive.partitions];
  return volumes.some(
    ({ name, number, above }) =>
      [number, `/dev/${name}`].some((one) => system.has(one)) ||
      above.some((one) => [one.number, `/dev/${one.name}`, `/dev/mapper/${one.name}`].some((id) => system.has(id))),
  );
}

/** Pressed and closed discs cannot be written to. */
function isWritableDisc({ found }: Drive): boolean {
  if (found['ID_CDROM_MEDIA'] !== '1') return false;
  const isOpen = ['blank', 'appendable'].includes(found['ID_CDROM_MEDIA_STATE'] ?? '');
  const isRewritable = Object.entries(found).some(
    ([key, value]) => value === '1' && /^ID_CDROM_MEDIA_(CD_RW|DVD_\w*RW\w*|DVD_RAM|BD_RE)$/.test(key),
  );
  return isOpen || isRewritable;
}

/** Sectors. Partitions without content that are smaller than this are kept free for somebody's tools. */
const small = 128 * 2048;

function encryptedOf(drive: Drive): boolean | CannotTell {
  const filled = drive.partitions.filter(({ found, sectors }) => found['ID_FS_TYPE'] !== undefined || sectors >= small);
  const parts = (filled.length > 0 ? filled : [drive]).map(isEncrypted);
  if (parts.includes(false)) return false;
  return parts.find((part) => typeof part === 'object') ?? true;
}

/** Layers of the same family that only check what they carry are none. */
const encryptedSorts = /^CRYPT-(LUKS[12]|PLAIN|LOOPAES|TCRYPT|BITLK|FVAULT2)$/;
const encryptedTypes = ['crypto_LUKS', 'BitLocker'];
/** They may be encrypted inside, or hold something that is. */
const opaqueTypes = ['apfs', 'LVM2_member', 'linux_raid_member', 'zfs_member'];

function isEncrypted({ found, above }: Volume): boolean | CannotTell {
  const { ID_FS_TYPE: type } = found;
  if (above.some(({ sort }) => encryptedSorts.test(sort))) return true;
  // Also what VeraCrypt makes, which is meant to look like nothing.
  if (type === undefined) return { cannotTell: 'absent', detail: 'no known content' };
  if (opaqueTypes.includes(type)) return { cannotTell: 'unsupported', detail: `content of the type ${type}` };
  return encryptedTypes.includes(type);
}
