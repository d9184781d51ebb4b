import { findInCatalogue } from '../../../../shared/checks/catalogue.ts';

/** How an installed program is entered in Windows' own lists. */
interface WindowsName {
  /** Names under "Installed apps", where they do not begin with the name in the catalogue. */
  readonly display?: RegExp;
  /** Names of packages from the Store, up to their version. */
  readonly store?: RegExp;
}

/** Sources: the makers' installers, and the names of their packages in the Store. */
const names: Readonly<Record<string, WindowsName>> = {
  'chrome-remote-desktop': { display: /^Chrome Remote Desktop/i },
  'quick-assist': { display: /^Quick Assist$/i, store: /^MicrosoftCorporationII\.QuickAssist_/i },
  anydesk: { display: /^AnyDesk/i, store: /^AnyDeskSoftware\.AnyDesk_/i },
  logmein: { display: /^LogMeIn( Client)?$/i },
  meshagent: { display: /^Mesh ?Agent/i },
  realvnc: { display: /^(RealVNC|VNC (Server|Connect))/i },
  screenconnect: { display: /^(ScreenConnect|ConnectWise Control) Client/i },
  splashtop: { display: /^Splashtop (Streamer|Business|Personal|for )/i },
  teamviewer: { display: /^TeamViewer/i },
  'zoho-assist': { display: /^Zoho Assist/i },
  'obs-studio': { display: /^OBS Studio/i, store: /\.OBSStudio_/i },
  virtualbox: { display: /^(Oracle )?(VM )?VirtualBox(?! Guest)/i },
  vmware: { display: /^VMware (Workstation|Player|Fusion)/i },
  qemu: { display: /^QEMU(?! guest agent)/i },
  utorrent: { display: /^[µuμ]Torrent/iu },
};

/** Whether an entry of "Installed apps" is this program. */
export function isInstalledAs(id: string, displayName: string): boolean {
  const known = names[id]?.display;
  if (known) return known.test(displayName);
  const name = findInCatalogue(id)?.name.toLowerCase();
  const shown = displayName.toLowerCase();
  return name !== undefined && (shown === name || shown.startsWith(`${name} `));
}

export function isStorePackageOf(id: string, packageName: string): boolean {
  return names[id]?.store?.test(packageName) === true;
}
