import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Os } from '../../shared/checks/define.ts';

/** Said at a start that nobody asked for: no window comes up. */
const quietly = '--hidden';

/** Pure: what the desktops of Linux start at sign-in. */
export function autostartEntry(program: string): string {
  // The specification wants these escaped within quotes.
  const quoted = program.replace(/["`$\\]/g, (sign) => `\\${sign}`);
  return `[Desktop Entry]
Type=Application
Name=Shiftgate
Exec="${quoted}" ${quietly}
X-GNOME-Autostart-enabled=true
`;
}

/** A Mac hands no arguments over, but knows why it started a program. */
export function isQuietStart(os: Os, argv: readonly string[]): boolean {
  return argv.includes(quietly) || (os === 'macos' && app.getLoginItemSettings().wasOpenedAtLogin);
}

export interface LoginItem {
  readonly os: Os;
  /** The program as it is started: an AppImage runs from a place that is gone at the next start. */
  readonly program: string;
}

export function setLoginItem({ os, program }: LoginItem, on: boolean): void {
  if (os !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: [quietly] });
    return;
  }
  const folder = join(app.getPath('appData'), 'autostart');
  const file = join(folder, 'shiftgate.desktop');
  rmSync(file, { force: true });
  if (!on) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, autostartEntry(program));
}
