import type { Os } from '../../../shared/checks/define.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';
import { osPatchLinux } from './os-patch/linux.ts';
import { osPatchWindows } from './os-patch/windows.ts';
import type { Reader } from './reader.ts';
import { softwareLinux } from './software/linux.ts';
import { softwareWindows } from './software/windows.ts';
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
  'disk-encryption': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  firewall: { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  antivirus: { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'screen-lock': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'remote-login': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'admin-rights': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'auto-login': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'secure-boot': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'virtual-machine': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'removable-media': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'time-sync': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
  'agent-health': { windows: 'unsupported', macos: 'unsupported', linux: 'unsupported' },
};
