import type { RegistryProbe, Transcript, WindowsCall, WindowsProbe } from '../probe.ts';
import { readFirmware, readSecurityHealth, readServices, readShares } from './machine.ts';
import { readAdapters, readRoutes } from './network.ts';
import { readSession, readToken } from './person.ts';
import { readPower } from './power.ts';
import { readRas } from './ras.ts';
import { readRegistry } from './registry.ts';
import { readVolumes } from './storage.ts';
import { readWlan } from './wlan.ts';

const calls: Readonly<Record<WindowsCall, () => object>> = {
  wlan: readWlan,
  adapters: readAdapters,
  routes: readRoutes,
  ras: readRas,
  token: readToken,
  session: readSession,
  'security-health': readSecurityHealth,
  volumes: readVolumes,
  services: readServices,
  shares: readShares,
  power: readPower,
  firmware: readFirmware,
};

/** The functions behind each call, for the list of everything that the agent looks at. */
export const functionsOf: Readonly<Record<WindowsCall, string>> = {
  wlan: 'wlanapi.dll: WlanEnumInterfaces, WlanQueryInterface(wlan_intf_opcode_current_connection)',
  adapters: 'iphlpapi.dll: GetAdaptersAddresses, GetIfEntry2',
  routes: 'iphlpapi.dll: GetIpForwardTable2, GetBestRoute2',
  ras: 'rasapi32.dll: RasEnumConnectionsW',
  token: 'advapi32.dll: GetTokenInformation(TokenElevationType, TokenElevation, TokenGroups)',
  session:
    'user32.dll: GetSystemMetrics(SM_REMOTESESSION); wtsapi32.dll: WTSQuerySessionInformationW(WTSClientProtocolType)',
  'security-health': 'wscapi.dll: WscGetSecurityProviderHealth(firewall, antivirus)',
  volumes:
    'kernel32.dll: GetLogicalDrives, GetDriveTypeW, GetVolumeInformationW, DeviceIoControl(IOCTL_STORAGE_QUERY_PROPERTY)',
  services: 'advapi32.dll: OpenServiceW, QueryServiceStatusEx',
  shares: 'netapi32.dll: NetShareEnum (how many)',
  power:
    'powrprof.dll: GetPwrCapabilities, PowerReadACValueIndex, PowerReadDCValueIndex(display off, sleep, password on wake)',
  firmware: 'kernel32.dll: GetFirmwareType; tbs.dll: Tbsi_GetDeviceInfo',
};

export function readWindowsProbe(probe: RegistryProbe | WindowsProbe): Transcript {
  const read = probe.kind === 'registry' ? () => readRegistry(probe.keys) : calls[probe.call];
  try {
    return { outcome: 'ok', text: JSON.stringify(read()) };
  } catch (error) {
    // A library or function that this Windows does not have, or a koffi without a build for this processor.
    const detail = error instanceof Error ? error.message.slice(0, 200) : String(error);
    return { outcome: 'absent', detail };
  }
}
