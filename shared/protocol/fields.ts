import { z } from 'zod';

/** Parts that several routes share. */

export const Done = z.object({});
export const Reason = z.string().trim().min(3, 'Give a reason of at least three letters.').max(300);
/** A page of entries older than the one with the number `before`. */
export const Before = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** A page of a timeline; `before` is the `next` of the page before it. */
export const BeforeMark = Before.extend({
  before: z
    .string()
    .regex(/^\d{0,15}\.\d{0,10}$/)
    .optional(),
});
