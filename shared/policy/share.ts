/**
 * Whether a workstation belongs to a share of all, in percent. Everybody computes the same answer, a larger share contains
 * every smaller one, and another version picks other workstations first.
 */
export function isInShare(workstation: string, version: number, share: number): boolean {
  return spread(`${version} ${workstation}`) % 10_000 < share * 100;
}

/** FNV-1a, and the last step of MurmurHash3: names that differ in one letter land far apart. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
