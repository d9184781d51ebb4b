import { z } from 'zod';

/** What the list of people shows, as it stands in the address. */
export const PeopleSearch = z.object({
  program: z.string().optional().catch(undefined),
  /** Id of a group of people. */
  peopleGroup: z.string().max(200).optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(2).optional().catch(undefined),
});
export type PeopleSearch = z.infer<typeof PeopleSearch>;
