import { z } from 'zod';
import { CheckId, checks, type SettingsOf } from '../checks/index.ts';
import { Duration } from '../time.ts';

export const Strategy = z.enum(['observe', 'advise', 'deadline', 'lock']);
export type Strategy = z.infer<typeof Strategy>;

export const ProgramId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'Use lower-case letters, digits and hyphens, at most 40.');

/** What every check's rule says beside the check's own settings. */
const rule = {
  /** What a failing check does. */
  strategy: Strategy.default('advise'),
  /** Time to fix before `deadline` locks. */
  within: Duration.default(86_400),
  /** What happens while the fact cannot be read. Never locks at once. */
  onCannotTell: z.enum(['pass', 'advise', 'deadline']).default('advise'),
  /** Locks even in the middle of a call. */
  critical: z.boolean().default(false),
};
export const Rule = z.object(rule);
export type Rule = z.output<typeof Rule>;

const rules = Object.fromEntries(
  CheckId.options.map((id) => [id, z.strictObject({ ...rule, ...checks[id].settings.shape }).optional()]),
);

/**
 * A policy as it is written and as it travels: durations may be text or seconds on the way in and are seconds on the
 * way out, so a parsed policy parses to itself.
 */
export const PolicyDocument = z.strictObject({
  /** Name for people. */
  name: z.string().min(1).max(80),
  /** How long the last good contact counts; longer silence locks. */
  lease: Duration.refine(
    (seconds) => seconds >= 10 && seconds <= 86_400,
    'A lease lies between 10s and 24h. Write a time between them.',
  ).default(900),
  /** A reading older than this counts as "cannot tell". */
  staleAfter: Duration.default(3_600),
  call: z
    .strictObject({
      /** The longest that a call in progress can put off a lock. */
      hardCap: Duration.default(900),
      /** A call state not confirmed for this long counts as no call. */
      feedTimeout: Duration.default(60),
    })
    .prefault({}),
  /** Suspends automatic locks of one cause when they would hit too many people at once. */
  breaker: z
    .strictObject({
      /** Share of the program's workstations, in percent. */
      share: z.number().min(1).max(100).default(30),
      within: Duration.default(600),
      /** Never trips below this many workstations. */
      atLeast: z.int().min(2).default(5),
    })
    .prefault({}),
  checks: z.strictObject(rules).prefault({}),
});

type ParsedDocument = z.output<typeof PolicyDocument>;
export type CheckRule<Id extends CheckId> = Rule & SettingsOf<Id>;
export type Policy = Omit<ParsedDocument, 'checks'> & { checks: { [Id in CheckId]?: CheckRule<Id> } };

/** Narrows a parsed document; the loop above built its rules from the same registry as the type. */
export function toPolicy(document: ParsedDocument): Policy {
  return document as Policy;
}

/**
 * Reads a policy sent by a console, newer ones included: rules that this version does not know or understand are
 * dropped one by one, and `dropped` names them.
 */
export function receivePolicy(value: unknown): { policy: Policy; dropped: string[] } | undefined {
  const whole = z.looseObject({ checks: z.record(z.string(), z.unknown()) }).safeParse(value);
  if (!whole.success) return undefined;
  const dropped: string[] = [];
  const kept: Record<string, unknown> = {};
  for (const [id, written] of Object.entries(whole.data.checks)) {
    const known = CheckId.safeParse(id);
    const parsed = known.success
      ? z.object({ ...rule, ...checks[known.data].settings.shape }).safeParse(written)
      : undefined;
    if (parsed?.success) kept[id] = parsed.data;
    else dropped.push(id);
  }
  const { checks: _strict, ...envelope } = PolicyDocument.shape;
  const parsed = z.object(envelope).safeParse(whole.data);
  return parsed.success ? { policy: toPolicy({ ...parsed.data, checks: kept } as ParsedDocument), dropped } : undefined;
}
