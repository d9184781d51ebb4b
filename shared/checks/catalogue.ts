import { z } from 'zod';

export const SoftwareCategory = z.enum([
  'remote-access',
  'screen-recording',
  'virtual-machine',
  'peer-to-peer',
  'key-logging',
  'mouse-moving',
]);
export type SoftwareCategory = z.infer<typeof SoftwareCategory>;

export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly category: SoftwareCategory;
  /** File names of its programs in lower case, without `.exe`. */
  readonly processes: readonly string[];
  /** Debian or RPM package names. */
  readonly packages?: readonly string[];
}

/** Version of the catalogue; a report names the one it was matched against. */
export const catalogueVersion = '2026-11-22';

type Product = Pick<CatalogueEntry, 'name' | 'processes' | 'packages'>;

/**
 * Software that policies can name. File and package names are those of the vendors' own Linux, Windows and macOS
 * packages and of Debian's; only names that belong to the product alone are listed.
 */
const products: Readonly<Record<SoftwareCategory, Readonly<Record<string, Product>>>> = {
  'remote-access': {
    anydesk: { name: 'AnyDesk', processes: ['anydesk'], packages: ['anydesk'] },
    teamviewer: {
      name: 'TeamViewer',
      processes: ['teamviewer', 'teamviewerd', 'teamviewer_service', 'teamviewer_desktop'],
      packages: ['teamviewer', 'teamviewer-host'],
    },
    rustdesk: { name: 'RustDesk', processes: ['rustdesk'], packages: ['rustdesk'] },
    'chrome-remote-desktop': {
      name: 'Chrome Remote Desktop',
      processes: ['chrome-remote-desktop-host', 'remoting_host', 'remote_assistance_host'],
      packages: ['chrome-remote-desktop'],
    },
    'quick-assist': { name: 'Quick Assist', processes: ['quickassist'] },
    splashtop: {
      name: 'Splashtop',
      processes: ['splashtop-streamer', 'srserver', 'srfeature', 'strwinclt'],
      packages: ['splashtop-streamer'],
    },
    logmein: { name: 'LogMeIn', processes: ['logmein', 'logmeinsystray', 'lmiguardiansvc'] },
    screenconnect: {
      name: 'ScreenConnect',
      processes: ['screenconnect.clientservice', 'screenconnect.windowsclient', 'connectwisecontrol.client'],
    },
    supremo: { name: 'Supremo', processes: ['supremo', 'supremosystem'] },
    ammyy: { name: 'Ammyy Admin', processes: ['aa_v3', 'ammyyadmin'] },
    ultraviewer: { name: 'UltraViewer', processes: ['ultraviewer_desktop', 'ultraviewer_service'] },
    dwservice: { name: 'DWService', processes: ['dwagent', 'dwagsvc', 'dwaglnc'] },
    parsec: { name: 'Parsec', processes: ['parsecd'], packages: ['parsec'] },
    nomachine: {
      name: 'NoMachine',
      processes: ['nxserver.bin', 'nxnode.bin', 'nxplayer.bin'],
      packages: ['nomachine'],
    },
    realvnc: {
      name: 'RealVNC',
      processes: ['vncserver-x11', 'vncserver-x11-serviced', 'vncserver', 'winvnc4'],
      packages: ['realvnc-vnc-server'],
    },
    tigervnc: {
      name: 'TigerVNC',
      processes: ['xtigervnc', 'x0tigervncserver', 'x0vncserver'],
      packages: ['tigervnc-standalone-server', 'tigervnc-scraping-server'],
    },
    tightvnc: { name: 'TightVNC', processes: ['tvnserver', 'xtightvnc'], packages: ['tightvncserver'] },
    x11vnc: { name: 'x11vnc', processes: ['x11vnc'], packages: ['x11vnc'] },
    xrdp: { name: 'xrdp', processes: ['xrdp', 'xrdp-sesman'], packages: ['xrdp'] },
    meshagent: { name: 'MeshCentral agent', processes: ['meshagent', 'meshagent64'] },
    'zoho-assist': { name: 'Zoho Assist', processes: ['zohoassist', 'zohours', 'za_connect'] },
  },
  'screen-recording': {
    'obs-studio': { name: 'OBS Studio', processes: ['obs', 'obs64', 'obs32'], packages: ['obs-studio'] },
    simplescreenrecorder: {
      name: 'SimpleScreenRecorder',
      processes: ['simplescreenrecorder'],
      packages: ['simplescreenrecorder'],
    },
    kazam: { name: 'Kazam', processes: ['kazam'], packages: ['kazam'] },
    vokoscreen: { name: 'vokoscreenNG', processes: ['vokoscreenng'], packages: ['vokoscreen-ng'] },
    bandicam: { name: 'Bandicam', processes: ['bdcam', 'bandicam'] },
    camtasia: { name: 'Camtasia', processes: ['camtasiastudio', 'camrecorder', 'camtasia'] },
  },
  'virtual-machine': {
    virtualbox: {
      name: 'VirtualBox',
      processes: ['virtualbox', 'virtualboxvm', 'vboxheadless'],
      packages: ['virtualbox'],
    },
    vmware: { name: 'VMware Workstation', processes: ['vmware', 'vmware-vmx', 'vmplayer'] },
    qemu: {
      name: 'QEMU',
      processes: ['qemu-system-x86_64', 'qemu-system-aarch64', 'qemu-kvm'],
      packages: ['qemu-system-x86'],
    },
  },
  'peer-to-peer': {
    transmission: {
      name: 'Transmission',
      processes: ['transmission-gtk', 'transmission-qt', 'transmission-daemon'],
      packages: ['transmission-gtk', 'transmission-qt', 'transmission-daemon'],
    },
    qbittorrent: {
      name: 'qBittorrent',
      processes: ['qbittorrent', 'qbittorrent-nox'],
      packages: ['qbittorrent', 'qbittorrent-nox'],
    },
    deluge: { name: 'Deluge', processes: ['deluge', 'deluged', 'deluge-gtk'], packages: ['deluge', 'deluged'] },
    utorrent: { name: 'µTorrent', processes: ['utorrent', 'utweb'] },
  },
  'key-logging': {
    logkeys: { name: 'logkeys', processes: ['logkeys'], packages: ['logkeys'] },
  },
  'mouse-moving': {
    'mouse-jiggler': { name: 'Mouse Jiggler', processes: ['mousejiggler', 'mousejiggle'] },
    xdotool: { name: 'xdotool', processes: ['xdotool'], packages: ['xdotool'] },
    ydotool: { name: 'ydotool', processes: ['ydotool', 'ydotoold'], packages: ['ydotool'] },
  },
};

export const catalogue: readonly CatalogueEntry[] = SoftwareCategory.options.flatMap((category) =>
  Object.entries(products[category]).map(([id, product]) => ({ id, category, ...product })),
);

const byId = new Map(catalogue.map((item) => [item.id, item]));

export function findInCatalogue(id: string): CatalogueEntry | undefined {
  return byId.get(id);
}
