import { z } from 'zod';
import { Before } from './fields.ts';
import type { Route } from './route.ts';
import { AuditEntry } from './views.ts';

/** Looking back: the audit. */
export const oversightRoutes = {
  audit: {
    method: 'GET',
    path: '/api/v1/audit',
    caller: 'operator',
    needs: 'audit',
    summary: 'Everything that changed access or configuration, newest first',
    query: Before,
    reply: z.object({ rows: z.array(AuditEntry), more: z.boolean() }),
  },
  verifyAudit: {
    method: 'GET',
    path: '/api/v1/audit/verify',
    caller: 'operator',
    needs: 'audit',
    summary: 'Check the chain of hashes from the first entry to the last',
    reply: z.object({ ok: z.boolean(), entries: z.int(), head: z.string(), brokenAt: z.int().optional() }),
  },
} as const satisfies Record<string, Route>;
