import { z } from 'zod';
import { Language } from '../../../../shared/words/language.ts';

/** What the triage shows, as it stands in the address. `assignee`: `me`, `nobody` or a name. */
export const TriageSearch = z.object({
  program: z.string().optional().catch(undefined),
  search: z.string().max(100).optional().catch(undefined),
  assignee: z.string().max(120).optional().catch(undefined),
  language: Language.optional().catch(undefined),
});
export type TriageSearch = z.infer<typeof TriageSearch>;

export function isNarrowed(search: TriageSearch): boolean {
  return Object.values(search).some(Boolean);
}
