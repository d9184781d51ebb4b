import type { Session } from '../linux-person.ts';

/** Desktops by whose settings the screen locks. */
export type Desktop = 'gnome' | 'cinnamon' | 'mate' | 'kde' | 'xfce';

const byName: readonly (readonly [RegExp, Desktop])[] = [
  [/^(gnome|ubuntu|pop|zorin|budgie)/, 'gnome'],
  [/^(kde|plasma)/, 'kde'],
  [/^(xfce|xubuntu)/, 'xfce'],
  [/^cinnamon/, 'cinnamon'],
  [/^mate/, 'mate'],
];

/** The program that is the desktop. `plasmashell` runs in KDE alone, while `gnome-shell` is GDM's login screen too. */
const byProgram: readonly (readonly [RegExp, Desktop])[] = [
  [/^(plasmashell|ksmserver|kwin_wayland|kwin_x11)$/, 'kde'],
  [/^(xfce4-session|xfdesktop)$/, 'xfce'],
  [/^(cinnamon|cinnamon-sessio.*)$/, 'cinnamon'],
  [/^mate-session$/, 'mate'],
  [/^(gnome-shell|budgie-wm|budgie-panel)$/, 'gnome'],
];

/** Desktops that leave locking to a program of its own, whose settings are in its command line. */
const others =
  /^(sway|Hyprland|i3|bspwm|river|niri|labwc|wayfire|awesome|openbox|fluxbox|lxqt-session|lxsession|gala|enlightenment|weston|dwm|qtile|xmonad.*)$/;

export interface Seen {
  readonly desktop: Desktop | undefined;
  /** Some desktop runs, known or not. */
  readonly hasAny: boolean;
}

/** By the session of the person, else by what runs. */
export function desktopOf(sessions: readonly Session[], programs: ReadonlySet<string>): Seen {
  const graphical = sessions.filter(({ isGraphical }) => isGraphical);
  const shown = graphical.toSorted((one, other) => Number(other.isActive) - Number(one.isActive));
  for (const { desktop } of shown) {
    const known = byName.find(([form]) => form.test(desktop))?.[1];
    if (known) return { desktop: known, hasAny: true };
    if (desktop !== '') return { desktop: undefined, hasAny: true };
  }
  const running = byProgram.find(([form]) => [...programs].some((name) => form.test(name)))?.[1];
  const hasOther = [...programs].some((name) => others.test(name));
  return { desktop: hasOther ? undefined : running, hasAny: hasOther || running !== undefined || graphical.length > 0 };
}
