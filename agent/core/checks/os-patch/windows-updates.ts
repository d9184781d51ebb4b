import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { Transcript } from '../../host/probe.ts';
import { partOf } from '../../windows/batch.ts';
import type { Memory, ReaderContext } from '../reader.ts';
import { securityReleases, windowsBuildsAsOf } from './windows-builds.ts';
import type { WindowsRelease } from './windows-release.ts';

type Security = FactOf<'os-patch'>['security'];

/** Categories of Windows Update: security updates and critical updates. Daily malware definitions are neither. */
const securityCategories = new Set(['0fa1201d-4330-4fa8-8ae9-b877473b6441', 'e6cf1350-c01b-414d-a61f-263d14d133b4']);
/** Milliseconds after which a table without a newer month proves nothing any more: two releases lie at most 35 days apart. */
const tableHoldsFor = 45 * 86_400_000;

interface Missing {
  readonly name: string;
  readonly since: string;
}

/**
 * What Windows Update offers, and what the build itself gives away: an update that somebody hid or a server held back
 * is missing all the same. No release is given while a restart is pending, since the build changes only then.
 */
export function findMissing(
  updates: Transcript,
  release: WindowsRelease | undefined,
  context: ReaderContext,
): { security: Security; memory?: Memory } {
  const behind = release === undefined ? [] : missingByBuild(release, context.now);
  const offered = missingByOffer(updates, context);
  if ('cannotTell' in offered) {
    if (behind.length > 0) return { security: summarise(behind) };
    const isCurrent = release !== undefined && isCurrentByBuild(release, context.now);
    return { security: isCurrent ? { missing: 0, names: [] } : offered };
  }
  const known = new Set(offered.map(({ name }) => name));
  const all = [...offered, ...behind.filter(({ name }) => !known.has(name))];
  return { security: summarise(all), memory: Object.fromEntries(offered.map(({ name, since }) => [name, since])) };
}

function summarise(missing: readonly Missing[]): Security {
  const oldestFirst = missing.toSorted((left, right) => left.since.localeCompare(right.since));
  const since = oldestFirst[0]?.since;
  const names = oldestFirst.slice(0, 5).map(({ name }) => name.slice(0, 80));
  return { missing: missing.length, ...(since && { since }), names };
}

/** Names are article numbers: titles are in Windows' language. `since` is when an update came out. */
function missingByOffer(updates: Transcript, { now, memory }: ReaderContext): Missing[] | CannotTell {
  const search = partOf(updates, 'updates');
  if ('cannotTell' in search) return search;
  // OperationResultCode: 2 succeeded, 3 succeeded with errors.
  if (search.code !== 2) return { cannotTell: 'failed', detail: `the search for updates ended with ${search.code}` };
  const security = search.list.filter(
    ({ categories, severity }) =>
      Boolean(severity) || categories.some((id) => securityCategories.has(id.toLowerCase())),
  );
  return security.map(({ kb, at }, index) => {
    const name = kb[0] === undefined ? `update ${index + 1}` : `KB${kb[0]}`;
    return { name, since: at ?? memory[name] ?? now.toISOString() };
  });
}

/**
 * Updates build on each other, so everything since is missing when the first one is. Enterprise editions since 24H2 may
 * be patched without a restart, which raises the revision less: only the releases that everybody restarts for count.
 */
function missingByBuild({ product, version, build = '', revision }: WindowsRelease, now: Date): Missing[] {
  if (revision === undefined || product !== 'windows') return [];
  const number = Number(build.split('.', 1)[0]);
  const mayBeHotpatched = number >= firstHotpatched && /-e(-|$)/.test(version);
  return (securityReleases[number] ?? [])
    .filter((one) => one.revision > revision && one.day <= now.toISOString().slice(0, 10))
    .filter(({ day }) => !mayBeHotpatched || baselineMonths.includes(day.slice(5, 7)))
    .map(({ kb, day }) => ({ name: kb, since: `${day}T17:00:00.000Z` }));
}

const firstHotpatched = 26_100;
const baselineMonths = ['01', '04', '07', '10'];

function isCurrentByBuild({ product, build = '', revision }: WindowsRelease, now: Date): boolean {
  const newest = securityReleases[build.split('.', 1)[0] ?? '']?.at(-1);
  const isRecent = now.getTime() - Date.parse(windowsBuildsAsOf) < tableHoldsFor;
  return product === 'windows' && isRecent && newest?.day === windowsBuildsAsOf && (revision ?? 0) >= newest.revision;
}
