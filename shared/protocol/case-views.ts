import { z } from 'zod';
import { Access } from '../access/decide.ts';
import { Params } from '../checks/define.ts';
import { CheckId } from '../checks/index.ts';
import { Instant } from '../time.ts';
import { Language } from '../words/language.ts';
import { TriageFilter } from './triage-filter.ts';

/** What opened a case: what keeps somebody from working, or the person themselves. */
export const CaseCause = z.union([CheckId, z.enum(['manual-lock', 'out-of-contact', 'enrolment', 'help', 'incident'])]);
export type CaseCause = z.infer<typeof CaseCause>;

/** What the cause does to the person's access now; `none` once it is gone, or where it never touched the access. */
export const Standing = z.enum(['locked', 'draining', 'warned', 'none']);
export type Standing = z.infer<typeof Standing>;

/** What a person asked for and nobody has answered yet. */
export const RequestView = z.object({
  id: z.string(),
  at: Instant,
  asks: z.enum(['help', 'excuse', 'incident']),
  text: z.string(),
  program: z.string().optional(),
  /** Of an excuse. */
  checks: z.array(CheckId).optional(),
  until: Instant.optional(),
});
export type RequestView = z.infer<typeof RequestView>;

export const CaseView = z.object({
  id: z.string(),
  workstation: z.string(),
  cause: CaseCause,
  code: z.string(),
  params: Params,
  standing: Standing,
  /** Since when the cause has been there. */
  since: Instant,
  /** When it turns into a lock. */
  locksAt: Instant.optional(),
  openedAt: Instant,
  closedAt: Instant.optional(),
  /** Operator's name; absent while it is open, and when it closed by itself. */
  closedBy: z.string().optional(),
  assignee: z.string().optional(),
  /** The oldest first. */
  requests: z.array(RequestView),
});
export type CaseView = z.infer<typeof CaseView>;

/** One message between a person and helpdesk. */
export const MessageView = z.object({
  id: z.string(),
  at: Instant,
  from: z.string(),
  /** Whether the person wrote it. */
  isFromPerson: z.boolean(),
  text: z.string(),
  asks: z.enum(['help', 'excuse', 'incident']).optional(),
  program: z.string().optional(),
  checks: z.array(CheckId).optional(),
  until: Instant.optional(),
  /** When it was shown to the person. */
  seenAt: Instant.optional(),
  answer: z.object({ kind: z.enum(['answered', 'approved', 'refused']), by: z.string(), at: Instant }).optional(),
});
export type MessageView = z.infer<typeof MessageView>;

export const ShiftView = z.object({ from: Instant, to: Instant });

/** A workstation that needs helpdesk, in one line. */
export const TriageRow = z.object({
  workstation: z.string(),
  hostName: z.string(),
  person: z.string().optional(),
  language: Language.optional(),
  /** IANA name. */
  timeZone: z.string().optional(),
  /** Those that the person is kept from, or will be; all of them where no access is touched. */
  programs: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Absent until the first contact. */
  lastContactAt: Instant.optional(),
  connected: z.boolean(),
  /** The shift the person is in, or the next one. */
  shift: ShiftView.optional(),
  /** The case that matters most. */
  case: CaseView,
  /** What nobody has answered yet, of all its cases: what was reported first, then the oldest. */
  requests: z.array(RequestView),
  /** The case of what the person reported as suspicious, until it is closed by hand. */
  incident: z.string().optional(),
  /** Further causes that keep the person from working, or will. */
  more: z.int(),
});
export type TriageRow = z.infer<typeof TriageRow>;

/** Workstations with the same cause. */
export const TriageGroup = z.object({
  /** Names the group in `triageRows` and in bulk actions. */
  key: z.string(),
  cause: CaseCause,
  code: z.string(),
  /** Of the first of them. */
  params: Params,
  /** The earliest of them. */
  since: Instant,
  locksAt: Instant.optional(),
  workstations: z.int(),
  inShift: z.int(),
  nextShiftAt: Instant.optional(),
  assignees: z.array(z.string()),
  programs: z.array(z.string()),
  /** The first few of them, the most urgent first. */
  rows: z.array(TriageRow),
});
export type TriageGroup = z.infer<typeof TriageGroup>;

export const TriageSection = z.enum(['cannot-work', 'soon', 'asked']);
export type TriageSection = z.infer<typeof TriageSection>;

/** How much a program misses the people who cannot work now. */
export const QueueImpact = z.object({
  program: z.string(),
  name: z.string(),
  /** Undefined where the program's shifts are not known. */
  inShift: z.int().optional(),
  cannotWork: z.int(),
  workstations: z.int(),
});
export type QueueImpact = z.infer<typeof QueueImpact>;

export const TriageView = z.object({
  at: Instant,
  sections: z.array(
    z.object({
      section: TriageSection,
      /** Of all workstations, and of those that fit the filter. */
      total: z.int(),
      matching: z.int(),
      groups: z.array(TriageGroup),
      /** Groups that fit but are not listed. */
      left: z.int(),
    }),
  ),
  /** Workstations whose person waits for an answer, and those with an open incident, in whatever section. */
  waiting: z.int(),
  incidents: z.int(),
  counts: z.record(Access, z.int()),
  impact: z.array(QueueImpact),
  nextShiftAt: Instant.optional(),
});
export type TriageView = z.infer<typeof TriageView>;

/** What a bulk action is about: these workstations, or whoever fits in a group when it is carried out. */
export const BulkTarget = z.union([
  z.object({ workstations: z.array(z.string()).min(1).max(1_000) }),
  z.object({ section: TriageSection, group: z.string().max(600), ...TriageFilter.shape }),
]);
export type BulkTarget = z.infer<typeof BulkTarget>;

export const BulkOutcome = z.object({
  workstations: z.int(),
  done: z.int(),
  /** Those it could not be done to, and why. */
  failed: z.array(z.object({ workstation: z.string(), who: z.string(), problem: z.string() })),
  /** Takes it back while it is remembered; absent where it cannot be taken back. */
  undo: z.string().optional(),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;
