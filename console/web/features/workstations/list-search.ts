import { z } from 'zod';
import { Access, Enrolment } from '../../../../shared/access/decide.ts';
import { CheckId } from '../../../../shared/checks/index.ts';
import { ContactState, Direction, Facet, ListSort } from '../../../../shared/protocol/workstation-list.ts';

const text = z.string().max(200).optional().catch(undefined);

/** What the list shows, as it stands in the address: a link to a filtered list opens the same list. */
export const ListSearch = z.object({
  access: Access.optional().catch(undefined),
  program: text,
  search: z.string().max(100).optional().catch(undefined),
  cause: text,
  held: CheckId.optional().catch(undefined),
  system: text,
  agent: text,
  'end-of-life': text,
  wifi: text,
  vpn: text,
  enrolment: Enrolment.optional().catch(undefined),
  contact: ContactState.optional().catch(undefined),
  peopleGroup: text,
  sort: ListSort.optional().catch(undefined),
  direction: Direction.optional().catch(undefined),
});
export type ListSearch = z.infer<typeof ListSearch>;

/** Facets that are chosen from the further filters, each of which stands as a chip while it is set. */
export const furtherFacets = Facet.exclude(['access']).options;

export function isFiltered({ sort: _sort, direction: _direction, ...filter }: ListSearch): boolean {
  return Object.values(filter).some(Boolean);
}

/** The list behind one figure. */
export function listBehind(facet: Facet, value: string, program?: string): ListSearch {
  return ListSearch.parse({ program, [facet]: value });
}

/** The order that a click on the name of a column asks for: up first, then down. */
export function sortedBy(search: ListSearch, sort: ListSort): ListSearch {
  const isDown = sort === (search.sort ?? 'access') && search.direction !== 'descending';
  return {
    ...search,
    sort: sort === 'access' ? undefined : sort,
    direction: isDown ? 'descending' : undefined,
  };
}

/** Element that the key `/` puts the cursor into. */
export const searchFieldId = 'search';
