/** Milliseconds. */
const first = 250;
const cap = 30_000;

/**
 * Milliseconds to wait before the next attempt: full jitter under a doubling ceiling. The first attempts come within
 * a second, so that a console's restart heals at once, and spread out, so that thousands of agents do not come together.
 */
export function backOff(failures: number, random: () => number): number {
  const ceiling = Math.min(cap, first * 2 ** Math.min(failures, 16));
  return Math.round(50 + random() * ceiling);
}
