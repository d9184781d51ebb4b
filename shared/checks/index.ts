import { z } from 'zod';
import { CannotTellReason } from './define.ts';
import { osPatch } from './os-patch.ts';
import { software } from './software.ts';
import { vpn } from './vpn.ts';
import { wifiSecurity } from './wifi-security.ts';

/** Every check there is. Adding one: its file, a line here, and the compiler names what is missing elsewhere. */
export const checks = {
  'os-patch': osPatch,
  'wifi-security': wifiSecurity,
  vpn,
  software,
} as const;

export type CheckId = keyof typeof checks;
export const CheckId = z.enum(Object.keys(checks) as [CheckId, ...CheckId[]]);

export type FactOf<Id extends CheckId> = z.output<(typeof checks)[Id]['fact']>;
export type SettingsOf<Id extends CheckId> = z.output<(typeof checks)[Id]['settings']>;

/** What one reader found: the fact, or why it could not be read. */
export type Reading<Fact> =
  | { readAt: string; fact: Fact }
  | { readAt: string; cannotTell: CannotTellReason; detail?: string | undefined };

const time = z.iso.datetime();
const unread = z.object({ readAt: time, cannotTell: CannotTellReason, detail: z.string().max(200).optional() });
const reading = <Fact extends z.ZodType>(fact: Fact) => z.union([z.object({ readAt: time, fact }), unread]);

/** Readings by check, as a report carries them. A check that the agent has no news of is absent. */
export const Readings = z.object({
  'os-patch': reading(osPatch.fact).optional(),
  'wifi-security': reading(wifiSecurity.fact).optional(),
  vpn: reading(vpn.fact).optional(),
  software: reading(software.fact).optional(),
} satisfies Record<CheckId, z.ZodType>);
export type Readings = z.output<typeof Readings>;
