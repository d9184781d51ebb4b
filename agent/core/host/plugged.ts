import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Drive, Plugged, Transcript, Volume } from './probe.ts';

/** Where the kernel and udev say it. */
export interface Roots {
  readonly sys: string;
  readonly udev: string;
}

const here: Roots = { sys: '/sys', udev: '/run/udev/data' };

/** What udev found out about a medium, without its name and number. */
const kept = /^E:(ID_FS_TYPE|ID_CDROM_MEDIA\w*)=(.*)$/;
/** A volume can lie on others to this depth. */
const deepest = 6;

export function readPlugged(roots = here): Transcript {
  const blocks = join(roots.sys, 'block');
  if (!existsSync(blocks)) return { outcome: 'absent', detail: blocks };
  const drives = namesIn(blocks).flatMap((name) => readDrive(roots, name));
  const usb = join(roots.sys, 'bus/usb/devices');
  const devices = namesIn(usb);
  const phones = devices.filter((name) => name.includes(':') && /^MTP$/i.test(lineOf(join(usb, name, 'interface'))));
  const hubs = devices.filter((name) => /^usb\d+$/.test(name));
  const plugged: Plugged = {
    drives,
    // A phone may offer its files by more than one interface.
    phones: new Set(phones.map((name) => name.split(':')[0])).size,
    hubs: hubs.map((name) => lineOf(join(usb, name, 'authorized_default'))),
  };
  return { outcome: 'ok', text: JSON.stringify(plugged) };
}

/** Nothing for what is only made of other devices: loops, mappings, memory. */
function readDrive(roots: Roots, name: string): Drive[] {
  const link = join(roots.sys, 'block', name);
  const folder = pathOf(link);
  if (folder === undefined || folder.includes('/devices/virtual/')) return [];
  const parents = parentsOf(folder);
  const type = lineOf(join(folder, 'device/type'));
  const partitions = namesIn(folder).filter((part) => existsSync(join(folder, part, 'partition')));
  return [
    {
      ...readVolume(roots, folder, name),
      subsystems: parents.map((parent) => linkOf(join(parent, 'subsystem'))).filter((subsystem) => subsystem !== ''),
      removable: lineOf(join(folder, 'removable')) === '1',
      external: parents.some((parent) => lineOf(join(parent, 'removable')) === 'removable' && isPci(parent)),
      readOnly: lineOf(join(folder, 'ro')) === '1',
      ...(/^[A-Za-z]{2,10}$/.test(type) && { type }),
      partitions: partitions.map((part) => readVolume(roots, join(folder, part), part)),
    },
  ];
}

function readVolume(roots: Roots, folder: string, name: string): Volume {
  const number = lineOf(join(folder, 'dev'));
  const sectors = Number(lineOf(join(folder, 'size')));
  return { name, number, sectors, found: foundBy(roots, number), above: aboveOf(roots, folder, deepest) };
}

function foundBy({ udev }: Roots, number: string): Record<string, string> {
  const lines = textOf(join(udev, `b${number}`)).split('\n');
  const found = lines.map((line) => kept.exec(line)).filter((match) => match !== null);
  return Object.fromEntries(found.map(([, key = '', value = '']) => [key, value]));
}

function aboveOf(roots: Roots, folder: string, depth: number): Volume['above'][number][] {
  if (depth === 0) return [];
  return namesIn(join(folder, 'holders')).flatMap((holder) => {
    const place = join(roots.sys, 'block', holder);
    const name = lineOf(join(place, 'dm/name')) || holder;
    // `CRYPT-LUKS2-…` and `LVM-…`: what follows would identify it.
    const sort = /^(CRYPT-[A-Z0-9]+|[A-Za-z]+)-/.exec(lineOf(join(place, 'dm/uuid')))?.[1] ?? '';
    return [{ number: lineOf(join(place, 'dev')), name, sort }, ...aboveOf(roots, place, depth - 1)];
  });
}

/** Folders between a device and the top, the nearest first. */
function parentsOf(folder: string): string[] {
  const parents: string[] = [];
  for (let parent = dirname(folder); basename(parent) !== 'devices' && parent !== '/'; parent = dirname(parent)) {
    parents.push(parent);
  }
  return parents;
}

function isPci(folder: string): boolean {
  return linkOf(join(folder, 'subsystem')) === 'pci';
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // Not every device has holders, and not every machine USB.
    return [];
  }
}

function pathOf(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    // Unplugged in this very moment.
    return undefined;
  }
}

function linkOf(path: string): string {
  try {
    return basename(readlinkSync(path));
  } catch {
    // A folder that is no device.
    return '';
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Not there for this device.
    return '';
  }
}

function lineOf(path: string): string {
  return textOf(path).trim();
}
