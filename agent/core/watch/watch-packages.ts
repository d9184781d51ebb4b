import type { Host } from '../host/host.ts';
import type { Watch } from './event.ts';

/** Folders in which a change of certain names means that updates or packages have changed. */
export const packageFolders: readonly { path: string; names: RegExp; why: string }[] = [
  { path: '/var/lib/dpkg', names: /^status$/, why: 'notices that a package was installed, updated or removed' },
  { path: '/var/lib/apt/lists', names: /_Packages|^partial$/, why: 'notices that updates were looked for' },
  { path: '/etc/apt/apt.conf.d', names: /./, why: 'notices that automatic updates were switched on or off' },
  { path: '/run', names: /^reboot-required$/, why: 'notices that an update asks for a restart' },
];

/** Milliseconds: an update writes the list of packages many times over. */
const settle = 1_000;

/** Calls back once packages or lists have changed and come to rest. Folders that are not there are passed over. */
export function watchPackages(host: Host, onChange: () => void): Watch {
  let settled: NodeJS.Timeout | undefined;
  const watches = packageFolders.map(({ path, names }) =>
    host.watchFolder(path, (name) => {
      if (!names.test(name)) return;
      clearTimeout(settled);
      settled = setTimeout(onChange, settle);
    }),
  );
  return {
    close() {
      clearTimeout(settled);
      for (const watch of watches) watch?.close();
    },
  };
}
