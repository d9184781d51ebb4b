/**
 * Order of Debian package versions, `[epoch:]upstream[-revision]`, as dpkg compares them
 * (Debian policy 5.6.12): negative when `left` is older, 0 when equal, positive when newer.
 */
export function compareDebianVersions(left: string, right: string): number {
  if (left === right) return 0;
  const a = splitVersion(left);
  const b = splitVersion(right);
  return a.epoch - b.epoch || compareParts(a.upstream, b.upstream) || compareParts(a.revision, b.revision);
}

function splitVersion(version: string): { epoch: number; upstream: string; revision: string } {
  const colon = version.indexOf(':');
  const rest = version.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  return {
    epoch: colon < 0 ? 0 : Number(version.slice(0, colon)) || 0,
    upstream: hyphen < 0 ? rest : rest.slice(0, hyphen),
    revision: hyphen < 0 ? '' : rest.slice(hyphen + 1),
  };
}

/** Compares runs of non-digits and runs of digits in turn. */
function compareParts(left: string, right: string): number {
  let a = 0;
  let b = 0;
  while (a < left.length || b < right.length) {
    while ((a < left.length && !isDigit(left, a)) || (b < right.length && !isDigit(right, b))) {
      const difference = rankAt(left, a) - rankAt(right, b);
      if (difference !== 0) return difference;
      a += 1;
      b += 1;
    }
    const endA = endOfDigits(left, a);
    const endB = endOfDigits(right, b);
    const difference = compareNumbers(left.slice(a, endA), right.slice(b, endB));
    if (difference !== 0) return difference;
    a = endA;
    b = endB;
  }
  return 0;
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}

/** `~` sorts before the end, the end and digits before letters, letters before everything else. */
function rankAt(text: string, index: number): number {
  const character = text[index];
  if (character === undefined || isDigit(text, index)) return 0;
  if (character === '~') return -1;
  return character.charCodeAt(0) + (/[A-Za-z]/.test(character) ? 0 : 256);
}

function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && isDigit(text, end)) end += 1;
  return end;
}

/** By value, without turning them into numbers: dates and hashes in versions can be longer than a number is exact. */
function compareNumbers(left: string, right: string): number {
  const a = left.replace(/^0+/, '');
  const b = right.replace(/^0+/, '');
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}
