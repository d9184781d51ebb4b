import type { Os } from '../../../shared/checks/define.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';
import { adminRightsLinux } from './admin-rights/linux.ts';
import { adminRightsMacos } from './admin-rights/macos.ts';
import { adminRightsWindows } from './admin-rights/windows.ts';
import { agentHealthLinux } from './agent-health/linux.ts';
import { agentHealthMacos } from './agent-health/macos.ts';
import { agentHealthWindows } from './agent-health/windows.ts';
import { antivirusLinux } from './antivirus/linux.ts';
import { antivirusMacos } from './antivirus/macos.ts';
import { antivirusWindows } from './antivirus/windows.ts';
import { autoLoginLinux } from './auto-login/linux.ts';
import { autoLoginMacos } from './auto-login/macos.ts';
import { autoLoginWindows } from './auto-login/windows.ts';
import { diskEncryptionLinux } from './disk-encryption/linux.ts';
import { diskEncryptionMacos } from './disk-encryption/macos.ts';
import { diskEncryptionWindows } from './disk-encryption/windows.ts';
import { firewallLinux } from './firewall/linux.ts';
import { firewallMacos } from './firewall/macos.ts';
import { firewallWindows } from './firewall/windows.ts';
import { osPatchLinux } from './os-patch/linux.ts';
import { osPatchMacos } from './os-patch/macos.ts';
import { osPatchWindows } from './os-patch/windows.ts';
import type { Reader } from './reader.ts';
import { remoteLoginLinux } from './remote-login/linux.ts';
import { remoteLoginMacos } from './remote-login/macos.ts';
import { remoteLoginWindows } from './remote-login/windows.ts';
import { removableMediaLinux } from './removable-media/linux.ts';
import { removableMediaMacos } from './removable-media/macos.ts';
import { removableMediaWindows } from './removable-media/windows.ts';
import { screenLockLinux } from './screen-lock/linux.ts';
import { screenLockMacos } from './screen-lock/macos.ts';
import { screenLockWindows } from './screen-lock/windows.ts';
import { secureBootLinux } from './secure-boot/linux.ts';
import { secureBootMacos } from './secure-boot/macos.ts';
import { secureBootWindows } from './secure-boot/windows.ts';
import { softwareLinux } from './software/linux.ts';
import { softwareMacos } from './software/macos.ts';
import { softwareWindows } from './software/windows.ts';
import { timeSyncLinux } from './time-sync/linux.ts';
import { timeSyncMacos } from './time-sync/macos.ts';
import { timeSyncWindows } from './time-sync/windows.ts';
import { virtualMachineLinux } from './virtual-machine/linux.ts';
import { virtualMachineMacos } from './virtual-machine/macos.ts';
import { virtualMachineWindows } from './virtual-machine/windows.ts';
import { vpnLinux } from './vpn/linux.ts';
import { vpnMacos } from './vpn/macos.ts';
import { vpnWindows } from './vpn/windows.ts';
import { wifiSecurityLinux } from './wifi-security/linux.ts';
import { wifiSecurityMacos } from './wifi-security/macos.ts';
import { wifiSecurityWindows } from './wifi-security/windows.ts';

export type Readers = { readonly [Id in CheckId]: Readonly<Record<Os, Reader<FactOf<Id>> | 'unsupported'>> };

/** Every reader there is. A check without one for a system says so here, and its fact is `unsupported` there. */
export const readers: Readers = {
  'os-patch': { windows: osPatchWindows, macos: osPatchMacos, linux: osPatchLinux },
  'wifi-security': { windows: wifiSecurityWindows, macos: wifiSecurityMacos, linux: wifiSecurityLinux },
  vpn: { windows: vpnWindows, macos: vpnMacos, linux: vpnLinux },
  software: { windows: softwareWindows, macos: softwareMacos, linux: softwareLinux },
  'disk-encryption': { windows: diskEncryptionWindows, macos: diskEncryptionMacos, linux: diskEncryptionLinux },
  firewall: { windows: firewallWindows, macos: firewallMacos, linux: firewallLinux },
  antivirus: { windows: antivirusWindows, macos: antivirusMacos, linux: antivirusLinux },
  'screen-lock': { windows: screenLockWindows, macos: screenLockMacos, linux: screenLockLinux },
  'remote-login': { windows: remoteLoginWindows, macos: remoteLoginMacos, linux: remoteLoginLinux },
  'admin-rights': { windows: adminRightsWindows, macos: adminRightsMacos, linux: adminRightsLinux },
  'auto-login': { windows: autoLoginWindows, macos: autoLoginMacos, linux: autoLoginLinux },
  'secure-boot': { windows: secureBootWindows, macos: secureBootMacos, linux: secureBootLinux },
  'virtual-machine': { windows: virtualMachineWindows, macos: virtualMachineMacos, linux: virtualMachineLinux },
  'removable-media': { windows: removableMediaWindows, macos: removableMediaMacos, linux: removableMediaLinux },
  'time-sync': { windows: timeSyncWindows, macos: timeSyncMacos, linux: timeSyncLinux },
  'agent-health': { windows: agentHealthWindows, macos: agentHealthMacos, linux: agentHealthLinux },
};
