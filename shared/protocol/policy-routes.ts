import { z } from 'zod';
import { Instant } from '../time.ts';
import { Before, Done, Reason } from './fields.ts';
import { PlanJob, PolicyDraft, PolicyVersion, PolicyVersionText } from './policy-views.ts';
import type { Route } from './route.ts';

const Text = z.string().max(100_000);
const Note = z.string().max(300).default('');
const Percent = z.int().min(1).max(100);

/** Policies: drafts, plans, versions, and how a version reaches the workstations. */
export const policyRoutes = {
  policy: {
    method: 'GET',
    path: '/api/v1/programs/:id/policy',
    caller: 'operator',
    summary: 'The policy in force',
    reply: z.object({ text: z.string(), version: z.int(), author: z.string(), note: z.string(), at: Instant }),
  },
  putPolicy: {
    method: 'PUT',
    path: '/api/v1/programs/:id/policy',
    caller: 'operator',
    needs: 'author',
    summary: 'Publish a new version of the policy, for all workstations or for a share of them first',
    body: z.object({
      text: Text,
      note: Note,
      /** Percent of the workstations that it applies to at first. */
      share: Percent.default(100),
      /** Percent of that share which it may lock before it is stopped by itself. */
      lockLimit: Percent.default(10),
    }),
    /** `awaiting-approval`: a second person has to approve it, since it is weaker. */
    reply: z.object({ version: z.int(), state: z.enum(['published', 'staged', 'awaiting-approval']) }),
  },
  policyVersions: {
    method: 'GET',
    path: '/api/v1/programs/:id/policy/versions',
    caller: 'operator',
    summary: 'Every version of the policy, newest first',
    query: Before,
    reply: z.object({ rows: z.array(PolicyVersion), more: z.boolean() }),
  },
  policyVersion: {
    method: 'GET',
    path: '/api/v1/programs/:id/policy/versions/:version',
    caller: 'operator',
    summary: 'One version with its text, and what it changed against the version before it',
    reply: PolicyVersionText,
  },
  widenRollout: {
    method: 'POST',
    path: '/api/v1/programs/:id/rollout/widen',
    caller: 'operator',
    needs: 'author',
    summary: 'Apply the staged version to a larger share; 100 puts it in force for everybody',
    body: z.object({ version: z.int(), share: Percent }),
    reply: Done,
  },
  withdrawVersion: {
    method: 'POST',
    path: '/api/v1/programs/:id/rollout/withdraw',
    caller: 'operator',
    needs: 'author',
    summary: 'Take back a version that is staged, stopped or awaits approval',
    body: z.object({ version: z.int(), reason: Reason }),
    reply: Done,
  },
  approveVersion: {
    method: 'POST',
    path: '/api/v1/programs/:id/rollout/approve',
    caller: 'operator',
    needs: 'author',
    summary: 'Approve a weaker version that somebody else wrote; it takes effect at once',
    body: z.object({ version: z.int() }),
    reply: Done,
  },
  draft: {
    method: 'GET',
    path: '/api/v1/programs/:id/draft',
    caller: 'operator',
    summary: 'The policy text being written, if there is one',
    reply: z.object({ draft: PolicyDraft.optional() }),
  },
  saveDraft: {
    method: 'PUT',
    path: '/api/v1/programs/:id/draft',
    caller: 'operator',
    needs: 'author',
    summary: 'Save the policy text being written; it may have mistakes',
    body: z.object({ text: Text, basedOn: z.int() }),
    reply: PolicyDraft,
  },
  dropDraft: {
    method: 'DELETE',
    path: '/api/v1/programs/:id/draft',
    caller: 'operator',
    needs: 'author',
    summary: 'Throw the policy text being written away',
    reply: Done,
  },
  startPlan: {
    method: 'POST',
    path: '/api/v1/programs/:id/plans',
    caller: 'operator',
    needs: 'author',
    summary: 'Work out what a policy would do to everybody, now and on recorded history; nothing changes',
    body: z.object({
      text: Text,
      /** Days of recorded history to replay; 0 looks at the current facts alone. */
      days: z.int().min(0).max(14).default(14),
    }),
    reply: PlanJob,
  },
  plan: {
    method: 'GET',
    path: '/api/v1/plans/:id',
    caller: 'operator',
    summary: 'How far a plan has come, and its result once it is done',
    reply: PlanJob,
  },
  cancelPlan: {
    method: 'DELETE',
    path: '/api/v1/plans/:id',
    caller: 'operator',
    needs: 'author',
    summary: 'Stop a plan, or throw its result away',
    reply: Done,
  },
} as const satisfies Record<string, Route>;
