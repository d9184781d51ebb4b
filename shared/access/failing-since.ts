import type { CheckId } from '../checks/index.ts';
import { findingKey } from './decide.ts';
import type { Finding } from './evaluate.ts';

/**
 * When each finding that does not pass was first seen. A check that cannot tell for a while keeps its old findings'
 * times, so that nobody gains time to fix something by making it unreadable.
 */
export function failingSince(
  findings: readonly Finding[],
  known: Readonly<Record<string, string>>,
  now: Date,
): Record<string, string> {
  const open = findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'cannot-tell');
  const unreadable = new Set(open.filter(({ outcome }) => outcome === 'cannot-tell').map(({ check }) => check));
  const kept = Object.entries(known).filter(([key]) => unreadable.has(key.split('/')[0] as CheckId));
  const times = Object.fromEntries(kept);
  for (const finding of open) {
    const key = findingKey(finding);
    times[key] = known[key] ?? now.toISOString();
  }
  return times;
}
