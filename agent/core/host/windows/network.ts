import { layout, offsetOf, sizeOf } from './layouts.ts';
import { ffi, systemFunction } from './library.ts';

const library = 'iphlpapi.dll';
const anyFamily = 0;
const ipv4Family = 2;
const ipv6Family = 23;
const bufferOverflow = 111;
/** No anycast, multicast or DNS addresses, but adapters of every sort. */
const adapterFlags = 0x02 | 0x04 | 0x08;
/** Public addresses that are asked for the way to them; nothing is sent there. */
const publicAddresses = ['1.1.1.1', '208.67.222.222', '2606:4700:4700::1111'] as const;

/** One adapter as GetAdaptersAddresses and GetIfEntry2 have it. Hardware addresses are not read. */
export interface Adapter {
  readonly luid: string;
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly ifType: number;
  readonly operStatus: number;
  readonly tunnelType: number;
  readonly addresses: readonly string[];
  readonly metric4: number;
  readonly metric6: number;
  /** From GetIfEntry2: NDIS_PHYSICAL_MEDIUM, and the bits of InterfaceAndOperStatusFlags; 1 is "hardware". */
  readonly physicalMedium?: number;
  readonly flags?: number;
}

interface RawAdapter {
  Next: bigint | null;
  AdapterName: bigint | null;
  FirstUnicastAddress: bigint | null;
  Description: bigint | null;
  FriendlyName: bigint | null;
  IfType: number;
  OperStatus: number;
  Ipv4Metric: number;
  Ipv6Metric: number;
  Luid: number | bigint;
  TunnelType: number;
}

export function readAdapters(): { error: number } | { adapters: Adapter[] } {
  const list = systemFunction(library, 'GetAdaptersAddresses', ['u32', 'u32', 'ptr', 'ptr', 'ptr']);
  const size = Buffer.alloc(4);
  let buffer = Buffer.alloc(32_768);
  let error = bufferOverflow;
  // The list may grow between two calls.
  for (let tries = 0; tries < 4 && error === bufferOverflow; tries += 1) {
    size.writeUInt32LE(buffer.length);
    error = Number(list(anyFamily, adapterFlags, null, buffer, size));
    if (error === bufferOverflow) buffer = Buffer.alloc(size.readUInt32LE() + 4096);
  }
  // 232: no adapter has an address.
  if (error === 232) return { adapters: [] };
  if (error !== 0) return { error };
  const adapters: Adapter[] = [];
  let place: Buffer | bigint | null = buffer;
  while (place && adapters.length < 256) {
    const raw = ffi().decode(place, layout('IP_ADAPTER_ADDRESSES_LH')) as RawAdapter;
    adapters.push(toAdapter(raw));
    place = raw.Next;
  }
  return { adapters };
}

function toAdapter(raw: RawAdapter): Adapter {
  const luid = BigInt(raw.Luid);
  return {
    luid: luid.toString(),
    guid: raw.AdapterName ? ffi().decode.string(raw.AdapterName) : '',
    name: raw.FriendlyName ? ffi().decode.string16(raw.FriendlyName) : '',
    description: raw.Description ? ffi().decode.string16(raw.Description) : '',
    ifType: raw.IfType,
    operStatus: raw.OperStatus,
    tunnelType: raw.TunnelType,
    addresses: addressesFrom(raw.FirstUnicastAddress),
    metric4: raw.Ipv4Metric,
    metric6: raw.Ipv6Metric,
    ...readEntry(luid),
  };
}

function addressesFrom(first: bigint | null): string[] {
  const addresses: string[] = [];
  let place = first;
  while (place && addresses.length < 64) {
    const { Next, Address } = ffi().decode(place, layout('IP_ADAPTER_UNICAST_ADDRESS_LH')) as {
      Next: bigint | null;
      Address: { lpSockaddr: bigint | null; iSockaddrLength: number };
    };
    const { lpSockaddr, iSockaddrLength } = Address;
    if (lpSockaddr && iSockaddrLength >= 16) {
      const bytes = ffi().decode(lpSockaddr, 'uint8_t', Math.min(28, iSockaddrLength)) as ArrayLike<number>;
      const text = addressText(Buffer.from(bytes));
      if (text !== undefined) addresses.push(text);
    }
    place = Next;
  }
  return addresses;
}

/** The address in a SOCKADDR_IN or SOCKADDR_IN6. */
export function addressText(socket: Buffer): string | undefined {
  const family = socket.readUInt16LE(0);
  if (family === ipv4Family) return [...socket.subarray(4, 8)].join('.');
  if (family !== ipv6Family || socket.length < 24) return undefined;
  const groups = Array.from({ length: 8 }, (_none, index) => socket.readUInt16BE(8 + index * 2).toString(16));
  return groups.join(':');
}

