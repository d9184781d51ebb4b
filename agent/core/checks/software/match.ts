import { type CatalogueEntry, findInCatalogue } from '../../../../shared/checks/catalogue.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';
import type { RunningProcess } from '../../host/probe.ts';

/** One piece of software that a policy asks for, with the names it goes by. */
export type Wanted = Pick<CatalogueEntry, 'id' | 'processes' | 'packages'>;

/** Looks up catalogue ids and takes `process:<file name>` as it stands; an id of a newer catalogue is left out. */
export function wantedOf(ids: readonly string[]): Wanted[] {
  return ids.flatMap((id): Wanted[] => {
    if (id.startsWith('process:')) return [{ id, processes: [id.slice('process:'.length)] }];
    const entry = findInCatalogue(id);
    return entry ? [entry] : [];
  });
}

export type RunningMatch = { readonly id: string; readonly by: 'file-name' | 'process-title' };

/** Prepares a look-up that costs a few map reads per process, whatever the number of wanted programs. */
export function processMatcher(wanted: readonly Wanted[]): (process: RunningProcess) => RunningMatch | undefined {
  const ids = new Map(wanted.flatMap(({ id, processes }) => processes.map((name) => [plainName(name), id] as const)));
  // The kernel keeps 15 characters of a name.
  const cut = new Map([...ids].map(([name, id]) => [name.slice(0, 15), id]));
  return ({ exe, title, comm }) => {
    const byFile = ids.get(plainName(exe ?? ''));
    if (byFile !== undefined) return { id: byFile, by: 'file-name' };
    const named = title === undefined ? [] : [plainName(title), plainName(title.split(' ', 1)[0] ?? '')];
    const byTitle = named.map((name) => ids.get(name)).find((id) => id !== undefined) ?? cut.get(plainName(comm));
    return byTitle === undefined ? undefined : { id: byTitle, by: 'process-title' };
  };
}

/** Policies may name a Windows program with its ending or without; under Wine such programs run on Linux too. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/\.exe$/, '');
}

type Match = FactOf<'software'>['found'][number];

/** One entry per program and sort of evidence, in an order that does not change by itself. */
export function unique(matches: readonly Match[]): Match[] {
  const byKey = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.id} ${match.by}`;
    if (byKey.get(key)?.running !== true) byKey.set(key, match);
  }
  return [...byKey.keys()].sort().flatMap((key) => byKey.get(key) ?? []);
}
