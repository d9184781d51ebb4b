import { z } from 'zod';
import { Access, AccessReason, Enrolment } from '../access/decide.ts';
import { PolicyChange } from '../policy/compare.ts';
import { Instant } from '../time.ts';

/**
 * What became of a version. `staged` applies to a share of the workstations; `stopped` was staged and locked too many of
 * them; only the highest `published` one is in force for everybody.
 */
export const PolicyState = z.enum(['published', 'staged', 'stopped', 'awaiting-approval', 'withdrawn']);
export type PolicyState = z.infer<typeof PolicyState>;

export const PolicyVersion = z.object({
  version: z.int(),
  /** Name for people; absent when the text is of a form that this console does not know any more. */
  name: z.string().optional(),
  author: z.string(),
  note: z.string(),
  at: Instant,
  state: PolicyState,
  /** Percent of the workstations. */
  share: z.int(),
  /** Who changed its state last, other than by writing it, and when. */
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  inForce: z.boolean(),
});
export type PolicyVersion = z.infer<typeof PolicyVersion>;

export const PolicyVersionText = PolicyVersion.extend({
  text: z.string(),
  /** The text of the version that was in force before it; absent for the first. */
  previous: z.object({ version: z.int(), text: z.string() }).optional(),
  changes: z.array(PolicyChange),
});
export type PolicyVersionText = z.infer<typeof PolicyVersionText>;

/** A version on its way to everybody. */
export const Rollout = z.object({
  version: z.int(),
  state: z.enum(['staged', 'stopped', 'awaiting-approval']),
  author: z.string(),
  note: z.string(),
  at: Instant,
  /** Percent of the workstations that it applies to. */
  share: z.int(),
  /** Percent of those that it may lock. */
  lockLimit: z.int(),
  /** Workstations that it applies to, and those of them that it has locked. */
  workstations: z.int(),
  locked: z.int(),
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
});
export type Rollout = z.infer<typeof Rollout>;

export const PolicyDraft = z.object({ text: z.string(), basedOn: z.int(), savedBy: z.string(), savedAt: Instant });
export type PolicyDraft = z.infer<typeof PolicyDraft>;

/** What a draft does to a workstation, beside the policy that applies to it now. */
export const PlanEffect = z.enum(['locked', 'warned', 'freed', 'unaffected', 'no-data']);
export type PlanEffect = z.infer<typeof PlanEffect>;

/** Under the policy in force, and under the draft. */
const Both = z.object({ before: z.number(), after: z.number() });

export const PlanRow = z.object({
  workstation: z.string(),
  hostName: z.string(),
  person: z.string().optional(),
  effect: PlanEffect,
  before: Access,
  after: Access,
  /** Why, under the draft. */
  reasons: z.array(AccessReason),
  /** When the draft would lock it, where that is to come. */
  locksAt: Instant.optional(),
  /** Of when the facts are. */
  asOf: Instant.optional(),
  /** Whether its person is at work now; absent where no shifts are known. */
  inShift: z.boolean().optional(),
  /** Hours locked in the recorded history. */
  hours: Both,
});
export type PlanRow = z.infer<typeof PlanRow>;

export const PlanHistory = z.object({
  from: Instant,
  to: Instant,
  /** Workstations with recorded reports, and hours that those were in contact. */
  workstations: z.int(),
  hoursSeen: z.number(),
  hours: Both,
  /** Hours lost in shifts; absent where no shifts are known. */
  hoursInShift: Both.optional(),
  /** Workstations that would have been locked at some time. */
  everLocked: Both,
  /** Workstations that would have been locked at some time in each stretch. */
  series: z.array(z.object({ at: Instant, before: z.int(), after: z.int() })),
});
export type PlanHistory = z.infer<typeof PlanHistory>;

export const Plan = z.object({
  program: z.string(),
  policyName: z.string(),
  /** The version in force that it is compared with. */
  comparedWith: z.int(),
  at: Instant,
  changes: z.array(PolicyChange),
  counts: z.record(PlanEffect, z.int()),
  /** Of those locked, how many are in shift now; absent where no shifts are known. */
  lockedInShift: z.int().optional(),
  /** What locks or warns under the draft and does not under the policy in force, the most frequent first. */
  causes: z.array(z.object({ cause: z.string(), code: z.string(), workstations: z.int(), hours: z.number() })),
  history: PlanHistory.optional(),
  /** Everybody whom it changes something for, the most affected first. */
  rows: z.array(PlanRow),
  /** How many more there are than `rows` holds. */
  more: z.int(),
});
export type Plan = z.infer<typeof Plan>;

export const PlanJob = z.object({
  id: z.string(),
  program: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  /** Workstations looked at so far, of all. */
  done: z.int(),
  total: z.int(),
  startedAt: Instant,
  plan: Plan.optional(),
});
export type PlanJob = z.infer<typeof PlanJob>;

export const BreakerEvent = z.object({
  id: z.int(),
  at: Instant,
  kind: z.enum(['tripped', 'resumed']),
  check: z.string(),
  /** `shiftgate` for a trip. */
  by: z.string(),
  /** For a trip: workstations that the check had locked. */
  locked: z.int().optional(),
  reason: z.string().optional(),
});
export type BreakerEvent = z.infer<typeof BreakerEvent>;

/** What the breaker would do; nothing is done. */
export const BreakerTrial = z.object({
  trips: z.boolean(),
  /** Workstations of the program, those the check has locked lately by itself, and the number from which it trips. */
  workstations: z.int(),
  lockedLately: z.int(),
  tripsAt: z.int(),
  /** Seconds in which they count. */
  within: z.int(),
});
export type BreakerTrial = z.infer<typeof BreakerTrial>;

export const CodeView = z.object({
  /** Names the code without giving it away. */
  id: z.string(),
  program: z.string(),
  person: z.string().optional(),
  usesLeft: z.int(),
  approval: z.boolean(),
  expiresAt: Instant,
  madeBy: z.string(),
  madeAt: Instant,
});
export type CodeView = z.infer<typeof CodeView>;

export const WorkstationInQueue = z.object({
  id: z.string(),
  hostName: z.string(),
  person: z.string().optional(),
  programs: z.array(z.string()),
  enrolment: Enrolment,
  enrolledAt: Instant,
  system: z.string(),
  /** Thumbprint of its device key, as RFC 7638 has it. */
  key: z.string().optional(),
  /** Since when it stands as it does, and by whom and why where somebody decided it. */
  changed: z.object({ at: Instant, by: z.string().optional(), reason: z.string() }).optional(),
  /** Revoked before it was ever let in. */
  refused: z.boolean().optional(),
  /** The code that it came by, as long as the console knows it. */
  code: z.object({ madeBy: z.string(), madeAt: Instant }).optional(),
});
export type WorkstationInQueue = z.infer<typeof WorkstationInQueue>;
