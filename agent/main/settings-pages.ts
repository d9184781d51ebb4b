import type { Os } from '../../shared/checks/define.ts';
import type { SettingsPage } from '../ipc/arguments.ts';

type Addresses = Readonly<Record<SettingsPage, string>>;

const windows: Addresses = {
  updates: 'ms-settings:windowsupdate',
  wifi: 'ms-settings:network-wifi',
  vpn: 'ms-settings:network-vpn',
  location: 'ms-settings:privacy-location',
  security: 'ms-settings:windowsdefender',
  firewall: 'ms-settings:windowsdefender',
  encryption: 'ms-settings:deviceencryption',
  'screen-lock': 'ms-settings:signinoptions',
  network: 'ms-settings:network-status',
  apps: 'ms-settings:appsfeatures',
  storage: 'ms-settings:storagesense',
  'date-time': 'ms-settings:dateandtime',
  displays: 'ms-settings:display',
  sharing: 'ms-settings:remotedesktop',
  accounts: 'ms-settings:yourinfo',
  sound: 'ms-settings:sound',
};

const pane = (name: string) => `x-apple.systempreferences:${name}`;
const macos: Addresses = {
  updates: pane('com.apple.Software-Update-Settings.extension'),
  wifi: pane('com.apple.wifi-settings-extension'),
  vpn: pane('com.apple.NetworkExtensionSettingsUI.NESettingsUIExtension'),
  location: pane('com.apple.settings.PrivacySecurity.extension?Privacy_LocationServices'),
  security: pane('com.apple.settings.PrivacySecurity.extension'),
  firewall: pane('com.apple.Network-Settings.extension?Firewall'),
  encryption: pane('com.apple.settings.PrivacySecurity.extension?FileVault'),
  'screen-lock': pane('com.apple.Lock-Screen-Settings.extension'),
  network: pane('com.apple.Network-Settings.extension'),
  apps: pane('com.apple.LoginItems-Settings.extension'),
  storage: pane('com.apple.settings.Storage'),
  'date-time': pane('com.apple.Date-Time-Settings.extension'),
  displays: pane('com.apple.Displays-Settings.extension'),
  sharing: pane('com.apple.Sharing-Settings.extension'),
  accounts: pane('com.apple.Users-Groups-Settings.extension'),
  sound: pane('com.apple.Sound-Settings.extension'),
};

/** Addresses that the system itself opens; on Linux there are none, and a program is started instead. */
export const settingsAddresses: Readonly<Record<Exclude<Os, 'linux'>, Addresses>> = { windows, macos };

/** One way to a page: a settings program, and how it is told the page. */
export interface SettingsProgram {
  readonly path: string;
  readonly args: readonly string[];
}

/** Panels of GNOME's and modules of KDE's settings; where KDE has none, its settings open at their start. */
const panels: Readonly<Record<Exclude<SettingsPage, 'updates'>, readonly [gnome: string, kde?: string]>> = {
  wifi: ['wifi', 'kcm_networkmanagement'],
  vpn: ['network', 'kcm_networkmanagement'],
  location: ['location'],
  security: ['privacy', 'kcm_screenlocker'],
  firewall: ['network', 'kcm_firewall'],
  encryption: ['privacy'],
  'screen-lock': ['lock', 'kcm_screenlocker'],
  network: ['network', 'kcm_networkmanagement'],
  apps: ['applications'],
  storage: ['info-overview'],
  'date-time': ['datetime', 'kcm_clock'],
  displays: ['display', 'kcm_kscreen'],
  sharing: ['sharing'],
  accounts: ['user-accounts', 'kcm_users'],
  sound: ['sound', 'kcm_pulseaudio'],
};

const updatePrograms: readonly SettingsProgram[] = [
  { path: '/usr/bin/gnome-software', args: ['--mode=updates'] },
  { path: '/usr/bin/plasma-discover', args: ['--mode', 'update'] },
  { path: '/usr/bin/update-manager', args: [] },
  { path: '/usr/bin/mintupdate', args: [] },
];

/** Linux: the settings programs of the desktops, by absolute path; the first that is there is taken. */
export function settingsPrograms(page: SettingsPage): readonly SettingsProgram[] {
  if (page === 'updates') return updatePrograms;
  const [gnome, kde] = panels[page];
  const inKde = kde === undefined ? [] : [kde];
  return [
    { path: '/usr/bin/gnome-control-center', args: [gnome] },
    { path: '/usr/bin/systemsettings', args: inKde },
    { path: '/usr/bin/systemsettings5', args: inKde },
    { path: '/usr/bin/cinnamon-settings', args: [] },
    { path: '/usr/bin/xfce4-settings-manager', args: [] },
    { path: '/usr/bin/mate-control-center', args: [] },
  ];
}
