import type { Os } from '../../../shared/checks/define.ts';
import type { CheckId, FactOf } from '../../../shared/checks/index.ts';
import { osPatchLinux } from './os-patch/linux.ts';
import type { Reader } from './reader.ts';
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
};
