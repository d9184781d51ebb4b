import type { Adapter } from '../../windows/adapters.ts';
import type { Routes } from './windows.ts';

export type Family = 'ipv4' | 'ipv6';

export function familyOf(address: string): Family {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}

/** The adapter by which an address leaves: the longest prefix, then the lowest sum of both metrics; none where nothing fits. */
export function wayByTable(to: string, routes: Routes['routes'], adapters: readonly Adapter[]): string | undefined {
  const family = familyOf(to);
  const bits = bitsOf(to);
  const byLuid = new Map(adapters.map((adapter) => [adapter.luid, adapter]));
  const cost = ({ luid, metric }: Routes['routes'][number]) => {
    const adapter = byLuid.get(luid);
    return metric + ((family === 'ipv4' ? adapter?.metric4 : adapter?.metric6) ?? 0);
  };
  const fitting = routes
    .filter((route) => familyOf(route.to) === family && byLuid.get(route.luid)?.operStatus === 1)
    .filter((route) => bitsOf(route.to).slice(0, route.length) === bits.slice(0, route.length));
  const [best] = fitting.sort((left, right) => right.length - left.length || cost(left) - cost(right));
  return best?.luid;
}

/** An address as a text of ones and zeros. */
function bitsOf(address: string): string {
  if (familyOf(address) === 'ipv4')
    return address
      .split('.')
      .map((part) => binary(Number(part), 8))
      .join('');
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].map((group) => binary(Number.parseInt(group, 16), 16)).join('');
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, '0');
}
