import { z } from 'zod';
import type { Route } from './route.ts';

/** Three numbers; what the packager calls a version. */
export const ReleaseVersion = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/);

export const ReleaseState = z.enum(['held', 'offered', 'withdrawn']);

/** One version of the agent in the console's data folder. */
export const Release = z.object({
  version: ReleaseVersion,
  /** A version that nobody has offered yet is held. */
  state: ReleaseState,
  /** Share of the workstations that get it. */
  percent: z.int().min(1).max(100),
  files: z.array(z.string()),
});
export type Release = z.infer<typeof Release>;

/** Versions of the agent that this console gives to its workstations. */
export const updateRoutes = {
  releases: {
    method: 'GET',
    path: '/api/v1/releases',
    caller: 'operator',
    summary: 'Versions of the agent, the newest first, and who gets them',
    reply: z.object({ rows: z.array(Release) }),
  },
  setRelease: {
    method: 'PUT',
    path: '/api/v1/releases/:version',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Offer a version to a share of the workstations, hold it, or withdraw it',
    body: z.object({ state: ReleaseState, percent: z.int().min(1).max(100).default(100) }),
    reply: z.object({}),
  },
} as const satisfies Record<string, Route>;
