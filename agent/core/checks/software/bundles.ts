/**
 * Bundle ids of catalogue software on macOS, by catalogue id: those of the vendors' own applications, their services and
 * extensions. One that ends with a dot or a dash is a beginning. They stay when somebody renames the application.
 */
export const bundles: Readonly<Record<string, readonly string[]>> = {
  anydesk: ['com.philandro.anydesk'],
  teamviewer: ['com.teamviewer.'],
  rustdesk: ['com.carriez.rustdesk', 'com.carriez.flutterrustdesk', 'com.carriez.rustdesk_'],
  'chrome-remote-desktop': [
    'com.google.chromeremotedesktop',
    'com.google.chrome_remote_desktop',
    'org.chromium.chromoting',
  ],
  splashtop: ['com.splashtop.'],
  logmein: ['com.logmein.'],
  screenconnect: ['com.screenconnect.', 'com.connectwise.control'],
  supremo: ['com.nanosystems.supremo', 'it.nanosystems.supremo'],
  dwservice: ['net.dwservice.'],
  parsec: ['tv.parsec.www'],
  nomachine: ['com.nomachine.'],
  realvnc: ['com.realvnc.'],
  tigervnc: ['com.tigervnc.'],
  meshagent: ['com.meshcentral.'],
  'zoho-assist': ['com.zoho.assist', 'com.zohocorp.assist'],
  'obs-studio': ['com.obsproject.obs-studio'],
  camtasia: ['com.techsmith.camtasia'],
  virtualbox: ['org.virtualbox.app.'],
  vmware: ['com.vmware.fusion'],
  // UTM is QEMU with windows.
  qemu: ['com.utmapp.utm'],
  transmission: ['org.m0k.transmission'],
  qbittorrent: ['org.qbittorrent.qbittorrent'],
  deluge: ['org.deluge-torrent.'],
  utorrent: ['com.bittorrent.utorrent', 'com.bittorrent.utweb'],
};
