import type { Sections } from './settings-file.ts';

/** A program that shows the login screen, and where it is told to skip it. */
export interface LoginScreen {
  /** File names of the program. */
  readonly programs: readonly string[];
  /** Its settings, the file that has the last word last. */
  readonly settings: readonly SettingsName[];
  /** Undefined where a setting has a value that it cannot have. */
  readonly isAutomatic: (sections: Sections) => boolean | undefined;
}

export const settingsNames = [
  'gdm',
  'lightdmShipped',
  'lightdmParts',
  'lightdm',
  'sddmShipped',
  'sddmParts',
  'sddm',
  'plasmaLoginParts',
  'plasmaLogin',
  'greetd',
  'lxdm',
] as const;
export type SettingsName = (typeof settingsNames)[number];

export const loginScreens: readonly LoginScreen[] = [
  { programs: ['gdm3', 'gdm'], settings: ['gdm'], isAutomatic: gdm },
  {
    programs: ['lightdm'],
    settings: ['lightdmShipped', 'lightdmParts', 'lightdm'],
    isAutomatic: lightdm,
  },
  { programs: ['sddm'], settings: ['sddmShipped', 'sddmParts', 'sddm'], isAutomatic: sddm },
  { programs: ['plasmalogin'], settings: ['plasmaLoginParts', 'plasmaLogin'], isAutomatic: sddm },
  {
    programs: ['greetd'],
    settings: ['greetd'],
    isAutomatic: (sections) => isSet(sections.get('initial_session')?.get('user')),
  },
  {
    programs: ['lxdm', 'lxdm-binary'],
    settings: ['lxdm'],
    isAutomatic: (sections) => isSet(sections.get('base')?.get('autologin')),
  },
  // It cannot skip the login, and has no setting for it.
  { programs: ['xdm'], settings: [], isAutomatic: () => false },
  // It can do nothing else.
  { programs: ['nodm'], settings: [], isAutomatic: () => true },
];

/** A login after a delay asks for no password either. */
function gdm(sections: Sections): boolean | undefined {
  const daemon = sections.get('daemon');
  return either(
    ['AutomaticLogin', 'TimedLogin'].map((key) => isTrue(daemon?.get(`${key}Enable`)) && isSet(daemon?.get(key))),
  );
}

function lightdm(sections: Sections): boolean | undefined {
  const seats = [...sections].filter(([name]) => name.startsWith('Seat')).map(([, keys]) => keys);
  return either(seats.map((keys) => isSet(keys.get('autologin-user')) || isTrue(keys.get('autologin-guest'))));
}

function either(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : false;
}

function sddm(sections: Sections): boolean {
  return isSet(sections.get('Autologin')?.get('User'));
}

function isTrue(value = 'false'): boolean | undefined {
  if (/^(true|yes|1)$/i.test(value)) return true;
  return /^(false|no|0)?$/i.test(value) ? false : undefined;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && !/^(["']?)\s*\1$/.test(value);
}
