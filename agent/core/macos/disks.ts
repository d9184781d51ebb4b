import { z } from 'zod';
import type { Transcript } from '../host/probe.ts';
import { type Answer, isAnswer, plistOf } from './answers.ts';
import { program } from './probes.ts';

export const apfsProbe = (why: string) =>
  program('/usr/sbin/diskutil', ['apfs', 'list', '-plist'], why, { timeout: 15_000 });

export const physicalProbe = (where: 'internal' | 'external', why: string) =>
  program('/usr/sbin/diskutil', ['list', '-plist', where, 'physical'], why, { timeout: 15_000 });

const Volume = z.object({
  DeviceIdentifier: z.string(),
  FileVault: z.boolean().optional(),
  Encryption: z.boolean().optional(),
  Locked: z.boolean().default(false),
  CryptoMigrationOn: z.boolean().default(false),
  Roles: z.array(z.string()).default([]),
});
export type ApfsVolume = z.output<typeof Volume>;

const Container = z.object({
  PhysicalStores: z.array(z.object({ DeviceIdentifier: z.string() })).default([]),
  Volumes: z.array(Volume).default([]),
});
export type ApfsContainer = z.output<typeof Container>;

/** Encryption of a volume is one thing, FileVault another: newer Macs encrypt everything, and FileVault adds the password. */
export function apfsContainers(transcript: Transcript): Answer<ApfsContainer[]> {
  const read = plistOf(transcript, 'diskutil apfs list', z.object({ Containers: z.array(Container) }));
  return isAnswer(read) ? { value: read.value.Containers } : read;
}

/** Whole disks such as `disk0`; neither containers nor disk images. */
export function wholeDisks(transcript: Transcript): Answer<string[]> {
  const read = plistOf(transcript, 'diskutil list', z.object({ WholeDisks: z.array(z.string()) }));
  return isAnswer(read) ? { value: read.value.WholeDisks } : read;
}

/** `disk0s2` is a part of `disk0`. */
export function wholeOf(device: string): string {
  return /^disk\d+/.exec(device)?.[0] ?? device;
}

export function liesOn(container: ApfsContainer, disks: readonly string[]): boolean {
  return container.PhysicalStores.some(({ DeviceIdentifier }) => disks.includes(wholeOf(DeviceIdentifier)));
}
