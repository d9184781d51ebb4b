import type { Plan } from '../../../../shared/protocol/policy-views.ts';
import type { PlanSubject } from './planner.ts';

/** What goes to the thread that works a plan out, and what comes back. */
export type PlanRequest =
  | { readonly kind: 'subjects'; readonly subjects: readonly PlanSubject[] }
  | { readonly kind: 'finish' };
export type PlanAnswer = { readonly kind: 'taken' } | { readonly kind: 'plan'; readonly plan: Plan };
