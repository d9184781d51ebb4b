import { z } from 'zod';
import { Language } from '../../../../shared/words/language.ts';

/** What the triage shows, as it stands in the address. `assignee`: `me`, `nobody` or a name. */
export const TriageSearch = z.object({
  program: z.string().optional().catch(undefined),
  /** Id of a group of people. */
  peopleGroup: z.string().max(200).optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
  assignee: z.string().max(120).optional().catch(undefined),
  language: Language.optional().catch(undefined),
  /** Keys of the groups whose workstations are shown, with commas between them. */
  open: z.string().max(2_000).optional().catch(undefined),
});
export type TriageSearch = z.infer<typeof TriageSearch>;

/** Whom the triage is of, whichever groups are open. */
export function filterOf({ open: _open, ...filter }: TriageSearch): Omit<TriageSearch, 'open'> {
  return filter;
}

export function isNarrowed(search: TriageSearch): boolean {
  return Object.values(filterOf(search)).some(Boolean);
}

export function isGroupOpen({ open = '' }: TriageSearch, group: string): boolean {
  return open.split(',').includes(group);
}

/** The same, with a group shown or not. */
export function withGroup(search: TriageSearch, group: string, isOpen: boolean): TriageSearch {
  const others = (search.open ?? '').split(',').filter((key) => key !== '' && key !== group);
  return { ...search, open: [...others, ...(isOpen ? [group] : [])].join(',') || undefined };
}
