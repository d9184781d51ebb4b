import type { Os } from '../../shared/checks/define.ts';
import { runCommand } from '../core/host/run-command.ts';

/** Whether the desktop shows icons beside the clock. Only some of Linux do not, and a bus says which. */
export async function hasIndicator(os: Os, bus: string): Promise<boolean> {
  if (os !== 'linux') return true;
  const asked = await runCommand({
    paths: ['/usr/bin/busctl'],
    args: [
      `--address=${bus}`,
      'call',
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus',
      'NameHasOwner',
      's',
      'org.kde.StatusNotifierWatcher',
    ],
    timeout: 3_000,
  });
  return asked.outcome === 'ok' && asked.text.trim() === 'b true';
}
