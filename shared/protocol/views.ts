import { z } from 'zod';
import { Access, Decision, Enrolment } from '../access/decide.ts';
import { Params } from '../checks/define.ts';
import { CheckId, Readings } from '../checks/index.ts';
import { Strategy } from '../policy/policy.ts';
import { Instant } from '../time.ts';
import { Rollout } from './policy-views.ts';

/** What the console's screens and commands see. Database rows never leave the console in any other form. */

export const FindingView = z.object({
  check: CheckId,
  outcome: z.enum(['pass', 'fail', 'cannot-tell', 'not-applicable']),
  code: z.string(),
  params: Params,
  strategy: Strategy,
});
export type FindingView = z.infer<typeof FindingView>;

/** Decision for one program of a workstation. */
export const AccessView = z.object({
  program: z.string(),
  programName: z.string(),
  decision: Decision,
  /** Since when the access has been what it is. */
  since: Instant,
  policyVersion: z.int(),
});
export type AccessView = z.infer<typeof AccessView>;

export const WorkstationRow = z.object({
  id: z.string(),
  hostName: z.string(),
  person: z.string().optional(),
  os: z.enum(['windows', 'macos', 'linux']),
  system: z.string(),
  agentVersion: z.string(),
  enrolment: Enrolment,
  enrolledAt: Instant,
  /** Absent until the first contact. */
  lastContactAt: Instant.optional(),
  connected: z.boolean(),
  /** The most severe access over all programs. */
  access: Access,
  programs: z.array(AccessView),
});
export type WorkstationRow = z.infer<typeof WorkstationRow>;

export const LockView = z.object({
  id: z.string(),
  /** Absent: all programs. */
  program: z.string().optional(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
});
export const ExcuseView = z.object({
  id: z.string(),
  checks: z.array(CheckId),
  until: Instant,
  reason: z.string(),
  by: z.string(),
  at: Instant,
});

export const WorkstationDetail = WorkstationRow.extend({
  findings: z.array(z.object({ program: z.string(), findings: z.array(FindingView) })),
  readings: Readings,
  egress: z.string().optional(),
  /** Seconds by which the workstation's clock is ahead of the console's. */
  clockSkew: z.number().optional(),
  locks: z.array(LockView),
  excuses: z.array(ExcuseView),
});
export type WorkstationDetail = z.infer<typeof WorkstationDetail>;

/** Milliseconds on the way from the workstation to the gate, for a transition that a report caused. */
export const Latency = z.object({
  /** Fact observed on the workstation to gate told. */
  total: z.number(),
  /** Report received by the console to gate told. */
  console: z.number(),
  /** No report caused it: counted from the decision on. */
  decided: z.literal(true).optional(),
});
export type Latency = z.infer<typeof Latency>;

export const TimelineEntry = z.object({
  /** Of what lies in the history a number, of a report `report-` and its number. */
  id: z.string(),
  at: Instant,
  kind: z.enum([
    'access',
    'findings',
    'lock',
    'unlock',
    'excuse',
    'excuse-ended',
    'excuse-refused',
    'enrolment',
    'report-gap',
    'recheck',
    'case-closed',
    'case-reopened',
    'case-assigned',
    'note',
    'help',
    'incident',
    'message',
    'message-seen',
    'facts',
  ]),
  program: z.string().optional(),
  /** Operator's name, for what people did. */
  by: z.string().optional(),
  /** For `access`: the decision reached. */
  decision: Decision.optional(),
  previous: Access.optional(),
  policyVersion: z.int().optional(),
  latency: Latency.optional(),
  /** For what people did or what happened: one short sentence. */
  note: z.string().optional(),
  /** What the checks say from here on whose findings changed. */
  findings: z.array(FindingView).optional(),
  /** Milliseconds for which a call was waited for before this. */
  drained: z.int().optional(),
  /** For `facts`: what a report brought, and the number of the report. */
  facts: Readings.optional(),
  report: z.int().optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A report exactly as the workstation signed it. */
export const RecordedReport = z.object({
  seq: z.int(),
  receivedAt: Instant,
  /** SHA-256 of `jws`, base64url: what the next report names as the one before it. */
  hash: z.string(),
  /** The address the workstation was seen from. */
  egress: z.string().optional(),
  /** Compact JWS, ES256. */
  jws: z.string(),
});
export type RecordedReport = z.infer<typeof RecordedReport>;

export const ProgramView = z.object({
  id: z.string(),
  name: z.string(),
  /** Where browsers find the CRM, and where the gate finds it. */
  origins: z.array(z.object({ origin: z.string(), upstream: z.string() })),
  policyName: z.string(),
  policyVersion: z.int(),
  policyPublishedAt: Instant,
  counts: z.record(Access, z.int()),
  /** Checks whose automatic locks the breaker has suspended, since when. */
  suspended: z.array(z.object({ check: CheckId, since: Instant, locked: z.int() })),
  /** The version that is being brought in, was stopped on the way, or awaits approval. */
  rollout: Rollout.optional(),
});
export type ProgramView = z.infer<typeof ProgramView>;

export const AuditEntry = z.object({
  id: z.int(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  target: z.string(),
  /** Names that people know target and actor by, where those are ids. */
  targetName: z.string().optional(),
  actorName: z.string().optional(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Server-sent to the console's screens and to `shiftgate try`. The name of the event is its `type`. */
export const ConsoleEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('access'),
    workstation: z.string(),
    view: AccessView,
    previous: Access.optional(),
    latency: Latency.optional(),
  }),
  /** Something else about a workstation changed: read it again. */
  z.object({ type: z.literal('workstation'), workstation: z.string() }),
  /** A case of a workstation, or a message in it, changed. */
  z.object({ type: z.literal('case'), workstation: z.string() }),
  /** A program, its policy or its breaker changed. */
  z.object({ type: z.literal('program'), program: z.string() }),
]);
export type ConsoleEvent = z.infer<typeof ConsoleEvent>;
