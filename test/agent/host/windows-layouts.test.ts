import { describe, expect, it } from 'vitest';
import { layout, offsetOf, sizeOf } from '../../../agent/core/host/windows/layouts.ts';
import { ffi, fromFileTime, wideText } from '../../../agent/core/host/windows/library.ts';
import { addressText, guidText, socketOf, toRoute } from '../../../agent/core/host/windows/network.ts';
import { guid } from '../../../agent/core/host/windows/power.ts';
import { decodeValue } from '../../../agent/core/host/windows/registry.ts';

type Name = Parameters<typeof sizeOf>[0];

/** Sizes and offsets on 64-bit Windows, by the headers of the Windows SDK. */
const documented: readonly [Name, number, Readonly<Record<string, number>>][] = [
  [
    'IP_ADAPTER_ADDRESSES_LH',
    448,
    {
      Next: 8,
      AdapterName: 16,
      FirstUnicastAddress: 24,
      Description: 64,
      FriendlyName: 72,
      IfType: 100,
      OperStatus: 104,
      FirstPrefix: 176,
      Ipv4Metric: 216,
      Ipv6Metric: 220,
      Luid: 224,
      TunnelType: 272,
      Dhcpv6Server: 280,
      FirstDnsSuffix: 440,
    },
  ],
  ['IP_ADAPTER_UNICAST_ADDRESS_LH', 64, { Next: 8, Address: 16, OnLinkPrefixLength: 56 }],
  [
    'MIB_IF_ROW2',
    1352,
    {
      InterfaceGuid: 12,
      Alias: 28,
      Description: 542,
      PhysicalAddressLength: 1056,
      Type: 1128,
      PhysicalMediumType: 1140,
      InterfaceAndOperStatusFlags: 1152,
      OperStatus: 1156,
      TransmitLinkSpeed: 1192,
    },
  ],
  [
    'MIB_IPFORWARD_ROW2',
    104,
    { InterfaceIndex: 8, Destination: 12, DestinationLength: 40, NextHop: 44, Metric: 84, Protocol: 88, Origin: 100 },
  ],
  ['WLAN_INTERFACE_INFO', 532, { strInterfaceDescription: 16, isState: 528 }],
  [
    'WLAN_CONNECTION_ATTRIBUTES',
    604,
    {
      strProfileName: 8,
      dot11Ssid: 520,
      dot11Bssid: 560,
      dot11PhyType: 568,
      bSecurityEnabled: 588,
      dot11AuthAlgorithm: 596,
      dot11CipherAlgorithm: 600,
    },
  ],
  ['PROCESSENTRY32W', 568, { th32ProcessID: 8, th32DefaultHeapID: 16, th32ParentProcessID: 32, szExeFile: 44 }],
  [
    'RASCONNW',
    1388,
    { szEntryName: 12, szDeviceType: 526, szDeviceName: 560, szPhonebook: 818, dwSubEntry: 1340, luid: 1364 },
  ],
  ['SERVICE_STATUS_PROCESS', 36, { dwCurrentState: 4, dwProcessId: 28 }],
];

describe('structures of the Windows SDK', () => {
  it.each(documented)(
    '%s has its documented size of %i bytes, and its members are where they belong',
    (name, size, offsets) => {
      expect(sizeOf(name)).toBe(size);
      const found = Object.keys(offsets).map((member) => [member, offsetOf(name, member)]);
      expect(Object.fromEntries(found)).toEqual(offsets);
    },
  );

  it('an adapter is decoded from the bytes of its structure', () => {
    const bytes = Buffer.alloc(sizeOf('IP_ADAPTER_ADDRESSES_LH'));
    bytes.writeUInt32LE(71, 100);
    bytes.writeUInt32LE(1, 104);
    bytes.writeBigUInt64LE(19_985_273_102_270_464n, 224);
    const decoded: unknown = ffi().decode(bytes, layout('IP_ADAPTER_ADDRESSES_LH'));
    expect(decoded).toMatchObject({ IfType: 71, OperStatus: 1, Next: null });
  });
});

describe('values as Windows keeps them', () => {
  it('reads a route from its row', () => {
    const row = Buffer.alloc(104);
    row.writeBigUInt64LE(42n, 0);
    socketOf('128.0.0.0').copy(row, 12);
    row.writeUInt8(1, 40);
    row.writeUInt32LE(5, 84);
    row.writeUInt32LE(3, 88);
    expect(toRoute(row)).toEqual({ luid: '42', to: '128.0.0.0', length: 1, metric: 5, protocol: 3 });
  });

  it.each([
    ['1.1.1.1', '1.1.1.1'],
    ['2606:4700:4700::1111', '2606:4700:4700:0:0:0:0:1111'],
    ['::1', '0:0:0:0:0:0:0:1'],
  ])('writes %s into a socket address and reads it again', (address, expected) => {
    expect(addressText(socketOf(address))).toBe(expected);
  });

  it('knows no address of another family', () => {
    expect(addressText(Buffer.alloc(28))).toBeUndefined();
  });

  it('writes a GUID as the registry does', () => {
    const text = '3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e';
    expect(guidText(guid(text))).toBe(`{${text.toUpperCase()}}`);
  });

  it('turns a file time into an instant, and none into nothing', () => {
    expect(fromFileTime(133_801_632_000_000_000n)).toBe('2025-01-01T00:00:00.000Z');
    expect(fromFileTime(0n)).toBeUndefined();
    expect(fromFileTime(0x7fff_ffff_ffff_ffffn)).toBeUndefined();
  });

  it.each([
    ['REG_DWORD', 4, Buffer.from([0x47, 0x21, 0, 0]), 8519],
    ['REG_QWORD', 11, Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]), 4_294_967_297],
    ['REG_SZ', 1, Buffer.from('Büro\0', 'utf16le'), 'Büro'],
    ['REG_SZ without its end', 1, Buffer.from('Büro', 'utf16le'), 'Büro'],
    ['REG_MULTI_SZ', 7, Buffer.from('a\0b\0\0', 'utf16le'), ['a', 'b']],
    ['REG_BINARY', 3, Buffer.from([1, 255]), '01ff'],
    ['REG_DWORD of a wrong length', 4, Buffer.from([1]), '01'],
  ])('decodes %s', (_name, type, data, expected) => {
    expect(decodeValue(type, data)).toEqual(expected);
  });

  it('ends a text at its first NUL', () => {
    expect(wideText(Buffer.from('node.exe\0rest', 'utf16le'), 0, 26)).toBe('node.exe');
  });
});