function readEntry(luid: bigint): { physicalMedium: number; flags: number } | undefined {
  const name = 'MIB_IF_ROW2';
  const row = Buffer.alloc(sizeOf(name));
  row.writeBigUInt64LE(luid);
  if (Number(systemFunction(library, 'GetIfEntry2', ['ptr'])(row)) !== 0) return undefined;
  return {
    physicalMedium: row.readUInt32LE(offsetOf(name, 'PhysicalMediumType')),
    flags: row.readUInt8(offsetOf(name, 'InterfaceAndOperStatusFlags')),
  };
}

export interface Route {
  readonly luid: string;
  readonly to: string;
  readonly length: number;
  readonly metric: number;
  readonly protocol: number;
}

/** Where Windows would send something: the adapter, or its number for why it cannot. */
export interface Way {
  readonly to: string;
  readonly luid?: string;
  readonly error?: number;
}

export function readRoutes(): { error: number } | { routes: Route[]; ways: Way[] } {
  const table = Buffer.alloc(8);
  const error = Number(systemFunction(library, 'GetIpForwardTable2', ['u32', 'ptr'])(anyFamily, table));
  if (error !== 0) return { error };
  const pointer = table.readBigUInt64LE();
  try {
    const count = Math.min(4096, ffi().decode(pointer, 'uint32_t') as number);
    const size = sizeOf('MIB_IPFORWARD_ROW2');
    const routes = Array.from({ length: count }, (_none, index) => {
      const bytes = ffi().decode(pointer, 8 + index * size, 'uint8_t', size) as ArrayLike<number>;
      return toRoute(Buffer.from(bytes));
    });
    return { routes, ways: publicAddresses.map(askWay) };
  } finally {
    systemFunction(library, 'FreeMibTable', ['i64'])(pointer);
  }
}

/** Not supported, and not there: old imitations of Windows. */
const unanswered = [50, 127];

/**
 * A text that changes when public addresses leave another way: three questions of a few microseconds each, where
 * Windows answers them, or else the whole table.
 */
export function wayPrint(): string {
  const ways = publicAddresses.map(askWay);
  const isAnswered = !ways.every(({ error = 0 }) => unanswered.includes(error));
  return JSON.stringify(isAnswered ? ways : readRoutes());
}

export function toRoute(row: Buffer): Route {
  const name = 'MIB_IPFORWARD_ROW2';
  const destination = offsetOf(name, 'Destination');
  return {
    luid: row.readBigUInt64LE(offsetOf(name, 'InterfaceLuid')).toString(),
    to: addressText(row.subarray(destination, destination + 28)) ?? '',
    length: row.readUInt8(offsetOf(name, 'DestinationLength')),
    metric: row.readUInt32LE(offsetOf(name, 'Metric')),
    protocol: row.readUInt32LE(offsetOf(name, 'Protocol')),
  };
}

/** Windows' own choice of a route. Older imitations of Windows lack the call. */
function askWay(to: string): Way {
  const best = Buffer.alloc(sizeOf('MIB_IPFORWARD_ROW2'));
  const source = Buffer.alloc(28);
  try {
    const ask = systemFunction(library, 'GetBestRoute2', ['ptr', 'u32', 'ptr', 'ptr', 'u32', 'ptr', 'ptr']);
    const error = Number(ask(null, 0, null, socketOf(to), 0, best, source));
    return error === 0 ? { to, luid: best.readBigUInt64LE().toString() } : { to, error };
  } catch {
    return { to, error: 127 };
  }
}

export function socketOf(address: string): Buffer {
  const socket = Buffer.alloc(28);
  if (address.includes('.')) {
    socket.writeUInt16LE(ipv4Family);
    Buffer.from(address.split('.').map(Number)).copy(socket, 4);
    return socket;
  }
  socket.writeUInt16LE(ipv6Family);
  const [head = '', tail = ''] = address.split('::');
  const partsOf = (text: string) => text.split(':').filter(Boolean);
  const [first, last] = [partsOf(head), partsOf(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  for (const [index, group] of [...first, ...zeros, ...last].entries()) {
    socket.writeUInt16BE(Number.parseInt(group, 16), 8 + index * 2);
  }
  return socket;
}

/** A GUID as Windows writes it, from its 16 bytes. */
export function guidText(bytes: Buffer): string {
  const hex = (start: number, end: number) => bytes.subarray(start, end).toString('hex').toUpperCase();
  const head = [bytes.readUInt32LE(0), bytes.readUInt16LE(4), bytes.readUInt16LE(6)];
  const [first = '', second = '', third = ''] = head.map((part, index) =>
    part
      .toString(16)
      .toUpperCase()
      .padStart(index === 0 ? 8 : 4, '0'),
  );
  return `{${first}-${second}-${third}-${hex(8, 10)}-${hex(10, 16)}}`;
}
