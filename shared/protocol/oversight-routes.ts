import { z } from 'zod';
import { Instant } from '../time.ts';
import { Before } from './fields.ts';
import { Control, FrameworkView, Overview, Transition } from './oversight-views.ts';
import type { Route } from './route.ts';
import { AuditEntry } from './views.ts';

/** Path of the audit as OCSF events, one JSON object a line, oldest first; its query is an `AuditFilter`. */
export const auditExportPath = '/api/v1/audit/export';
/** Paths of the evidence for a program and a period; query `program`, `from` and `to`. */
export const evidencePaths = { pdf: '/api/v1/evidence/report.pdf', csv: '/api/v1/evidence/report.csv' } as const;

/** Only entries of the audit that fit all of it. */
export const AuditFilter = z.object({
  /** Part of the name of who did it: an operator, a PC or who works on it. */
  actor: z.string().max(120).optional(),
  /** The whole name of an action or how it begins: `policy` finds `policy-published`. */
  action: z.string().max(60).optional(),
  target: z.string().max(120).optional(),
  /** Part of anything that the entry says, or of the name of a PC, a person or a program that it is about. */
  search: z.string().max(100).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;
/** What an evidence report is about. */
export const EvidenceQuery = z.object({ program: z.string(), from: Instant, to: Instant });

/** Looking at the whole fleet, and looking back. */
export const oversightRoutes = {
  overview: {
    method: 'GET',
    path: '/api/v1/overview',
    caller: 'operator',
    needs: 'see',
    summary: 'The whole fleet in figures',
    query: z.object({ program: z.string().optional() }),
    reply: Overview,
  },
  latencies: {
    method: 'GET',
    path: '/api/v1/overview/latencies',
    caller: 'operator',
    needs: 'see',
    summary: 'The transitions of the last seven days behind the figures of speed, the slowest first',
    query: z.object({
      program: z.string().optional(),
      of: z.enum(['lock', 'fix']),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    reply: z.object({ rows: z.array(Transition), total: z.int() }),
  },
  controls: {
    method: 'GET',
    path: '/api/v1/evidence/controls',
    caller: 'operator',
    needs: 'audit',
    summary: 'Controls of standards, and what this console can show for each',
    reply: z.object({ frameworks: z.array(FrameworkView), controls: z.array(Control) }),
  },
  audit: {
    method: 'GET',
    path: '/api/v1/audit',
    caller: 'operator',
    needs: 'trail',
    summary: 'Everything that changed access or configuration, newest first',
    query: Before.extend(AuditFilter.shape),
    reply: z.object({ rows: z.array(AuditEntry), more: z.boolean() }),
  },
  verifyAudit: {
    method: 'GET',
    path: '/api/v1/audit/verify',
    caller: 'operator',
    needs: 'audit',
    isLong: true,
    summary: 'Check the chain of hashes from the first entry to the last',
    reply: z.object({ ok: z.boolean(), entries: z.int(), head: z.string(), brokenAt: z.int().optional() }),
  },
} as const satisfies Record<string, Route>;
