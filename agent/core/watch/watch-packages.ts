import type { Host } from '../host/host.ts';
import type { Watch } from './event.ts';
import { type WatchedFolder, watchFolders } from './watch-folders.ts';

/** What a change in it means: updates or packages have changed. */
export const packageFolders: readonly WatchedFolder[] = [
  { path: '/var/lib/dpkg', names: /^status$/, why: 'notices that a package was installed, updated or removed' },
  { path: '/var/lib/apt/lists', names: /_Packages|^partial$/, why: 'notices that updates were looked for' },
  { path: '/etc/apt/apt.conf.d', names: /./, why: 'notices that automatic updates were switched on or off' },
  { path: '/run', names: /^reboot-required$/, why: 'notices that an update asks for a restart' },
];

/** Milliseconds: an update writes the list of packages many times over. */
const settle = 1_000;

/** Calls back once packages or lists have changed and come to rest. */
export function watchPackages(host: Pick<Host, 'watchFolder'>, onChange: () => void): Watch {
  return watchFolders(host, packageFolders, settle, onChange);
}
