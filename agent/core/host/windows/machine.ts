import { offsetOf, sizeOf } from './layouts.ts';
import { ffi, systemFunction } from './library.ts';
import { readRegistry } from './registry.ts';

export interface FirmwareAnswer {
  /** FIRMWARE_TYPE: 1 BIOS, 2 UEFI. */
  readonly type?: number;
  /** TPM_DEVICE_INFO.tpmVersion: 1 is 1.2, 2 is 2.0. */
  readonly tpmVersion?: number;
  /** Why TPM Base Services do not say; 0x8028400F means that there is no TPM. */
  readonly tpmError?: number;
}

export function readFirmware(): FirmwareAnswer {
  const kind = Buffer.alloc(4);
  const isKnown = tryCall(() => systemFunction('kernel32.dll', 'GetFirmwareType', ['ptr'], 'i32')(kind)) === 1;
  return { ...(isKnown && { type: kind.readUInt32LE() }), ...readTpm() };
}

function readTpm(): { tpmVersion: number } | { tpmError: number } {
  const info = Buffer.alloc(16);
  info.writeUInt32LE(1);
  const error = tryCall(() => systemFunction('tbs.dll', 'Tbsi_GetDeviceInfo', ['u32', 'ptr'])(info.length, info));
  return error === 0 ? { tpmVersion: info.readUInt32LE(4) } : { tpmError: error ?? 127 };
}

/** Undefined where this Windows has no such call. */
function tryCall(call: () => number | bigint): number | undefined {
  try {
    return Number(call());
  } catch {
    return undefined;
  }
}

/** WSC_SECURITY_PROVIDER_HEALTH: 0 good, 1 not monitored, 2 poor, 3 snoozed. */
export interface HealthAnswer {
  readonly firewall?: number;
  readonly antivirus?: number;
  /** HRESULT of the last question that was not answered; 1 means that the Security Center service does not run. */
  readonly error?: number;
}

export function readSecurityHealth(): HealthAnswer {
  const ask = systemFunction('wscapi.dll', 'WscGetSecurityProviderHealth', ['u32', 'ptr']);
  const health = (provider: number) => {
    const answer = Buffer.alloc(4);
    const error = Number(ask(provider, answer));
    return error === 0 ? { value: answer.readUInt32LE() } : { error };
  };
  const [firewall, antivirus] = [health(1), health(4)];
  return {
    ...(firewall.value !== undefined && { firewall: firewall.value }),
    ...(antivirus.value !== undefined && { antivirus: antivirus.value }),
    ...((firewall.error ?? antivirus.error) !== undefined && { error: firewall.error ?? antivirus.error ?? 0 }),
  };
}

/** SERVICE_STATUS.dwCurrentState (1 stopped, 4 running), or Windows' number for why not; 1060 means not installed. */
export type ServicesAnswer = Readonly<Record<string, { readonly state: number } | { readonly error: number }>>;

const services = [
  'W32Time',
  'TermService',
  'sshd',
  'LanmanServer',
  'TlntSvr',
  'WinRM',
  'MpsSvc',
  'tvnserver',
  'uvnc_service',
  'vncserver',
  'WinVNC4',
];
const errorNotInstalled = 1060;
const errorDenied = 5;

/** Who may not open a service can still see in the registry that it is there. */
export function readServices(): { error: number } | { services: ServicesAnswer } {
  const open = systemFunction('advapi32.dll', 'OpenSCManagerW', ['ptr', 'ptr', 'u32'], 'i64');
  const manager = BigInt(open(null, null, 0x0001));
  if (manager === 0n) return { error: errorDenied };
  const answer = Object.fromEntries(services.map((name) => [name, readService(manager, name)]));
  closeService(manager);
  return { services: answer };
}

function readService(manager: bigint, name: string): { state: number } | { error: number } {
  const open = systemFunction('advapi32.dll', 'OpenServiceW', ['i64', 'text', 'u32'], 'i64');
  const query = systemFunction('advapi32.dll', 'QueryServiceStatusEx', ['i64', 'u32', 'ptr', 'u32', 'ptr'], 'i32');
  const service = BigInt(open(manager, name, 0x0004));
  if (service === 0n) return { error: isInstalled(name) ? errorDenied : errorNotInstalled };
  const status = Buffer.alloc(sizeOf('SERVICE_STATUS_PROCESS'));
  const done = Number(query(service, 0, status, status.length, Buffer.alloc(4)));
  closeService(service);
  if (done === 0) return { error: errorDenied };
  return { state: status.readUInt32LE(offsetOf('SERVICE_STATUS_PROCESS', 'dwCurrentState')) };
}

function isInstalled(name: string): boolean {
  const [found] = readRegistry([{ key: `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, values: [] }]);
  return found !== undefined && 'values' in found;
}

function closeService(handle: bigint): void {
  systemFunction('advapi32.dll', 'CloseServiceHandle', ['i64'], 'i32')(handle);
}

const maxPreferredLength = 0xffff_ffff;

/** How many folders are shared; those that Windows shares by itself for administrators do not count. */
export function readShares(): { error: number } | { shares: number } {
  const list = systemFunction('netapi32.dll', 'NetShareEnum', ['ptr', 'u32', 'ptr', 'u32', 'ptr', 'ptr', 'ptr']);
  const buffer = Buffer.alloc(8);
  const count = Buffer.alloc(4);
  const error = Number(list(null, 1, buffer, maxPreferredLength, count, Buffer.alloc(4), null));
  if (error !== 0) return { error };
  const pointer = buffer.readBigUInt64LE();
  // SHARE_INFO_1: the type stands at 8 of 24 bytes; 0 is a folder, and the highest bit means "special".
  const types = Array.from(
    { length: Math.min(1000, count.readUInt32LE()) },
    (_none, index) => ffi().decode(pointer, index * 24 + 8, 'uint32_t') as number,
  );
  systemFunction('netapi32.dll', 'NetApiBufferFree', ['i64'])(pointer);
  return { shares: types.filter((type) => type === 0).length };
}
