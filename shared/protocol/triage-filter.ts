import { z } from 'zod';
import { Language } from '../words/language.ts';

/** `me` and `nobody` stand for the caller and for cases without an assignee. */
export const Assignee = z.string().max(120);

/** Of whom the triage is: whoever fits all that is said. */
export const TriageFilter = z.object({
  program: z.string().optional(),
  peopleGroup: z.string().optional(),
  search: z.string().max(100).optional(),
  assignee: Assignee.optional(),
  language: Language.optional(),
});
export type TriageFilter = z.output<typeof TriageFilter>;
