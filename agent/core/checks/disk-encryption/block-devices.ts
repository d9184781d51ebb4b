import { z } from 'zod';

const Flag = z.union([z.boolean(), z.literal(['0', '1'])]).transform((flag) => flag === true || flag === '1');
const Text = z.string().nullish();

/** A row of `lsblk --json`. Columns that an older version does not know are missing, flags were texts once. */
const Row = z.object({
  name: z.string().min(1),
  kname: Text,
  'maj:min': Text,
  type: Text,
  fstype: Text,
  uuid: Text,
  mountpoint: Text,
  mountpoints: z.array(z.string().nullable()).optional(),
  rm: Flag.nullish(),
  hotplug: Flag.nullish(),
  tran: Text,
  get children() {
    return z.array(Row).optional();
  },
});
type Row = z.output<typeof Row>;
export const BlockDevices = z.object({ blockdevices: z.array(Row) });

/** Whether what is written there is encrypted on its way down; `unknown` where nothing tells encryption from checking. */
export type Cover = 'on' | 'off' | 'unknown';

export interface Device {
  readonly name: string;
  readonly kname: string;
  readonly number: string | undefined;
  readonly type: string | undefined;
  readonly fstype: string | undefined;
  readonly uuid: string | undefined;
  readonly mounts: readonly string[];
  readonly isRemovable: boolean;
  /** A disk that is a file on another volume. */
  readonly isInFile: boolean;
  readonly hasChildren: boolean;
  readonly cover: Cover;
  /** How it is encrypted, where it is. */
  readonly by: string | undefined;
}

/** What is known of a layer's parents while walking down from the disk. */
interface Above {
  readonly row: Row | undefined;
  readonly cover: Cover;
  readonly by: string | undefined;
  readonly isRemovable: boolean;
  readonly isInFile: boolean;
}

/** Device-mapper's own ids by name, e.g. `CRYPT-LUKS2-…`, as udev keeps them. */
export type MapperIds = ReadonlyMap<string, string>;

/** Every device once. One that lies on several others (RAID, LVM) is encrypted when all of them are. */
export function devicesIn({ blockdevices }: z.output<typeof BlockDevices>, ids: MapperIds): Device[] {
  const found = new Map<string, Device>();
  const visit = (row: Row, above: Above) => {
    const layer = layerOf(row, above, ids);
    const device = deviceOf(row, layer);
    const known = found.get(device.kname);
    found.set(device.kname, known ? { ...device, ...weaker(known, device) } : device);
    for (const child of row.children ?? []) visit(child, layer);
  };
  for (const row of blockdevices) {
    visit(row, { row: undefined, cover: 'off', by: undefined, isRemovable: false, isInFile: false });
  }
  return [...found.values()];
}

function deviceOf(row: Row, { cover, by, isRemovable, isInFile }: Above): Device {
  const mounts = [...(row.mountpoints ?? []), row.mountpoint].filter((mount) => typeof mount === 'string');
  return {
    name: row.name,
    kname: row.kname ?? row.name,
    number: row['maj:min']?.trim(),
    type: row.type ?? undefined,
    fstype: row.fstype ?? undefined,
    uuid: row.uuid ?? undefined,
    mounts: [...new Set(mounts)],
    isRemovable,
    isInFile,
    hasChildren: (row.children ?? []).length > 0,
    cover,
    by,
  };
}

function layerOf(row: Row, above: Above, ids: MapperIds): Above {
  const isRemovable = above.isRemovable || row.rm === true || row.hotplug === true || row.tran === 'usb';
  const isInFile = above.isInFile || row.type === 'loop';
  const place = { row, isRemovable, isInFile };
  if (above.cover === 'on') return { ...place, cover: 'on', by: above.by };
  const own = encryptionOf(row, above.row, ids.get(row.name));
  return { ...place, cover: own.cover === 'off' ? above.cover : own.cover, by: own.by };
}

const containers: Readonly<Record<string, string>> = { crypto_LUKS: 'luks', BitLocker: 'bitlocker' };
const mappers: readonly (readonly [RegExp, string])[] = [
  [/^CRYPT-LUKS2-/, 'luks2'],
  [/^CRYPT-LUKS1-/, 'luks1'],
  [/^CRYPT-BITLK-/, 'bitlocker'],
  [/^CRYPT-TCRYPT-/, 'tcrypt'],
  [/^CRYPT-PLAIN-/, 'dm-crypt'],
];

/**
 * `lsblk` calls everything `crypt` that cryptsetup made, dm-verity and dm-integrity too, which only check. These lie
 * on a plain file system or on nothing that has a name, encryption on a container.
 */
function encryptionOf(row: Row, parent: Row | undefined, id: string | undefined): Pick<Above, 'cover' | 'by'> {
  const container = containers[parent?.fstype ?? ''];
  if (id?.startsWith('CRYPT-')) {
    const by = mappers.find(([form]) => form.test(id))?.[1];
    return { cover: by === undefined ? 'off' : 'on', by };
  }
  if (container !== undefined && (row.type === 'crypt' || row.type == null)) return { cover: 'on', by: container };
  if (row.type !== 'crypt' || parent === undefined) return { cover: 'off', by: undefined };
  if (parent.fstype === undefined) return { cover: 'on', by: undefined };
  if (parent.fstype !== null && parent.fstype !== '') return { cover: 'off', by: undefined };
  return { cover: row.fstype ? 'on' : 'unknown', by: row.fstype ? 'dm-crypt' : undefined };
}

const strength: readonly Cover[] = ['off', 'unknown', 'on'];

function weaker(one: Device, other: Device): Pick<Device, 'cover' | 'by' | 'isRemovable' | 'mounts'> {
  const { cover, by } = strength.indexOf(one.cover) <= strength.indexOf(other.cover) ? one : other;
  return {
    cover,
    by,
    isRemovable: one.isRemovable && other.isRemovable,
    mounts: [...new Set([...one.mounts, ...other.mounts])],
  };
}
