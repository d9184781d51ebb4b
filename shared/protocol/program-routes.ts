import { z } from 'zod';
import { CheckId } from '../checks/index.ts';
import { Duration, Instant } from '../time.ts';
import { Before, Done, Reason } from './fields.ts';
import { BreakerEvent, BreakerTrial, CodeView, WorkstationInQueue } from './policy-views.ts';
import type { Route } from './route.ts';
import { ProgramView } from './views.ts';

/** Programs, who may come into them, and the breaker that guards them. */
export const programRoutes = {
  programs: {
    method: 'GET',
    path: '/api/v1/programs',
    caller: 'operator',
    summary: 'Programs, their CRM origins and counts',
    reply: z.object({ rows: z.array(ProgramView) }),
  },
  putProgram: {
    method: 'PUT',
    path: '/api/v1/programs/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Create a program or change its name and CRM origins',
    body: z.object({
      name: z.string().trim().min(1).max(80),
      origins: z
        .array(z.object({ origin: z.url(), upstream: z.url() }))
        .min(1)
        .max(20),
    }),
    reply: Done,
  },
  breakerEvents: {
    method: 'GET',
    path: '/api/v1/programs/:id/breaker',
    caller: 'operator',
    summary: 'What tripped the breaker of a program and who resumed it, newest first',
    query: Before,
    reply: z.object({ rows: z.array(BreakerEvent), more: z.boolean() }),
  },
  tryBreaker: {
    method: 'POST',
    path: '/api/v1/programs/:id/breaker/try',
    caller: 'operator',
    needs: 'see',
    summary: 'What the breaker would do if a check locked so many workstations now; nobody is locked',
    body: z.object({ check: CheckId, workstations: z.int().min(1).max(1_000_000) }),
    reply: BreakerTrial,
  },
  resumeLocks: {
    method: 'POST',
    path: '/api/v1/programs/:id/breaker/resume',
    caller: 'operator',
    needs: 'author',
    summary: 'Let a check lock again after the breaker suspended it',
    body: z.object({ check: CheckId, reason: Reason }),
    reply: Done,
  },
  createCode: {
    method: 'POST',
    path: '/api/v1/enrolment-codes',
    caller: 'operator',
    needs: 'author',
    summary: 'Make an enrolment code; it is shown once',
    body: z.object({
      program: z.string(),
      person: z.string().trim().max(120).optional(),
      uses: z.int().min(1).max(10_000).default(1),
      validFor: Duration.default(7 * 86_400),
      approval: z.boolean().default(false),
    }),
    reply: z.object({ code: z.string(), link: z.string(), expiresAt: Instant }),
  },
  codes: {
    method: 'GET',
    path: '/api/v1/enrolment-codes',
    caller: 'operator',
    summary: 'Enrolment codes that can still be used; never the codes themselves',
    query: z.object({ program: z.string().optional() }),
    reply: z.object({ rows: z.array(CodeView) }),
  },
  revokeCode: {
    method: 'DELETE',
    path: '/api/v1/enrolment-codes/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Revoke an enrolment code; who has used it stays enrolled',
    reply: Done,
  },
  enrolmentQueue: {
    method: 'GET',
    path: '/api/v1/enrolments',
    caller: 'operator',
    summary: 'Workstations that wait for approval, are quarantined or were revoked',
    query: z.object({ program: z.string().optional() }),
    reply: z.object({ rows: z.array(WorkstationInQueue) }),
  },
  callState: {
    method: 'POST',
    path: '/api/v1/call-states',
    caller: 'operator',
    needs: 'calls',
    summary: 'Call state of a person, from the telephony platform; repeat it while the call lasts',
    body: z.object({ person: z.string().min(1).max(120), state: z.enum(['on-call', 'idle']) }),
    reply: z.object({ workstations: z.int() }),
  },
} as const satisfies Record<string, Route>;
