import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { FileProbe, FilesProbe, Transcript } from '../../host/probe.ts';
import { type Parsed, reader, unreadOf } from '../reader.ts';
import { type LoginScreen, loginScreens, type SettingsName } from './login-screens.ts';
import { parseSections, type Sections } from './settings-file.ts';

type Fact = FactOf<'auto-login'>;
const consoleNames = ['consoles', 'consoleUnits', 'firstConsole', 'everyConsole'] as const;
type Name = 'loginScreen' | 'systemd' | SettingsName | (typeof consoleNames)[number];
type Transcripts = Readonly<Record<Name, Transcript>>;

const why = 'whether the login screen is skipped (whose account it is, is not kept)';
const file = (...paths: string[]): FileProbe => ({ kind: 'file', paths, why });
const parts = (folder: string): FilesProbe => ({ kind: 'files', folder, names: /\.conf$/, why });
const units = (folder: string, names: RegExp): FilesProbe => ({
  kind: 'files',
  folder,
  names,
  keep: /ExecStart|autologin/,
  why: 'whether a text console logs somebody in by itself',
});

/** Looks at the settings of the login screen that is in use, and no other: removed ones leave theirs behind. */
export const autoLoginLinux = reader<Fact, Name>({
  probes: {
    loginScreen: {
      kind: 'file',
      paths: ['/etc/systemd/system/display-manager.service', '/etc/X11/default-display-manager'],
      keep: /^\s*(ExecStart\s*=|\/)/,
      why: 'which program shows the login screen',
    },
    systemd: { kind: 'folder', path: '/run/systemd/system', why: 'whether systemd starts the login screen' },
    gdm: file('/etc/gdm3/custom.conf', '/etc/gdm3/daemon.conf', '/etc/gdm/custom.conf'),
    lightdmShipped: parts('/usr/share/lightdm/lightdm.conf.d'),
    lightdmParts: parts('/etc/lightdm/lightdm.conf.d'),
    lightdm: file('/etc/lightdm/lightdm.conf'),
    sddmShipped: parts('/usr/lib/sddm/sddm.conf.d'),
    sddmParts: parts('/etc/sddm.conf.d'),
    sddm: file('/etc/sddm.conf'),
    plasmaLoginParts: parts('/etc/plasmalogin.conf.d'),
    plasmaLogin: file('/etc/plasmalogin.conf'),
    greetd: file('/etc/greetd/config.toml'),
    lxdm: file('/etc/lxdm/lxdm.conf'),
    consoles: units('/etc/systemd/system/getty.target.wants', /\.service$/),
    consoleUnits: units('/etc/systemd/system', /^(autologin|(console-|serial-)?getty)(@\w*)?\.service$/),
    firstConsole: units('/etc/systemd/system/getty@tty1.service.d', /\.conf$/),
    everyConsole: units('/etc/systemd/system/getty@.service.d', /\.conf$/),
  },
  parse(transcripts): Parsed<Fact> {
    if (consoleNames.some((name) => logsInByItself(transcripts[name]))) return { fact: { on: true } };
    const screen = screenSays(transcripts);
    if (screen !== false) return screen === true ? { fact: { on: true } } : screen;
    const hidden = consoleNames.map((name) => consoleHidden(transcripts[name])).find((part) => part !== undefined);
    return hidden ?? { fact: { on: false } };
  },
});

/** Characters; no system has units about its consoles that are nearly as long. */
const consoleLimit = 100_000;

/** `ExecStart=-/sbin/agetty -o '-p -f -- \\u' --noclear --autologin anna %I $TERM`. */
function logsInByItself(unit: Transcript): boolean {
  if (unit.outcome !== 'ok' || unit.text.length > consoleLimit) return false;
  const lines = unit.text.split('\n').filter((line) => !/^\s*[#;]/.test(line));
  return lines.some((line) => /\s--autologin[ =]|getty\b.*\s-a\s?\S/.test(line));
}

function consoleHidden(unit: Transcript): CannotTell | undefined {
  const isTooLong = unit.outcome === 'ok' && unit.text.length > consoleLimit;
  return isTooLong ? { cannotTell: 'too-large', detail: 'the units of the text consoles' } : hiddenPart(unit);
}

function screenSays(transcripts: Transcripts): boolean | CannotTell {
  const { loginScreen, systemd, consoles } = transcripts;
  if (loginScreen.outcome === 'ok') return namedScreenSays(loginScreen.text, transcripts);
  if (loginScreen.outcome !== 'absent') return unreadOf(loginScreen) ?? false;
  // Under systemd, none is started without that file; what is left is the text console.
  const isText = systemd.outcome === 'ok' && /^ExecStart=\S*getty .*$/m.test(textOf(consoles));
  return isText ? false : onlyScreenSays(transcripts);
}

function namedScreenSays(text: string, transcripts: Transcripts): boolean | CannotTell {
  const start = /^[ \t]*(?:ExecStart[ \t]*=[ \t]*[-@:+!]*)?([^\s=]+)(.*)$/m.exec(text.slice(0, 10_000));
  const program = start?.[1]?.split('/').at(-1);
  if (!program || !/^[\w.-]{1,40}$/.test(program)) {
    return { cannotTell: 'unparsable', detail: 'which program shows the login screen' };
  }
  const screen = loginScreens.find(({ programs }) => programs.includes(program));
  const hasOwnSettings = /\s(--config|-c)\b/.test(start?.[2] ?? '');
  if (!screen || hasOwnSettings) return { cannotTell: 'unsupported', detail: `the login screen ${program}` };
  return settingsSay(screen, transcripts);
}

/** Nothing names the login screen: settings are believed where only one program has left some. */
function onlyScreenSays(transcripts: Transcripts): boolean | CannotTell {
  const present = loginScreens.filter(({ settings }) =>
    settings.some((name) => transcripts[name].outcome !== 'absent'),
  );
  const [only] = present;
  const isBelieved = only && present.length === 1 && sectionsOf(only, transcripts)?.size !== 0;
  return isBelieved
    ? settingsSay(only, transcripts)
    : { cannotTell: 'absent', detail: 'nothing names the login screen' };
}

/** Settings that are not there leave the login screen as it is shipped, which is with a password. */
function settingsSay(screen: LoginScreen, transcripts: Transcripts): boolean | CannotTell {
  const hidden = screen.settings.map((name) => hiddenPart(transcripts[name])).find((part) => part !== undefined);
  if (hidden) return hidden;
  const sections = sectionsOf(screen, transcripts);
  const isAutomatic = sections && screen.isAutomatic(sections);
  return isAutomatic ?? { cannotTell: 'unparsable', detail: `the settings of ${screen.programs[0]}` };
}

function sectionsOf({ settings }: LoginScreen, transcripts: Transcripts): Sections | undefined {
  return parseSections(settings.map((name) => `${textOf(transcripts[name])}\n`).join(''));
}

function hiddenPart(transcript: Transcript): CannotTell | undefined {
  return transcript.outcome === 'absent' ? undefined : unreadOf(transcript);
}

function textOf(transcript: Transcript): string {
  return transcript.outcome === 'ok' ? transcript.text : '';
}
