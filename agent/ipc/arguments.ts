import { z } from 'zod';
import { CheckId } from '../../shared/checks/index.ts';
import { MessageText } from '../../shared/protocol/link.ts';
import { Instant } from '../../shared/time.ts';
import { Language } from '../../shared/words/language.ts';
import type { Act } from './channels.ts';

/** Pages of the system's own settings, which differ in their address on each system. */
export const SettingsPage = z.enum([
  'updates',
  'wifi',
  'vpn',
  'location',
  'security',
  'firewall',
  'encryption',
  'screen-lock',
  'network',
  'apps',
  'storage',
  'date-time',
  'displays',
  'sharing',
  'accounts',
  'sound',
]);
export type SettingsPage = z.infer<typeof SettingsPage>;

const mostChecks = 40;
const Invitation = z.strictObject({ console: z.string().min(1).max(300), code: z.string().min(1).max(40) });
const Help = z.discriminatedUnion('asks', [
  z.strictObject({ asks: z.literal('help'), text: MessageText }),
  z.strictObject({
    asks: z.literal('excuse'),
    text: MessageText,
    checks: z.array(CheckId).min(1).max(mostChecks),
    until: Instant,
  }),
]);
const Settings = z.strictObject({
  language: Language.exactOptional(),
  look: z.enum(['light', 'dark', 'system']).exactOptional(),
});

/** What the window may hand over with each question. Whatever does not fit is refused before any of our code sees it. */
export const argumentsOf = {
  getModel: z.tuple([]),
  recheck: z.tuple([z.array(CheckId).max(mostChecks).optional()]),
  openProgram: z.tuple([z.string().min(1).max(40)]),
  openSettings: z.tuple([SettingsPage]),
  closeProgram: z.tuple([z.string().min(1).max(1000)]),
  copy: z.tuple([z.string().max(200_000)]),
  askHelp: z.tuple([Help]),
  reportIncident: z.tuple([z.string().trim().max(1000)]),
  markSeen: z.tuple([z.array(z.string().max(64)).max(100)]),
  saveLog: z.tuple([]),
  setSettings: z.tuple([Settings]),
  installUpdate: z.tuple([]),
  readInvitation: z.tuple([z.string().max(2000), z.string().max(300).optional()]),
  enrol: z.tuple([Invitation]),
} as const satisfies Record<Act, z.ZodType>;

export type ArgumentsOf<A extends Act> = z.output<(typeof argumentsOf)[A]>;
