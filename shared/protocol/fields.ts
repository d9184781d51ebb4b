import { z } from 'zod';

/** Parts that several routes share. */

export const Done = z.object({});
export const Reason = z.string().trim().min(3, 'Give a reason of at least three letters.').max(300);
/** A page of entries older than the one with the number `before`. */
export const Before = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
