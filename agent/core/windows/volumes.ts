import { z } from 'zod';
import type { CannotTell } from '../../../shared/checks/define.ts';
import type { Transcript } from '../host/probe.ts';
import { partOf } from './batch.ts';

/** What the `volumes` call says. */
export const Volumes = z.object({
  volumes: z.array(
    z.object({
      letter: z.string().length(1),
      type: z.number(),
      bus: z.number().optional(),
      removable: z.boolean().optional(),
      readOnly: z.boolean().optional(),
    }),
  ),
  system: z.string(),
});
export type DriveLetter = z.output<typeof Volumes>['volumes'][number];

/** STORAGE_BUS_TYPE of what can be pulled out. */
export const outsideBuses = { firewire: 4, usb: 7, sd: 12, mmc: 13 } as const;

/** GetDriveType. */
export const driveTypes = { removable: 2, fixed: 3 } as const;

export function isBuiltIn({ type, bus }: DriveLetter): boolean {
  return type === driveTypes.fixed && !Object.values(outsideBuses).some((outside) => outside === bus);
}

export type Protection = 'on' | 'off' | 'encrypting' | 'decrypting' | 'suspended' | 'locked';

/** System.Volume.BitLockerProtection. Waiting for activation is encrypted with its key lying open. */
const protections: Readonly<Record<number, Protection>> = {
  1: 'on',
  2: 'off',
  3: 'encrypting',
  4: 'decrypting',
  5: 'suspended',
  6: 'locked',
  8: 'suspended',
};

/** By the letter, what the shell says of BitLocker. */
export function protectionOf(transcript: Transcript, letter: string): Protection | CannotTell {
  const part = partOf(transcript, 'volumes');
  if ('cannotTell' in part) return part;
  const found = part.list.find(({ mount }) => mount.toUpperCase() === `${letter}:`);
  const value = found?.protection;
  if (value === undefined || value === null) return { cannotTell: 'absent', detail: `BitLocker of ${letter}:` };
  return protections[value] ?? { cannotTell: 'unparsable', detail: `BitLockerProtection ${value}` };
}
