import { ffi } from './library.ts';

/**
 * Structures of the Windows SDK as they lie in memory on 64-bit Windows. The compiler's padding is koffi's to work out;
 * `test/agent/host/windows-layouts.test.ts` holds each offset and size against the SDK's.
 */
export type Layout = Parameters<ReturnType<typeof ffi>['sizeof']>[0];

const made = new Map<keyof typeof definitions, Layout>();

export function layout(name: keyof typeof definitions): Layout {
  let found = made.get(name);
  if (found === undefined) {
    found = ffi().struct(definitions[name]());
    made.set(name, found);
  }
  return found;
}

const bytes = (count: number) => ffi().array('uint8_t', count);
const words = (count: number) => ffi().array('uint32_t', count);
const socketAddress = () => ffi().struct({ lpSockaddr: 'void *', iSockaddrLength: 'int32_t' });
/** SOCKADDR_INET: the larger of an IPv4 and an IPv6 address with port and scope, of which only the bytes matter here. */
const socketAddressInet = () => ffi().array('uint32_t', 7);

const definitions = {
  /** iptypes.h */
  IP_ADAPTER_ADDRESSES_LH: () => ({
    Length: 'uint32_t',
    IfIndex: 'uint32_t',
    Next: 'void *',
    AdapterName: 'void *',
    FirstUnicastAddress: 'void *',
    FirstAnycastAddress: 'void *',
    FirstMulticastAddress: 'void *',
    FirstDnsServerAddress: 'void *',
    DnsSuffix: 'void *',
    Description: 'void *',
    FriendlyName: 'void *',
    PhysicalAddress: bytes(8),
    PhysicalAddressLength: 'uint32_t',
    Flags: 'uint32_t',
    Mtu: 'uint32_t',
    IfType: 'uint32_t',
    OperStatus: 'uint32_t',
    Ipv6IfIndex: 'uint32_t',
    ZoneIndices: words(16),
    FirstPrefix: 'void *',
    TransmitLinkSpeed: 'uint64_t',
    ReceiveLinkSpeed: 'uint64_t',
    FirstWinsServerAddress: 'void *',
    FirstGatewayAddress: 'void *',
    Ipv4Metric: 'uint32_t',
    Ipv6Metric: 'uint32_t',
    Luid: 'uint64_t',
    Dhcpv4Server: socketAddress(),
    CompartmentId: 'uint32_t',
    NetworkGuid: words(4),
    ConnectionType: 'uint32_t',
    TunnelType: 'uint32_t',
    Dhcpv6Server: socketAddress(),
    Dhcpv6ClientDuid: bytes(130),
    Dhcpv6ClientDuidLength: 'uint32_t',
    Dhcpv6Iaid: 'uint32_t',
    FirstDnsSuffix: 'void *',
  }),
  /** iptypes.h */
  IP_ADAPTER_UNICAST_ADDRESS_LH: () => ({
    Length: 'uint32_t',
    Flags: 'uint32_t',
    Next: 'void *',
    Address: socketAddress(),
    PrefixOrigin: 'uint32_t',
    SuffixOrigin: 'uint32_t',
    DadState: 'uint32_t',
    ValidLifetime: 'uint32_t',
    PreferredLifetime: 'uint32_t',
    LeaseLifetime: 'uint32_t',
    OnLinkPrefixLength: 'uint8_t',
  }),
  /** netioapi.h */
  MIB_IF_ROW2: () => ({
    InterfaceLuid: 'uint64_t',
    InterfaceIndex: 'uint32_t',
    InterfaceGuid: words(4),
    Alias: ffi().array('uint16_t', 257),
    Description: ffi().array('uint16_t', 257),
    PhysicalAddressLength: 'uint32_t',
    PhysicalAddress: bytes(32),
    PermanentPhysicalAddress: bytes(32),
    Mtu: 'uint32_t',
    Type: 'uint32_t',
    TunnelType: 'uint32_t',
    MediaType: 'uint32_t',
    PhysicalMediumType: 'uint32_t',
    AccessType: 'uint32_t',
    DirectionType: 'uint32_t',
    InterfaceAndOperStatusFlags: 'uint8_t',
    OperStatus: 'uint32_t',
    AdminStatus: 'uint32_t',
    MediaConnectState: 'uint32_t',
    NetworkGuid: words(4),
    ConnectionType: 'uint32_t',
    TransmitLinkSpeed: 'uint64_t',
    ReceiveLinkSpeed: 'uint64_t',
    Counters: ffi().array('uint64_t', 18),
  }),
  /** netioapi.h; DestinationPrefix is an IP_ADDRESS_PREFIX */
  MIB_IPFORWARD_ROW2: () => ({
    InterfaceLuid: 'uint64_t',
    InterfaceIndex: 'uint32_t',
    Destination: socketAddressInet(),
    DestinationLength: 'uint8_t',
    NextHop: socketAddressInet(),
    SitePrefixLength: 'uint8_t',
    ValidLifetime: 'uint32_t',
    PreferredLifetime: 'uint32_t',
    Metric: 'uint32_t',
    Protocol: 'uint32_t',
    Loopback: 'uint8_t',
    AutoconfigureAddress: 'uint8_t',
    Publish: 'uint8_t',
    Immortal: 'uint8_t',
    Age: 'uint32_t',
    Origin: 'uint32_t',
  }),
  /** wlanapi.h */
  WLAN_INTERFACE_INFO: () => ({
    InterfaceGuid: words(4),
    strInterfaceDescription: ffi().array('uint16_t', 256),
    isState: 'uint32_t',
  }),
  /** wlanapi.h; its WLAN_ASSOCIATION_ATTRIBUTES and WLAN_SECURITY_ATTRIBUTES are written out */
  WLAN_CONNECTION_ATTRIBUTES: () => ({
    isState: 'uint32_t',
    wlanConnectionMode: 'uint32_t',
    strProfileName: ffi().array('uint16_t', 256),
    dot11Ssid: words(9),
    dot11BssType: 'uint32_t',
    dot11Bssid: bytes(6),
    dot11PhyType: 'uint32_t',
    uDot11PhyIndex: 'uint32_t',
    wlanSignalQuality: 'uint32_t',
    ulRxRate: 'uint32_t',
    ulTxRate: 'uint32_t',
    bSecurityEnabled: 'uint32_t',
    bOneXEnabled: 'uint32_t',
    dot11AuthAlgorithm: 'uint32_t',
    dot11CipherAlgorithm: 'uint32_t',
  }),
  /** tlhelp32.h */
  PROCESSENTRY32W: () => ({
    dwSize: 'uint32_t',
    cntUsage: 'uint32_t',
    th32ProcessID: 'uint32_t',
    th32DefaultHeapID: 'uint64_t',
    th32ModuleID: 'uint32_t',
    cntThreads: 'uint32_t',
    th32ParentProcessID: 'uint32_t',
    pcPriClassBase: 'int32_t',
    dwFlags: 'uint32_t',
    szExeFile: ffi().array('uint16_t', 260),
  }),
  /** ras.h, which packs to 4 bytes: the handle in it is written as two halves. */
  RASCONNW: () => ({
    dwSize: 'uint32_t',
    hrasconn: words(2),
    szEntryName: ffi().array('uint16_t', 257),
    szDeviceType: ffi().array('uint16_t', 17),
    szDeviceName: ffi().array('uint16_t', 129),
    szPhonebook: ffi().array('uint16_t', 260),
    dwSubEntry: 'uint32_t',
    guidEntry: words(4),
    dwFlags: 'uint32_t',
    luid: words(2),
    guidCorrelationId: words(4),
  }),
  /** winsvc.h */
  SERVICE_STATUS_PROCESS: () => ({
    dwServiceType: 'uint32_t',
    dwCurrentState: 'uint32_t',
    dwControlsAccepted: 'uint32_t',
    dwWin32ExitCode: 'uint32_t',
    dwServiceSpecificExitCode: 'uint32_t',
    dwCheckPoint: 'uint32_t',
    dwWaitHint: 'uint32_t',
    dwProcessId: 'uint32_t',
    dwServiceFlags: 'uint32_t',
  }),
} as const;

export function sizeOf(name: keyof typeof definitions): number {
  return ffi().sizeof(layout(name));
}

export function offsetOf(name: keyof typeof definitions, member: string): number {
  return ffi().offsetof(layout(name), member);
}
