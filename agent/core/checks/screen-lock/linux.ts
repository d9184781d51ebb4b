import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { RunningProcess, Transcript } from '../../host/probe.ts';
import { parseSessions, personOf, personProbes } from '../linux-person.ts';
import { type Parsed, reader } from '../reader.ts';
import { type Desktop, desktopOf } from './desktop.ts';
import { gnomeLock, mateLock, parseSettings } from './gsettings.ts';
import { kdeLock } from './kde.ts';
import type { Lock } from './lock.ts';
import { xfceLock } from './xfce.ts';
import { xscreensaverLock } from './xscreensaver.ts';

type Name = keyof typeof personProbes | 'running' | 'gsettings' | 'kde' | 'kdeSystem' | 'xfce' | 'xscreensaver';
type Transcripts = Readonly<Record<Name, Transcript>>;

/** Every desktop locks by settings of its own; the desktop that runs says which of them count. */
export const screenLockLinux = reader<Lock, Name>({
  probes: {
    ...personProbes,
    running: { kind: 'processes', why: 'which desktop runs, and which program locks its screen' },
    gsettings: {
      kind: 'command',
      paths: ['/usr/bin/gsettings'],
      args: ['list-recursively'],
      keep: /^org\.((gnome|cinnamon)\.desktop\.(session|screensaver|lockdown)|mate\.(session|screensaver)|gnome\.settings-daemon\.plugins\.power) (idle-|lock-|ubuntu-lock-|disable-lock-screen|sleep-inactive-)/,
      inputs: [
        '~/.config/dconf/user',
        '/etc/dconf/db',
        '/etc/dconf/profile/user',
        '/usr/share/glib-2.0/schemas/gschemas.compiled',
      ],
      why: 'when GNOME, Cinnamon or MATE locks the screen',
    },
    kde: { kind: 'file', paths: ['~/.config/kscreenlockerrc'], why: 'when KDE locks the screen' },
    kdeSystem: { kind: 'file', paths: ['/etc/xdg/kscreenlockerrc'], why: 'when KDE locks the screen' },
    xfce: {
      kind: 'file',
      paths: ['~/.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-screensaver.xml'],
      why: 'when Xfce locks the screen',
    },
    xscreensaver: {
      kind: 'file',
      paths: ['~/.xscreensaver'],
      keep: /^(timeout|lock|lockTimeout|mode):/,
      why: 'when XScreenSaver locks the screen',
    },
  },
  parse: parseScreenLock,
});

function parseScreenLock(transcripts: Transcripts): Parsed<Lock> {
  const { running, self } = transcripts;
  const processes = running.outcome === 'ok' ? (JSON.parse(running.text) as RunningProcess[]) : [];
  const programs = new Set(processes.flatMap(({ exe, comm }) => [exe ?? comm, comm]));
  const sessions = parseSessions(transcripts.sessions);
  const person = personOf(self, sessions);
  const own = self.outcome === 'ok' && Number(/^Uid:\t\d+\t(\d+)\t/m.exec(self.text)?.[1]);
  if (person && person.uid !== own) return { cannotTell: 'denied', detail: 'the agent does not run as this person' };
  const mine = (sessions ?? []).filter(({ uid }) => uid === person?.uid);
  const isDark = running.outcome !== 'ok' && sessions === undefined;
  const seen = isDark ? { desktop: onlyOneWithSettings(transcripts), hasAny: false } : desktopOf(mine, programs);
  const locked = lockOf(seen.desktop, { transcripts, programs, seesAll: processes.some(({ pid }) => pid === 1) });
  if (locked) return 'cannotTell' in locked ? locked : { fact: locked };
  if (running.outcome !== 'ok' && isDark) return { cannotTell: running.outcome, detail: running.detail };
  const detail = seen.hasAny ? 'no settings of this desktop are known' : 'no desktop runs';
  return { cannotTell: 'absent', detail };
}

/** Where neither programs nor sessions can be seen: the desktop whose settings are there, if it is one. */
function onlyOneWithSettings({ gsettings, kde, xfce }: Transcripts): Desktop | undefined {
  const found: Desktop[] = [];
  if (kde.outcome === 'ok') found.push('kde');
  if (xfce.outcome === 'ok') found.push('xfce');
  if (gsettings.outcome === 'ok') {
    const relatives = (['cinnamon', 'mate'] as const).filter((name) => gsettings.text.includes(`org.${name}.`));
    found.push(...(relatives.length > 0 ? relatives : (['gnome'] as const)));
  }
  return found.length === 1 ? found[0] : undefined;
}

interface Around {
  readonly transcripts: Transcripts;
  readonly programs: ReadonlySet<string>;
  /** No program is hidden. */
  readonly seesAll: boolean;
}

function lockOf(desktop: Desktop | undefined, around: Around): Lock | CannotTell | undefined {
  const { transcripts, programs, seesAll } = around;
  // Whoever starts it wants it, under whatever desktop.
  if (programs.has('xscreensaver') && desktop !== 'gnome' && desktop !== 'kde') {
    return xscreensaverLock(transcripts.xscreensaver);
  }
  switch (desktop) {
    case 'kde':
      return kdeLock(transcripts.kde, transcripts.kdeSystem);
    case 'xfce':
      return whereItRuns('xfce4-screensaver', around, xfceLock(transcripts.xfce));
    case 'mate':
      return whereItRuns('mate-screensaver', around, bySettings(transcripts.gsettings, mateLock));
    case 'cinnamon':
      return bySettings(transcripts.gsettings, (settings) => gnomeLock(settings, 'cinnamon'));
    case 'gnome': {
      const lock = bySettings(transcripts.gsettings, (settings) => gnomeLock(settings, 'gnome'));
      const needsGdm = seesAll && programs.has('gnome-shell') && ![...programs].some((name) => /^gdm/.test(name));
      if ('cannotTell' in lock || lock.password !== true || !needsGdm) return lock;
      return { ...lock, password: { cannotTell: 'absent', detail: 'GNOME locks only where GDM runs' } };
    }
    case undefined:
      return undefined;
  }
}

/** Settings of a program that does not run lock nothing, and another one may. */
function whereItRuns(program: string, { programs, seesAll }: Around, lock: Lock | CannotTell): Lock | CannotTell {
  const runs = [...programs].some((name) => program === name || (name.length === 15 && program.startsWith(name)));
  if (runs || !seesAll) return lock;
  return { cannotTell: 'absent', detail: `${program} does not run` };
}

function bySettings(
  gsettings: Transcript,
  parse: (settings: ReturnType<typeof parseSettings>) => Lock | CannotTell,
): Lock | CannotTell {
  if (gsettings.outcome !== 'ok') return { cannotTell: gsettings.outcome, detail: 'gsettings' };
  if (gsettings.exitCode) return { cannotTell: 'failed', detail: `gsettings ended with ${gsettings.exitCode}` };
  // A last line without an end may be half a number.
  if (!gsettings.text.endsWith('\n')) return { cannotTell: 'unparsable', detail: 'gsettings' };
  return parse(parseSettings(gsettings.text));
}
