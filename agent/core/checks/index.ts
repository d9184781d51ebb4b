import type { Os } from '../../../shared/checks/define.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';
import { adminRightsWindows } from './admin-rights/windows.ts';
import { antivirusWindows } from './antivirus/windows.ts';
import { autoLoginWindows } from './auto-login/windows.ts';
import { diskEncryptionWindows } from './disk-encryption/windows.ts';
import { firewallWindows } from './firewall/windows.ts';
import { osPatchLinux } from './os-patch/linux.ts';
import { osPatchWindows } from './os-patch/windows.ts';
import type { Reader } from './reader.ts';
import { remoteLoginWindows } from './remote-login/windows.ts';
import { removableMediaWindows } from './removable-media/windows.ts';
import { screenLockWindows } from './screen-lock/windows.ts';
import { secureBootWindows } from './secure-boot/windows.ts';
import { softwareLinux } from './software/linux.ts';
import { softwareWindows } from './software/windows.ts';
import { timeSyncWindows } from './time-sync/windows.ts';
import { virtualMachineWindows } from './virtual-machine/windows.ts';
import { vpnLinux } from './vpn/linux.ts';
import { vpnWindows } from './vpn/windows.ts';
import { wifiSecurityLinux } from './wifi-security/linux.ts';
import { wifiSecurityWindows } from './wifi-security/windows.ts';

export type Readers = { readonly [Id in CheckId]: Readonly<Record<Os, Reader<FactOf<Id>> | 'unsupported'>> };

/** Every reader there is. A check without one for a system says so here, and its fact is `unsupported` there. */
export const readers: Readers = {
  'os-patch': { windows: osPatchWindows, macos: 'unsupported', linux: osPatchLinux },
  'wifi-security': { windows: wifiSecurityWindows, macos: 'unsupported', linux: wifiSecurityLinux },
  vpn: { windows: vpnWindows, macos: 'unsupported', linux: vpnLinux },
  software: { windows: softwareWindows, macos: 'unsupported', linux: softwareLinux },
  'disk-encryption': { windows: diskEncryptionWindows, macos: 'unsupported', linux: 'unsupported' },
  firewall: { windows: firewallWindows, macos: 'unsupported', linux: 'unsupported' },
  antivirus: { windows: antivirusWindows, macos: 'unsupported', linux: 'unsupported' },
  'screen-lock': { windows: screenLockWindows, macos: 'unsupported', linux: 'unsupported' },
  'remote-login': { windows: remoteLoginWindows, macos: 'unsupported', linux: 'unsupported' },
  'admin-rights': { windows: adminRightsWindows, macos: 'unsupported', linux: 'unsupported' },
  'auto-login': { windows: autoLoginWindows, macos: 'unsupported', linux: 'unsupported' },
  'secure-boot': { windows: secureBootWindows, macos: 'unsupported', linux: 'unsupported' },
  'virtual-machine': { windows: virtualMachineWindows, macos: 'unsupported', linux: 'unsupported' },
  'removable-media': { windows: removableMediaWindows, macos: 'unsupported', linux: 'unsupported' },
  'time-sync': { windows: timeSyncWindows, macos: 'unsupported', linux: 'unsupported' },
  'agent-health': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
};
