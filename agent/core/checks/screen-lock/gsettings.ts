import type { CannotTell } from '../../../../shared/checks/define.ts';
import { type Lock, seconds, unparsable } from './lock.ts';

/** Settings of GNOME and its relatives, by schema and key. */
export type Settings = ReadonlyMap<string, string>;

/** Lines of `gsettings list-recursively`: schema, key and value, which may hold blanks. */
export function parseSettings(text: string): Settings {
  const pairs = text.split('\n').map((line) => /^(\S+) (\S+) (.+)$/.exec(line));
  return new Map(pairs.flatMap((pair) => (pair ? [[`${pair[1]} ${pair[2]}`, pair[3] ?? ''] as const] : [])));
}

function flag(settings: Settings, name: string): boolean | undefined {
  const value = settings.get(name);
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

/** `uint32 300`, `300` */
function number(settings: Settings, name: string): number | undefined {
  const digits = /^(?:u?int\d+ )?(\d+)$/.exec(settings.get(name) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** GNOME and Cinnamon count seconds, from the last key until the screen goes dark, and from there until it locks. */
export function gnomeLock(settings: Settings, family: 'gnome' | 'cinnamon'): Lock | CannotTell {
  const schema = `org.${family}.desktop`;
  const idle = number(settings, `${schema}.session idle-delay`);
  const locks = flag(settings, `${schema}.screensaver lock-enabled`);
  if (idle === undefined || locks === undefined) return unparsable('gsettings');
  const password = locks && flag(settings, `${schema}.lockdown disable-lock-screen`) !== true;
  if (idle === 0 && password && family === 'gnome') {
    const asleep = sleepOf(settings);
    if (asleep !== undefined) return { idle: asleep, password, grace: 0 };
  }
  const grace = seconds(number(settings, `${schema}.screensaver lock-delay`));
  return {
    idle: idle === 0 ? 'never' : (seconds(idle) ?? 'never'),
    password,
    grace: grace ?? unparsable('lock-delay'),
  };
}

/** Seconds until the PC sleeps with or without its plug, which locks GNOME's screen as well. */
function sleepOf(settings: Settings): number | undefined {
  const power = 'org.gnome.settings-daemon.plugins.power sleep-inactive';
  const times = ['ac', 'battery'].map((source) => {
    const sleeps = /^'(suspend|hibernate)'$/.test(settings.get(`${power}-${source}-type`) ?? '');
    return sleeps ? number(settings, `${power}-${source}-timeout`) || undefined : undefined;
  });
  const [plugged, unplugged] = times;
  const locksAsleep = flag(settings, 'org.gnome.desktop.screensaver ubuntu-lock-on-suspend') !== false;
  if (plugged === undefined || unplugged === undefined || !locksAsleep) return undefined;
  return seconds(Math.max(plugged, unplugged));
}

/** MATE counts minutes. */
export function mateLock(settings: Settings): Lock | CannotTell {
  const idle = number(settings, 'org.mate.session idle-delay');
  const password = flag(settings, 'org.mate.screensaver lock-enabled');
  const starts = flag(settings, 'org.mate.screensaver idle-activation-enabled');
  if (idle === undefined || password === undefined || starts === undefined) return unparsable('gsettings');
  const delay = number(settings, 'org.mate.screensaver lock-delay');
  const grace = seconds(delay === undefined ? undefined : delay * 60) ?? unparsable('lock-delay');
  return { idle: starts && idle > 0 ? (seconds(idle * 60) ?? 'never') : 'never', password, grace };
}
