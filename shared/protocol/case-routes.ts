import { z } from 'zod';
import { CheckId } from '../checks/index.ts';
import { Instant } from '../time.ts';
import { BulkOutcome, BulkTarget, CaseView, MessageView, TriageRow, TriageSection, TriageView } from './case-views.ts';
import { Done, Reason } from './fields.ts';
import { MessageText } from './link.ts';
import type { Route } from './route.ts';
import { Assignee, TriageFilter } from './triage-filter.ts';

/** Six digits that the person's tray shows, as they were read out. */
const CallerCode = z
  .string()
  .transform((typed) => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'the code has six digits'));

/** Who may excuse: whoever hears the caller's code, or a supervisor without one. */
export const ExcuseWanted = z.object({
  checks: z.array(CheckId).min(1, 'Name at least one check.'),
  until: Instant,
  reason: Reason,
});

const Act = z.discriminatedUnion('do', [
  z.object({ do: z.literal('recheck') }),
  z.object({ do: z.literal('message'), text: MessageText }),
  /** Without an assignee: nobody. */
  z.object({ do: z.literal('assign'), assignee: Assignee.optional() }),
]);
const Decree = z.discriminatedUnion('do', [
  ExcuseWanted.extend({ do: z.literal('excuse') }),
  z.object({ do: z.literal('lock'), reason: Reason }),
]);
export type BulkAct = z.output<typeof Act> | z.output<typeof Decree>;

/** The work of helpdesk. */
export const caseRoutes = {
  triage: {
    method: 'GET',
    path: '/api/v1/triage',
    caller: 'operator',
    summary: 'Who cannot work now, who will not be able to soon, and who asked for help; grouped by cause',
    query: TriageFilter,
    reply: TriageView,
  },
  triageRows: {
    method: 'GET',
    path: '/api/v1/triage/rows',
    caller: 'operator',
    summary: 'The workstations of one group',
    query: z.object({
      ...TriageFilter.shape,
      section: TriageSection,
      group: z.string().max(600),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    reply: z.object({ rows: z.array(TriageRow), total: z.int() }),
  },
  cases: {
    method: 'GET',
    path: '/api/v1/workstations/:id/cases',
    caller: 'operator',
    summary: 'Cases of a workstation: the open ones, and the last that were closed',
    reply: z.object({ rows: z.array(CaseView) }),
  },
  messages: {
    method: 'GET',
    path: '/api/v1/workstations/:id/messages',
    caller: 'operator',
    summary: 'Messages between the person and helpdesk, the newest last',
    reply: z.object({ rows: z.array(MessageView) }),
  },
  sendMessage: {
    method: 'POST',
    path: '/api/v1/workstations/:id/messages',
    caller: 'operator',
    needs: 'help',
    summary: 'Show the person a message; it waits until the PC is connected',
    body: z.object({ text: MessageText }),
    reply: z.object({ id: z.string(), connected: z.boolean() }),
  },
  note: {
    method: 'POST',
    path: '/api/v1/workstations/:id/notes',
    caller: 'operator',
    needs: 'help',
    summary: 'Write something down for other operators; the person does not see it',
    body: z.object({ text: MessageText }),
    reply: Done,
  },
  assign: {
    method: 'POST',
    path: '/api/v1/workstations/:id/assignee',
    caller: 'operator',
    needs: 'help',
    summary: 'Say who takes care of the open cases of a workstation; without a name, nobody',
    body: z.object({ assignee: Assignee.optional() }),
    reply: z.object({ before: z.string().optional() }),
  },
  closeCase: {
    method: 'POST',
    path: '/api/v1/workstations/:id/cases/:case/close',
    caller: 'operator',
    needs: 'help',
    summary: 'Close what a person asked for; a case whose cause is still there stays open',
    body: z.object({ note: z.string().trim().max(300).default('') }),
    reply: Done,
  },
  reopenCase: {
    method: 'POST',
    path: '/api/v1/workstations/:id/cases/:case/reopen',
    caller: 'operator',
    needs: 'help',
    summary: 'Open a case again that was closed by hand a short while ago',
    reply: Done,
  },
  assignees: {
    method: 'GET',
    path: '/api/v1/assignees',
    caller: 'operator',
    summary: 'Operators who may take care of a case',
    reply: z.object({ rows: z.array(z.object({ name: z.string() })) }),
  },
  approveExcuse: {
    method: 'POST',
    path: '/api/v1/workstations/:id/requests/:request/approve',
    caller: 'operator',
    needs: 'help',
    summary: 'Grant the excuse that a person asked for from their own tray',
    body: ExcuseWanted,
    reply: z.object({ id: z.string() }),
  },
  refuseExcuse: {
    method: 'POST',
    path: '/api/v1/workstations/:id/requests/:request/refuse',
    caller: 'operator',
    needs: 'help',
    summary: 'Refuse the excuse that a person asked for; they read the reason',
    body: z.object({ reason: Reason }),
    reply: Done,
  },
  excuse: {
    method: 'POST',
    path: '/api/v1/workstations/:id/excuses',
    caller: 'operator',
    needs: 'help',
    summary: 'Excuse named checks until a time; takes the caller’s code, or a supervisor who goes without it',
    body: ExcuseWanted.extend({ callerCode: CallerCode.optional(), override: z.boolean().default(false) }),
    reply: z.object({ id: z.string() }),
  },
  bulk: {
    method: 'POST',
    path: '/api/v1/bulk',
    caller: 'operator',
    needs: 'help',
    isLong: true,
    summary: 'Recheck, message or assign many workstations',
    body: z.object({ target: BulkTarget, act: Act }),
    reply: BulkOutcome,
  },
  bulkDecree: {
    method: 'POST',
    path: '/api/v1/bulk/decree',
    caller: 'operator',
    needs: 'supervise',
    stepUp: true,
    isLong: true,
    summary: 'Excuse or lock many workstations',
    body: z.object({ target: BulkTarget, act: Decree }),
    reply: BulkOutcome,
  },
  undoBulk: {
    method: 'POST',
    path: '/api/v1/bulk/:undo/undo',
    caller: 'operator',
    needs: 'help',
    isLong: true,
    summary: 'Take back what one’s own bulk action did, as far as it still stands',
    reply: z.object({ undone: z.int() }),
  },
} as const satisfies Record<string, Route>;
