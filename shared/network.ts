import ipaddr from 'ipaddr.js';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Parses `203.0.113.0/24`, `2001:db8::/32` or a single address; undefined for anything else. */
export function parseNetwork(text: string): Network | undefined {
  if (isAddress(text.split('/')[0] ?? '') && ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!isAddress(text)) return undefined;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** Whether an address lies in a network. IPv4-mapped IPv6 addresses count as IPv4; anything unparsable lies nowhere. */
export function contains(network: string, address: string): boolean {
  const range = parseNetwork(network);
  if (!range || !isAddress(address)) return false;
  const one = ipaddr.process(address);
  return one.kind() === range[0].kind() && one.match(range);
}

/** The library also takes `1.2.3` and octal forms; people who write those made a mistake. */
function isAddress(text: string): boolean {
  return text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);
}
