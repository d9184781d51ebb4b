import { z } from 'zod';
import { CheckId } from '../checks/index.ts';
import { backupRoutes } from './backup-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { Before, BeforeMark, Done, Reason } from './fields.ts';
import { operatorRoutes } from './operator-routes.ts';
import { oversightRoutes } from './oversight-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { policyRoutes } from './policy-routes.ts';
import { programRoutes } from './program-routes.ts';
import { PublicKey } from './report.ts';
import type { Route } from './route.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { updateRoutes } from './update-routes.ts';
import { RecordedReport, TimelineEntry, WorkstationDetail } from './views.ts';
import { Facets, ListFilter, ListQuery, WorkstationList } from './workstation-list.ts';

/** Path of the server-sent events; see `ConsoleEvent`. */
export const eventsPath = '/api/v1/events';
/** Path of a workstation's timeline to pass on: JSON lines without secrets, newest first. */
export const timelineExportPath = (id: string): `/${string}` => `/api/v1/workstations/${id}/timeline/export`;
/** Header that repeats the session's `csrf` value on every request that changes something. */
export const csrfHeader = 'x-shiftgate-csrf';

const workstations = {
  workstations: {
    method: 'GET',
    path: '/api/v1/workstations',
    caller: 'operator',
    summary: 'Workstations with their access; those that cannot work first, unless asked for in another order',
    query: ListQuery,
    reply: WorkstationList,
  },
  facets: {
    method: 'GET',
    path: '/api/v1/workstations/facets',
    caller: 'operator',
    summary: 'How many workstations each further filter of the list would leave',
    query: ListFilter,
    reply: z.object({ facets: Facets }),
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
    summary: 'What happened to a workstation and what it reported, newest first',
    query: BeforeMark,
    /** `next`: where older entries begin; absent: there are none. */
    reply: z.object({ rows: z.array(TimelineEntry), next: z.string().optional() }),
  },
  reports: {
    method: 'GET',
    path: '/api/v1/workstations/:id/reports',
    caller: 'operator',
    summary: 'Reports of the last fortnight as they were signed, newest first, and the key that proves them',
    query: Before,
    reply: z.object({ publicKey: PublicKey, rows: z.array(RecordedReport), more: z.boolean() }),
  },
  lock: {
    method: 'POST',
    path: '/api/v1/workstations/:id/lock',
    caller: 'operator',
    needs: 'supervise',
    summary: 'Lock by hand, for one program or all',
    body: z.object({ reason: Reason, program: z.string().optional() }),
    reply: Done,
  },
  unlock: {
    method: 'POST',
    path: '/api/v1/workstations/:id/unlock',
    caller: 'operator',
    needs: 'supervise',
    summary: 'Lift the locks set by hand, for one program or all',
    body: z.object({ program: z.string().optional() }),
    reply: Done,
  },
  endExcuse: {
    method: 'DELETE',
    path: '/api/v1/excuses/:id',
    caller: 'operator',
    needs: 'help',
    summary: 'End an excuse now',
    reply: Done,
  },
  recheck: {
    method: 'POST',
    path: '/api/v1/workstations/:id/recheck',
    caller: 'operator',
    needs: 'help',
    summary: 'Have the agent read its facts again now',
    body: z.object({ checks: z.array(CheckId).optional() }),
    reply: z.object({ sent: z.boolean() }),
  },
  setEnrolment: {
    method: 'POST',
    path: '/api/v1/workstations/:id/enrolment',
    caller: 'operator',
    needs: 'author',
    summary: 'Approve, release from quarantine, or revoke; whatever still waits is refused by that',
    body: z.object({ state: z.enum(['active', 'revoked']), reason: Reason }),
    reply: Done,
  },
} as const satisfies Record<string, Route>;

/** What screens and commands may ask of the console. */
export const consoleRoutes = {
  ...signInRoutes,
  ...operatorRoutes,
  ...backupRoutes,
  ...workstations,
  ...caseRoutes,
  ...peopleRoutes,
  ...programRoutes,
  ...policyRoutes,
  ...oversightRoutes,
  ...updateRoutes,
} as const;
