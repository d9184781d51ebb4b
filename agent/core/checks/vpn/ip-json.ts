import { z } from 'zod';

/** What is read from `ip -j`; it prints much more. */

/** One of `ip -j -d address show`. */
export const Link = z.object({
  ifname: z.string(),
  flags: z.array(z.string()).default([]),
  /** Bridge or bond that it belongs to. */
  master: z.string().optional(),
  link_type: z.string().optional(),
  linkinfo: z
    .object({
      info_kind: z.string().optional(),
      info_data: z.object({ type: z.string().optional() }).optional(),
    })
    .optional(),
  addr_info: z.array(z.object({ local: z.string().optional(), scope: z.string().optional() })).default([]),
});
export type Link = z.infer<typeof Link>;

/** One of `ip -j route show table all`. */
export const TableRoute = z.object({
  dst: z.string(),
  dev: z.string().optional(),
  type: z.string().optional(),
  scope: z.string().optional(),
  protocol: z.string().optional(),
});
export type TableRoute = z.infer<typeof TableRoute>;

/** The one element of `ip -j route get`. */
export const ResolvedRoute = z.object({ dev: z.string().optional(), type: z.string().optional() });
