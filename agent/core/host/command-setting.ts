import { tmpdir } from 'node:os';
import { findOs } from './os.ts';
import { systemFolder } from './windows/library.ts';

/** What every program that the agent starts gets, whatever the agent itself was started with. */
export interface CommandSetting {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Leads its own group of processes, so that its children end with it. Windows would open a window for it. */
  readonly detached: boolean;
  readonly windowsHide: true;
}

const setting: CommandSetting = {
  // Texts stay English and paths the system's.
  env: { LC_ALL: 'C.UTF-8', LANGUAGE: '', PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  cwd: '/',
  detached: true,
  windowsHide: true,
};

let forWindows: CommandSetting | undefined;

export function commandSetting(): CommandSetting {
  if (findOs() !== 'windows') return setting;
  forWindows ??= windowsSetting(systemFolder(), tmpdir());
  return forWindows;
}

/** PowerShell looks for its modules only in the system's folder, not in one of the person's. */
export function windowsSetting(system: string, temporary: string): CommandSetting {
  const windows = system.slice(0, system.lastIndexOf('\\'));
  const env = {
    SystemRoot: windows,
    windir: windows,
    SystemDrive: windows.slice(0, 2),
    ComSpec: `${system}\\cmd.exe`,
    PATH: `${system};${windows};${system}\\Wbem;${system}\\WindowsPowerShell\\v1.0`,
    PATHEXT: '.COM;.EXE',
    PSModulePath: `${system}\\WindowsPowerShell\\v1.0\\Modules`,
    TEMP: temporary,
    TMP: temporary,
  };
  return { env, cwd: system, detached: false, windowsHide: true };
}

/** Where a program or file is: `%System32%` is the system's folder by Windows' own word. */
export function placeOf(path: string): string {
  return path.startsWith('%System32%\\') ? path.replace('%System32%', systemFolder()) : path;
}
