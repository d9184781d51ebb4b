import { z } from 'zod';

/** What the `adapters` call says, as far as readers use it. */
export const Adapters = z.object({
  adapters: z.array(
    z.object({
      luid: z.string(),
      guid: z.string(),
      name: z.string(),
      description: z.string(),
      ifType: z.number(),
      operStatus: z.number(),
      tunnelType: z.number(),
      addresses: z.array(z.string()),
      metric4: z.number().default(0),
      metric6: z.number().default(0),
      physicalMedium: z.number().optional(),
      flags: z.number().optional(),
    }),
  ),
});
export type Adapter = z.output<typeof Adapters>['adapters'][number];

/** IANA's numbers of interface types. */
export const ifTypes = {
  ethernet: 6,
  ppp: 23,
  loopback: 24,
  virtual: 53,
  wifi: 71,
  tunnel: 131,
  mobile: [243, 244],
} as const;

/**
 * Adapters that belong to virtual machines, containers, captures, phones and transitions to IPv6; by their drivers'
 * descriptions, which makers do not translate. Their flags lie: VMware's and TAP's pass for hardware.
 */
const neverLinks =
  /Hyper-V Virtual (Ethernet|Switch)|VMware Virtual|VirtualBox Host-Only|Npcap|Loopback|Bluetooth|Wi-?Fi Direct|ISATAP|Teredo|6to4|IP-HTTPS|Kernel Debug|WAN Miniport|Multiplexor|usbip|Parallels (Shared|Host)|Docker|WSL/i;

export function isVirtual({ description }: Adapter): boolean {
  return neverLinks.test(description);
}

/** IfOperStatusUp. */
export function isUp({ operStatus }: Adapter): boolean {
  return operStatus === 1;
}

/** InterfaceAndOperStatusFlags: backed by hardware. Unknown counts as hardware, and so does every wireless card. */
export function isHardware({ flags }: Adapter): boolean {
  return flags === undefined || (flags & 1) === 1;
}
