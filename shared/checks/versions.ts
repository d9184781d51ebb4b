/** Compares dotted versions number by number: `12.10` is newer than `12.9`. */
export function compareVersions(left: string, right: string): number {
  const a = left.split(/[.-]/);
  const b = right.split(/[.-]/);
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? '0').localeCompare(b[index] ?? '0', 'en', { numeric: true });
    if (difference !== 0) return difference;
  }
  return 0;
}
