import type { CheckId } from '../../../shared/checks/index.ts';
import type { Host } from '../host/host.ts';
import type { Watch, WatchEvent } from './event.ts';

/** Folders in which a change of certain names means that facts have changed. */
export const macosFolders: readonly {
  readonly path: string;
  readonly names: RegExp;
  readonly because: WatchEvent['because'];
  readonly checks: readonly CheckId[];
  readonly why: string;
}[] = [
  {
    path: '/Applications',
    names: /\.app$/,
    because: 'packages',
    checks: ['software'],
    why: 'notices that an application was installed or removed',
  },
  {
    path: '/Library/Receipts',
    names: /^InstallHistory\.plist$/,
    because: 'packages',
    checks: ['os-patch', 'antivirus', 'software'],
    why: 'notices that an update was installed',
  },
  {
    path: '/Library/Preferences',
    names: /^com\.apple\.SoftwareUpdate\.plist$/,
    because: 'packages',
    checks: ['os-patch'],
    why: 'notices that updates were looked for, or switched on or off',
  },
  {
    path: '/Library/Preferences',
    names: /^com\.apple\.(?:alf|loginwindow|networkextension)\.plist$/,
    because: 'settings',
    checks: ['firewall', 'auto-login', 'vpn'],
    why: 'notices that the firewall or automatic login was switched on or off',
  },
  {
    path: '/Library/Managed Preferences',
    names: /\.plist$/,
    because: 'settings',
    checks: ['os-patch', 'screen-lock', 'removable-media', 'time-sync'],
    why: 'notices that the company has changed a setting',
  },
  {
    path: '/var/db/com.apple.xpc.launchd',
    names: /^disabled\.plist$/,
    because: 'settings',
    checks: ['remote-login', 'time-sync'],
    why: 'notices that a way of getting in from outside was switched on or off',
  },
  {
    path: '/Volumes',
    names: /./,
    because: 'settings',
    checks: ['removable-media'],
    why: 'notices that a disk or a stick was plugged in or ejected (its name is not kept)',
  },
];

/** Milliseconds: settings and applications are written in several steps. */
const settle = 1_000;

/** Says which facts to read again once a folder has come to rest. Folders that are not there are passed over. */
export function watchMacosFolders(host: Pick<Host, 'watchFolder'>, onEvent: (event: WatchEvent) => void): Watch {
  const pending = new Map<object, NodeJS.Timeout>();
  const watches = macosFolders.map((folder) =>
    host.watchFolder(folder.path, (name) => {
      if (!folder.names.test(name)) return;
      clearTimeout(pending.get(folder));
      pending.set(
        folder,
        setTimeout(() => onEvent({ because: folder.because, checks: folder.checks }), settle),
      );
    }),
  );
  return {
    close() {
      for (const timer of pending.values()) clearTimeout(timer);
      for (const watch of watches) watch?.close();
    },
  };
}
