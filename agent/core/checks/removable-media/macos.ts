import { z } from 'zod';
import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { type Answer, isAnswer, jsonOf, mostTelling, plistOf, valueIn } from '../../macos/answers.ts';
import {
  type ApfsContainer,
  apfsContainers,
  apfsProbe,
  liesOn,
  physicalProbe,
  wholeDisks,
  wholeOf,
} from '../../macos/disks.ts';
import { managedPreferences, profiler } from '../../macos/probes.ts';
import { type Parsed, reader } from '../reader.ts';

type Fact = FactOf<'removable-media'>;
type Medium = Extract<Fact['media'], unknown[]>[number];
type Name = 'external' | 'storage' | 'apfs' | 'managed';

/** Whole disks are counted by diskutil, mounted or not; disk images, which look like sticks elsewhere, are not among them. */
export const removableMediaMacos = reader<Fact, Name>({
  probes: {
    external: physicalProbe('external', 'which disks and sticks are plugged in (their names are not read)'),
    storage: profiler('SPStorageDataType', 'how they are plugged in, and whether they can be written to'),
    apfs: apfsProbe('whether they are encrypted'),
    managed: managedPreferences('com.apple.systemuiserver', 'whether the company lets them be used'),
  },
  parse(transcripts): Parsed<Fact> {
    const external = wholeDisks(transcripts.external);
    const storage = jsonOf(transcripts.storage, 'system_profiler SPStorageDataType', Storage);
    const containers = apfsContainers(transcripts.apfs);
    const volumes = (valueIn(storage)?.SPStorageDataType ?? []).filter(isPluggedIn);
    if (!isAnswer(external) && volumes.length === 0) return mostTelling(external, storage);
    const disks = valueIn(external) ?? [...new Set(volumes.map(({ bsd_name: name = '' }) => wholeOf(name)))];
    const unmounted: CannotTell = isAnswer(storage)
      ? { cannotTell: 'absent', detail: 'no volume of it is in use' }
      : storage;
    const read = (disk: string) => mediumOf(disk, volumes, containers, unmounted);
    const media = disks.map(read);
    // A card in the reader of a Mac counts as built in, and only System Information shows it.
    const cards = volumes.filter((one) => isCard(one) && !disks.includes(wholeOf(one.bsd_name ?? '')));
    const all = [...media, ...cards.map((one) => read(wholeOf(one.bsd_name ?? '')))];
    const mayHideCards = all.length === 0 && !isAnswer(storage) && storage.cannotTell !== 'absent';
    const blocked = isBlocked(transcripts.managed);
    return { fact: { media: mayHideCards ? storage : all.slice(0, 16), blocked } };
  },
});

const StoredVolume = z.object({
  bsd_name: z.string().optional(),
  file_system: z.string().optional(),
  writable: z.string().optional(),
  physical_drive: z.object({ is_internal_disk: z.string().optional(), protocol: z.string().optional() }).optional(),
});
type StoredVolume = z.output<typeof StoredVolume>;
const Storage = z.object({ SPStorageDataType: z.array(StoredVolume) });

const isCard = ({ physical_drive: drive }: StoredVolume) => /Secure Digital/i.test(drive?.protocol ?? '');

function isPluggedIn(one: StoredVolume): boolean {
  const { is_internal_disk: internal, protocol = '' } = one.physical_drive ?? {};
  return isCard(one) || (internal === 'no' && !/Disk Image|Virtual/i.test(protocol) && protocol !== '');
}

const buses: readonly (readonly [RegExp, Extract<Medium['bus'], string>])[] = [
  [/USB/i, 'usb'],
  [/Secure Digital/i, 'card'],
  [/Thunderbolt|PCI|NVMe/i, 'thunderbolt'],
  [/FireWire/i, 'firewire'],
  [/ATAPI|Optical/i, 'optical'],
];

function mediumOf(
  disk: string,
  volumes: readonly StoredVolume[],
  containers: Answer<ApfsContainer[]>,
  unmounted: CannotTell,
): Medium {
  const inside = (valueIn(containers) ?? []).filter((container) => liesOn(container, [disk]));
  const names = new Set([
    disk,
    ...inside.flatMap(({ Volumes }) => Volumes.map((one) => wholeOf(one.DeviceIdentifier))),
  ]);
  const own = volumes.filter(({ bsd_name: name = '' }) => names.has(wholeOf(name)));
  const protocol = own.map((one) => one.physical_drive?.protocol).find(Boolean);
  return {
    bus: protocol === undefined ? unmounted : (buses.find(([pattern]) => pattern.test(protocol))?.[1] ?? 'other'),
    encrypted: encryptedOf(own, inside, containers),
    readOnly: own.length === 0 ? unmounted : own.every(({ writable }) => writable === 'no'),
  };
}

/** APFS says it of itself. FAT, exFAT and NTFS cannot be; older Mac volumes may be, underneath. */
function encryptedOf(
  own: readonly StoredVolume[],
  inside: readonly ApfsContainer[],
  containers: Answer<ApfsContainer[]>,
): Medium['encrypted'] {
  const volumes = inside.flatMap(({ Volumes }) => Volumes).filter(({ Roles }) => Roles.length === 0);
  const known = volumes.map(({ FileVault, Encryption }) => FileVault ?? Encryption);
  const bare = own.some(({ file_system: system = '' }) => /FAT|NTFS/i.test(system));
  if (bare || known.includes(false)) return false;
  if (known.length > 0 && known.every((one) => one === true)) return true;
  return isAnswer(containers) ? { cannotTell: 'absent', detail: 'this file system does not say' } : containers;
}

/** Refused, or thrown out again. Without such settings nothing is refused. */
function isBlocked(managed: Transcript): Fact['blocked'] {
  const Controls = z.looseObject({ 'mount-controls': z.record(z.string(), z.array(z.string())).optional() });
  const read = plistOf(managed, 'managed com.apple.systemuiserver', Controls);
  if (!isAnswer(read)) return read.cannotTell === 'absent' ? false : read;
  const rules = read.value['mount-controls']?.['harddisk-external'] ?? [];
  return rules.some((rule) => rule === 'deny' || rule === 'eject');
}
