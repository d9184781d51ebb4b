import type { Os } from '../../../shared/checks/define.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';
import { adminRightsLinux } from './admin-rights/linux.ts';
import { adminRightsMacos } from './admin-rights/macos.ts';
import { agentHealthLinux } from './agent-health/linux.ts';
import { antivirusLinux } from './antivirus/linux.ts';
import { antivirusMacos } from './antivirus/macos.ts';
import { autoLoginLinux } from './auto-login/linux.ts';
import { autoLoginMacos } from './auto-login/macos.ts';
import { diskEncryptionLinux } from './disk-encryption/linux.ts';
import { diskEncryptionMacos } from './disk-encryption/macos.ts';
import { firewallLinux } from './firewall/linux.ts';
import { firewallMacos } from './firewall/macos.ts';
import { osPatchLinux } from './os-patch/linux.ts';
import { osPatchMacos } from './os-patch/macos.ts';
import type { Reader } from './reader.ts';
import { remoteLoginLinux } from './remote-login/linux.ts';
import { remoteLoginMacos } from './remote-login/macos.ts';
import { removableMediaLinux } from './removable-media/linux.ts';
import { removableMediaMacos } from './removable-media/macos.ts';
import { screenLockLinux } from './screen-lock/linux.ts';
import { screenLockMacos } from './screen-lock/macos.ts';
import { secureBootLinux } from './secure-boot/linux.ts';
import { secureBootMacos } from './secure-boot/macos.ts';
import { softwareLinux } from './software/linux.ts';
import { softwareMacos } from './software/macos.ts';
import { timeSyncLinux } from './time-sync/linux.ts';
import { timeSyncMacos } from './time-sync/macos.ts';
import { virtualMachineLinux } from './virtual-machine/linux.ts';
import { virtualMachineMacos } from './virtual-machine/macos.ts';
import { vpnLinux } from './vpn/linux.ts';
import { vpnMacos } from './vpn/macos.ts';
import { wifiSecurityLinux } from './wifi-security/linux.ts';
import { wifiSecurityMacos } from './wifi-security/macos.ts';

export type Readers = { readonly [Id in CheckId]: Readonly<Record<Os, Reader<FactOf<Id>> | 'unsupported'>> };

/** Every reader there is. A check without one for a system says so here, and its fact is `unsupported` there. */
export const readers: Readers = {
  'os-patch': { windows: 'unsupported', macos: osPatchMacos, linux: osPatchLinux },
  'wifi-security': { windows: 'unsupported', macos: wifiSecurityMacos, linux: wifiSecurityLinux },
  vpn: { windows: 'unsupported', macos: vpnMacos, linux: vpnLinux },
  software: { windows: 'unsupported', macos: softwareMacos, linux: softwareLinux },
  'disk-encryption': { windows: 'unsupported', macos: diskEncryptionMacos, linux: diskEncryptionLinux },
  firewall: { windows: 'unsupported', macos: firewallMacos, linux: firewallLinux },
  antivirus: { windows: 'unsupported', macos: antivirusMacos, linux: antivirusLinux },
  'screen-lock': { windows: 'unsupported', macos: screenLockMacos, linux: screenLockLinux },
  'remote-login': { windows: 'unsupported', macos: remoteLoginMacos, linux: remoteLoginLinux },
  'admin-rights': { windows: 'unsupported', macos: adminRightsMacos, linux: adminRightsLinux },
  'auto-login': { windows: 'unsupported', macos: autoLoginMacos, linux: autoLoginLinux },
  'secure-boot': { windows: 'unsupported', macos: secureBootMacos, linux: secureBootLinux },
  'virtual-machine': { windows: 'unsupported', macos: virtualMachineMacos, linux: virtualMachineLinux },
  'removable-media': { windows: 'unsupported', macos: removableMediaMacos, linux: removableMediaLinux },
  'time-sync': { windows: 'unsupported', macos: timeSyncMacos, linux: timeSyncLinux },
  'agent-health': { windows: 'unsupported', macos: 'unsupported', linux: agentHealthLinux },
};
