import type { Access } from '../../../../shared/access/decide.ts';
import {
  Facet,
  type Facets,
  type ListFilter,
  type ListQuery,
  type ListWanted,
  type WorkstationList,
} from '../../../../shared/protocol/workstation-list.ts';
import type { AccessEntry } from '../../access/board.ts';
import { FirstOf, sortInTurns } from '../../http/page.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { Turn } from '../../rest.ts';
import type { People } from '../people/directory.ts';
import type { Groups } from '../people/groups.ts';
import { type FacetSources, facetReaders } from './facets.ts';
import { compareSorted, type Sorted, sortKeyOf } from './list-order.ts';
import { isRevoked, type Roster, type Workstation } from './roster.ts';
import { type ViewSources, workstationRow, worst } from './views.ts';

export interface ListSources extends ViewSources {
  readonly roster: Roster;
  readonly people: People;
  readonly groups: Groups;
}

export interface ListAsker {
  readonly operator: Operator;
  readonly now: Date;
}

/** A workstation with the decisions that the list is about: those of the program asked for, or all that the operator sees. */
export interface Listed extends Sorted {
  readonly workstation: Workstation;
  readonly entries: readonly AccessEntry[];
}

/** A part of the workstations that fit, in order. */
export async function listWorkstations(
  query: ListQuery,
  asker: ListAsker,
  sources: ListSources,
): Promise<WorkstationList> {
  const first = new FirstOf<Listed>(compareSorted(query.direction), query);
  const { all, counts } = await findWorkstations(query, asker, sources, (listed) => first.add(listed));
  return {
    rows: first.page().map(({ workstation, entries }) => workstationRow(workstation, entries, sources)),
    total: first.size,
    all,
    counts,
  };
}

/** All that fit, in order. */
export async function sortWorkstations(query: ListWanted, asker: ListAsker, sources: ListSources): Promise<Listed[]> {
  const found: Listed[] = [];
  await findWorkstations(query, asker, sources, (listed) => found.push(listed));
  return sortInTurns(found, compareSorted(query.direction));
}

async function findWorkstations(
  query: ListWanted,
  asker: ListAsker,
  sources: ListSources,
  found: (listed: Listed) => void,
) {
  const counts: Record<Access, number> = { ready: 0, warned: 0, draining: 0, locked: 0 };
  const all = await siftWorkstations(query, asker, sources, ({ workstation, entries, missed }) => {
    if (missed.some((facet) => facet !== 'access')) return;
    if (!isRevoked(workstation)) counts[worst(entries)] += 1;
    if (missed.length > 0) return;
    const key = sortKeyOf(query.sort, workstation, entries, sources);
    found({ id: workstation.id, key, workstation, entries });
  });
  return { all, counts };
}

/** How the workstations that fit divide; of each facet at most so many slices. */
export async function countFacets(
  filter: ListFilter,
  asker: ListAsker,
  { most, ...sources }: ListSources & { readonly most: number },
): Promise<{ facets: Facets; total: number }> {
  const counts = new Map<Facet, Map<string, number>>(Facet.options.map((facet) => [facet, new Map()]));
  let total = 0;
  await siftWorkstations(filter, asker, sources, ({ workstation, entries, missed }, seenBy) => {
    if (missed.length === 0) total += 1;
    for (const facet of missed.length === 0 ? Facet.options : missed) {
      const slices = counts.get(facet);
      for (const value of facetReaders[facet](workstation, entries, seenBy)) {
        slices?.set(value, (slices.get(value) ?? 0) + 1);
      }
    }
  });
  const facets = Object.fromEntries(Facet.options.map((facet) => [facet, toSlices(counts.get(facet), most)]));
  return { facets: facets as Facets, total };
}

function toSlices(counts: ReadonlyMap<string, number> = new Map(), most: number): Facets[Facet] {
  return [...counts]
    .map(([value, workstations]) => ({ value, workstations }))
    .sort((left, right) => right.workstations - left.workstations || (left.value < right.value ? -1 : 1))
    .slice(0, most);
}

interface Sifted {
  readonly workstation: Workstation;
  readonly entries: readonly AccessEntry[];
  /** Facets whose filter it does not fit: none or one. */
  readonly missed: readonly Facet[];
}

/**
 * Visits those that fit the filter, or all of it but one facet. Returns how many the operator may see at all. Nobody
 * works on a revoked workstation: it is in no list but that of the revoked.
 */
async function siftWorkstations(
  filter: ListFilter,
  asker: ListAsker,
  sources: ListSources,
  visit: (sifted: Sifted, seenBy: FacetSources) => void,
): Promise<number> {
  const wanted = Facet.options.filter((facet) => filter[facet] !== undefined);
  const { roster, board } = sources;
  const seenBy = facetSources(asker, sources);
  const { isMeant, isHidden, concerning } = askedBy(filter, asker.operator);
  const turn = new Turn();
  let all = 0;
  for (const workstation of roster.all()) {
    if (turn.isOver) await turn.next();
    if (!isInScope(asker.operator, workstation.programs)) continue;
    if (!isHidden(workstation)) all += 1;
    if (!isMeant(workstation)) continue;
    const entries = concerning(board.of(workstation.id));
    const missed = wanted.filter(
      (facet) => !facetReaders[facet](workstation, entries, seenBy).includes(filter[facet] ?? ''),
    );
    if (isHidden(workstation)) missed.push('enrolment');
    if (missed.length < 2) visit({ workstation, entries, missed }, seenBy);
  }
  return all;
}

/** What a filter asks an operator's workstations for, its facets aside. */
function askedBy(filter: ListFilter, operator: Operator) {
  const text = filter.search?.toLowerCase();
  const isNarrow = filter.program !== undefined || operator.programs !== undefined;
  const isAsked = (program: string) =>
    (filter.program === undefined || program === filter.program) && isInScope(operator, [program]);
  return {
    isMeant: (workstation: Workstation) => workstation.programs.some(isAsked) && (!text || isNamed(workstation, text)),
    isHidden: (workstation: Workstation) => isRevoked(workstation) && filter.enrolment === undefined,
    concerning: (entries: readonly AccessEntry[]) =>
      isNarrow ? entries.filter(({ program }) => isAsked(program)) : entries,
  };
}

function facetSources({ operator, now }: ListAsker, { isConnected, people, groups }: ListSources): FacetSources {
  const seen = new Set(groups.seenBy(operator).map(({ id }) => id));
  // Most fleets have none, and people are dear to look up.
  const groupsOf = (person: string | undefined) =>
    seen.size === 0 ? [] : people.groupsOf(person).filter((id) => seen.has(id));
  return { isConnected, now, groupsOf };
}

function isNamed({ hostName, person, id }: Workstation, text: string): boolean {
  return [hostName, person, id].some((name) => name?.toLowerCase().includes(text));
}
