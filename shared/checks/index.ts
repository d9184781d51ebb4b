import { z } from 'zod';
import { adminRights } from './admin-rights.ts';
import { agentHealth } from './agent-health.ts';
import { antivirus } from './antivirus.ts';
import { autoLogin } from './auto-login.ts';
import { CannotTellReason } from './define.ts';
import { diskEncryption } from './disk-encryption.ts';
import { firewall } from './firewall.ts';
import { osPatch } from './os-patch.ts';
import { remoteLogin } from './remote-login.ts';
import { removableMedia } from './removable-media.ts';
import { screenLock } from './screen-lock.ts';
import { secureBoot } from './secure-boot.ts';
import { software } from './software.ts';
import { timeSync } from './time-sync.ts';
import { virtualMachine } from './virtual-machine.ts';
import { vpn } from './vpn.ts';
import { wifiSecurity } from './wifi-security.ts';

/** Every check there is. Adding one: its file, a line here, and the compiler names what is missing elsewhere. */
export const checks = {
  'os-patch': osPatch,
  'wifi-security': wifiSecurity,
  vpn,
  software,
  'disk-encryption': diskEncryption,
  firewall,
  antivirus,
  'screen-lock': screenLock,
  'remote-login': remoteLogin,
  'admin-rights': adminRights,
  'auto-login': autoLogin,
  'secure-boot': secureBoot,
  'virtual-machine': virtualMachine,
  'removable-media': removableMedia,
  'time-sync': timeSync,
  'agent-health': agentHealth,
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
  'disk-encryption': reading(diskEncryption.fact).optional(),
  firewall: reading(firewall.fact).optional(),
  antivirus: reading(antivirus.fact).optional(),
  'screen-lock': reading(screenLock.fact).optional(),
  'remote-login': reading(remoteLogin.fact).optional(),
  'admin-rights': reading(adminRights.fact).optional(),
  'auto-login': reading(autoLogin.fact).optional(),
  'secure-boot': reading(secureBoot.fact).optional(),
  'virtual-machine': reading(virtualMachine.fact).optional(),
  'removable-media': reading(removableMedia.fact).optional(),
  'time-sync': reading(timeSync.fact).optional(),
  'agent-health': reading(agentHealth.fact).optional(),
} satisfies Record<CheckId, z.ZodType>);
export type Readings = z.output<typeof Readings>;
