import { layout, offsetOf, sizeOf } from './layouts.ts';
import { ffi, systemFunction } from './library.ts';
import { guidText } from './network.ts';

const library = 'wlanapi.dll';
const currentConnection = 7;

/** One wireless adapter. `error` is Windows' number for why its connection cannot be read. */
export interface WlanInterface {
  readonly guid: string;
  /** WLAN_INTERFACE_STATE: 1 is connected. */
  readonly state: number;
  readonly error?: number;
  /** DOT11_AUTH_ALGORITHM and DOT11_CIPHER_ALGORITHM of the live link. Its name is not read. */
  readonly auth?: number;
  readonly cipher?: number;
  readonly securityEnabled?: boolean;
  readonly oneX?: boolean;
}

export function readWlan(): { error: number } | { interfaces: WlanInterface[] } {
  const open = systemFunction(library, 'WlanOpenHandle', ['u32', 'ptr', 'ptr', 'ptr']);
  const close = systemFunction(library, 'WlanCloseHandle', ['i64', 'ptr']);
  const version = Buffer.alloc(4);
  const client = Buffer.alloc(8);
  const error = Number(open(2, null, version, client));
  if (error !== 0) return { error };
  const handle = client.readBigInt64LE();
  try {
    return listInterfaces(handle);
  } finally {
    close(handle, null);
  }
}

function listInterfaces(handle: bigint): { error: number } | { interfaces: WlanInterface[] } {
  const list = Buffer.alloc(8);
  const error = Number(systemFunction(library, 'WlanEnumInterfaces', ['i64', 'ptr', 'ptr'])(handle, null, list));
  if (error !== 0) return { error };
  const pointer = list.readBigUInt64LE();
  const name = 'WLAN_INTERFACE_INFO';
  const size = sizeOf(name);
  try {
    const count = Math.min(16, ffi().decode(pointer, 'uint32_t') as number);
    const interfaces = Array.from({ length: count }, (_none, index) => {
      const bytes = Buffer.from(ffi().decode(pointer, 8 + index * size, 'uint8_t', size) as ArrayLike<number>);
      const guid = bytes.subarray(0, 16);
      const state = bytes.readUInt32LE(offsetOf(name, 'isState'));
      return { guid: guidText(guid), state, ...(state === 1 && readConnection(handle, guid)) };
    });
    return { interfaces };
  } finally {
    free(pointer);
  }
}

function readConnection(handle: bigint, guid: Buffer): Omit<WlanInterface, 'guid' | 'state'> {
  const query = systemFunction(library, 'WlanQueryInterface', ['i64', 'ptr', 'u32', 'ptr', 'ptr', 'ptr', 'ptr']);
  const size = Buffer.alloc(4);
  const data = Buffer.alloc(8);
  const error = Number(query(handle, guid, currentConnection, null, size, data, null));
  if (error !== 0) return { error };
  const pointer = data.readBigUInt64LE();
  try {
    // Beginning at the security attributes: what stands before them names the network.
    const at = (member: string) =>
      ffi().decode(pointer, ffi().offsetof(layout('WLAN_CONNECTION_ATTRIBUTES'), member), 'uint32_t') as number;
    return {
      auth: at('dot11AuthAlgorithm'),
      cipher: at('dot11CipherAlgorithm'),
      securityEnabled: at('bSecurityEnabled') !== 0,
      oneX: at('bOneXEnabled') !== 0,
    };
  } finally {
    free(pointer);
  }
}

function free(pointer: bigint): void {
  systemFunction(library, 'WlanFreeMemory', ['i64'])(pointer);
}
