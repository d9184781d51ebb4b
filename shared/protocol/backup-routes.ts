import { z } from 'zod';
import type { Route } from './route.ts';

export const backupRoutes = {
  backUp: {
    method: 'POST',
    path: '/api/v1/backups',
    caller: 'operator',
    needs: 'administer',
    stepUp: true,
    summary: 'Copy data and keys into a new folder on the console’s machine',
    reply: z.object({ folder: z.string() }),
  },
} as const satisfies Record<string, Route>;
