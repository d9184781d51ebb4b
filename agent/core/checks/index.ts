import type { Os } from '../../../shared/checks/define.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';
import { adminRightsLinux } from './admin-rights/linux.ts';
import { antivirusLinux } from './antivirus/linux.ts';
import { diskEncryptionLinux } from './disk-encryption/linux.ts';
import { firewallLinux } from './firewall/linux.ts';
import { osPatchLinux } from './os-patch/linux.ts';
import type { Reader } from './reader.ts';
import { remoteLoginLinux } from './remote-login/linux.ts';
import { screenLockLinux } from './screen-lock/linux.ts';
import { softwareLinux } from './software/linux.ts';
import { vpnLinux } from './vpn/linux.ts';
import { wifiSecurityLinux } from './wifi-security/linux.ts';

export type Readers = { readonly [Id in CheckId]: Readonly<Record<Os, Reader<FactOf<Id>> | 'unsupported'>> };

/** Every reader there is. A check without one for a system says so here, and its fact is `unsupported` there. */
export const readers: Readers = {
  'os-patch': { windows: 'unsupported', macos: 'unsupported', linux: osPatchLinux },
  'wifi-security': { windows: 'unsupported', macos: 'unsupported', linux: wifiSecurityLinux },
  vpn: { windows: 'unsupported', macos: 'unsupported', linux: vpnLinux },
  software: { windows: 'unsupported', macos: 'unsupported', linux: softwareLinux },
  'disk-encryption': { windows: 'unsupported', macos: 'unsupported', linux: diskEncryptionLinux },
  firewall: { windows: 'unsupported', macos: 'unsupported', linux: firewallLinux },
  antivirus: { windows: 'unsupported', macos: 'unsupported', linux: antivirusLinux },
  'screen-lock': { windows: 'unsupported', macos: 'unsupported', linux: screenLockLinux },
  'remote-login': { windows: 'unsupported', macos: 'unsupported', linux: remoteLoginLinux },
  'admin-rights': { windows: 'unsupported', macos: 'unsupported', linux: adminRightsLinux },
  'auto-login': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'secure-boot': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'virtual-machine': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'removable-media': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'time-sync': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'agent-health': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
};
