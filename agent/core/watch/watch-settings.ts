import type { CheckId } from '../../../shared/checks/index.ts';
import { clockServices, serviceFolders } from '../checks/time-sync/linux.ts';
import type { Host } from '../host/host.ts';
import type { Watch } from './event.ts';
import { type WatchedFolder, watchFolders } from './watch-folders.ts';

interface SettingsFolder extends WatchedFolder {
  readonly check: CheckId;
}

const clock = { check: 'time-sync', why: 'notices that the clock was set to follow a server, or by hand' } as const;
const firewall = { check: 'firewall', why: 'notices that the firewall was switched on or off' } as const;
const login = { check: 'auto-login', why: 'notices that automatic login was switched on or off' } as const;
const firewallServices = /^(ufw|firewalld|nftables)\.service$/;

/** What a change in each means: a setting of that check has changed. */
export const settingsFolders: readonly SettingsFolder[] = [
  { path: serviceFolders.early, names: clockServices, ...clock },
  { path: serviceFolders.other, names: clockServices, ...clock },
  { path: '/run/systemd/timesync', names: /^synchronized$/, ...clock },
  { path: serviceFolders.other, names: firewallServices, ...firewall },
  { path: '/etc/ufw', names: /^(ufw\.conf|user6?\.rules)$/, ...firewall },
  { path: '/etc/firewalld', names: /^firewalld\.conf$/, ...firewall },
  { path: '/etc', names: /^nftables\.conf$/, ...firewall },
  { path: '/etc', names: /^(sddm|plasmalogin)\.conf$/, ...login },
  { path: '/etc/systemd/system', names: /^display-manager\.service$|getty/, ...login },
  { path: '/etc/gdm3', names: /\.conf$/, ...login },
  { path: '/etc/gdm', names: /\.conf$/, ...login },
  { path: '/etc/lightdm', names: /\.conf$/, ...login },
  { path: '/etc/lightdm/lightdm.conf.d', names: /\.conf$/, ...login },
  { path: '/etc/sddm.conf.d', names: /\.conf$/, ...login },
  {
    path: '/etc/modprobe.d',
    names: /\.conf$/,
    check: 'removable-media',
    why: 'notices that USB disks were allowed or refused',
  },
];

/** Milliseconds: programs write a setting to a new file, and move it over the old one. */
const settle = 300;

/** Calls back with the check whose setting has changed and come to rest. */
export function watchSettings(host: Pick<Host, 'watchFolder'>, onChange: (check: CheckId) => void): Watch {
  return watchFolders(host, settingsFolders, settle, ({ check }) => onChange(check));
}
