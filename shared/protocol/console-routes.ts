import { z } from 'zod';
import { Access } from '../access/decide.ts';
import { CheckId } from '../checks/index.ts';
import { Duration, Instant } from '../time.ts';
import type { Route } from './route.ts';
import { AuditEntry, ProgramView, TimelineEntry, WorkstationDetail, WorkstationRow } from './views.ts';

/** Path of the server-sent events; see `ConsoleEvent`. */
export const eventsPath = '/api/v1/events';
/** Header that repeats the session's `csrf` value on every request that changes something. */
export const csrfHeader = 'x-shiftgate-csrf';

const Done = z.object({});
const Reason = z.string().trim().min(3, 'Give a reason of at least three letters.').max(300);
const Signed = z.object({ name: z.string(), csrf: z.string() });
const Credentials = z.object({ name: z.string().trim().min(1).max(80), password: z.string().max(200) });
const Before = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const signIn = {
  session: { method: 'GET', path: '/api/v1/session', caller: 'operator', summary: 'Who is signed in', reply: Signed },
  signIn: {
    method: 'POST',
    path: '/api/v1/sign-in',
    caller: 'anyone',
    summary: 'Sign in by password',
    body: Credentials,
    reply: Signed,
  },
  firstSignIn: {
    method: 'POST',
    path: '/api/v1/sign-in/first',
    caller: 'anyone',
    summary: 'Create the first administrator from the one-time link',
    body: Credentials.extend({ token: z.string().max(100) }),
    reply: Signed,
  },
  signOut: { method: 'POST', path: '/api/v1/sign-out', caller: 'operator', summary: 'End this session', reply: Done },
  sessions: {
    method: 'GET',
    path: '/api/v1/sessions',
    caller: 'operator',
    summary: 'Own sessions',
    reply: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          startedAt: Instant,
          lastSeenAt: Instant,
          address: z.string(),
          browser: z.string(),
          current: z.boolean(),
        }),
      ),
    }),
  },
  endSession: {
    method: 'DELETE',
    path: '/api/v1/sessions/:id',
    caller: 'operator',
    summary: 'Revoke an own session',
    reply: Done,
  },
} as const satisfies Record<string, Route>;

const workstations = {
  workstations: {
    method: 'GET',
    path: '/api/v1/workstations',
    caller: 'operator',
    summary: 'Workstations with their access; those that cannot work first',
    query: z.object({
      access: Access.optional(),
      program: z.string().optional(),
      search: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    reply: z.object({ rows: z.array(WorkstationRow), total: z.int(), counts: z.record(Access, z.int()) }),
  },
  workstation: {
    method: 'GET',
    path: '/api/v1/workstations/:id',
    caller: 'operator',
    summary: 'One workstation with findings and facts',
    reply: WorkstationDetail,
  },
  timeline: {
    method: 'GET',
    path: '/api/v1/workstations/:id/timeline',
    caller: 'operator',
    summary: 'What happened to a workstation, newest first',
    query: Before,
    reply: z.object({ rows: z.array(TimelineEntry), more: z.boolean() }),
  },
  lock: {
    method: 'POST',
    path: '/api/v1/workstations/:id/lock',
    caller: 'operator',
    summary: 'Lock by hand, for one program or all',
    body: z.object({ reason: Reason, program: z.string().optional() }),
    reply: Done,
  },
  unlock: {
    method: 'POST',
    path: '/api/v1/workstations/:id/unlock',
    caller: 'operator',
    summary: 'Lift the locks set by hand, for one program or all',
    body: z.object({ program: z.string().optional() }),
    reply: Done,
  },
  excuse: {
    method: 'POST',
    path: '/api/v1/workstations/:id/excuses',
    caller: 'operator',
    summary: 'Excuse named checks until a time',
    body: z.object({ checks: z.array(CheckId).min(1, 'Name at least one check.'), until: Instant, reason: Reason }),
    reply: z.object({ id: z.string() }),
  },
  endExcuse: {
    method: 'DELETE',
    path: '/api/v1/excuses/:id',
    caller: 'operator',
    summary: 'End an excuse now',
    reply: Done,
  },
  recheck: {
    method: 'POST',
    path: '/api/v1/workstations/:id/recheck',
    caller: 'operator',
    summary: 'Have the agent read its facts again now',
    body: z.object({ checks: z.array(CheckId).optional() }),
    reply: z.object({ sent: z.boolean() }),
  },
  setEnrolment: {
    method: 'POST',
    path: '/api/v1/workstations/:id/enrolment',
    caller: 'operator',
    summary: 'Approve, release from quarantine, or revoke',
    body: z.object({ state: z.enum(['active', 'revoked']), reason: Reason }),
    reply: Done,
  },
} as const satisfies Record<string, Route>;

const PolicyText = z.object({ text: z.string(), version: z.int(), author: z.string(), note: z.string(), at: Instant });

const programs = {
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
  policy: {
    method: 'GET',
    path: '/api/v1/programs/:id/policy',
    caller: 'operator',
    summary: 'The policy in force',
    reply: PolicyText,
  },
  putPolicy: {
    method: 'PUT',
    path: '/api/v1/programs/:id/policy',
    caller: 'operator',
    summary: 'Publish a new version of the policy',
    body: z.object({ text: z.string().max(100_000), note: z.string().max(300).default('') }),
    reply: z.object({ version: z.int() }),
  },
  resumeLocks: {
    method: 'POST',
    path: '/api/v1/programs/:id/breaker/resume',
    caller: 'operator',
    summary: 'Let a check lock again after the breaker suspended it',
    body: z.object({ check: CheckId, reason: Reason }),
    reply: Done,
  },
  createCode: {
    method: 'POST',
    path: '/api/v1/enrolment-codes',
    caller: 'operator',
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
  callState: {
    method: 'POST',
    path: '/api/v1/call-states',
    caller: 'operator',
    summary: 'Call state of a person, from the telephony platform; repeat it while the call lasts',
    body: z.object({ person: z.string().min(1).max(120), state: z.enum(['on-call', 'idle']) }),
    reply: z.object({ workstations: z.int() }),
  },
} as const satisfies Record<string, Route>;

const audit = {
  audit: {
    method: 'GET',
    path: '/api/v1/audit',
    caller: 'operator',
    summary: 'Everything that changed access or configuration, newest first',
    query: Before,
    reply: z.object({ rows: z.array(AuditEntry), more: z.boolean() }),
  },
  verifyAudit: {
    method: 'GET',
    path: '/api/v1/audit/verify',
    caller: 'operator',
    summary: 'Check the chain of hashes from the first entry to the last',
    reply: z.object({ ok: z.boolean(), entries: z.int(), head: z.string(), brokenAt: z.int().optional() }),
  },
} as const satisfies Record<string, Route>;

/** What screens and commands may ask of the console. */
export const consoleRoutes = { ...signIn, ...workstations, ...programs, ...audit } as const;
