import { z } from 'zod';
import { Access } from '../../../../shared/access/decide.ts';

/** What the list shows, as it stands in the address: a link to a filtered list opens the same list. */
export const ListSearch = z.object({
  access: Access.optional().catch(undefined),
  program: z.string().optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(2).optional().catch(undefined),
});
export type ListSearch = z.infer<typeof ListSearch>;

export function isFiltered({ access, program, search }: ListSearch): boolean {
  return access !== undefined || program !== undefined || Boolean(search);
}

/** Workstations on one page. */
export const pageSize = 50;

/** Element that the key `/` puts the cursor into. */
export const searchFieldId = 'search';
