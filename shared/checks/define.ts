import { z } from 'zod';

/** The systems that a workstation can run. */
export const Os = z.enum(['windows', 'macos', 'linux']);
export type Os = z.infer<typeof Os>;

/** Why something could not be read. Never a failure by itself. */
export const CannotTellReason = z.enum([
  'absent', // the program, file or interface that would know is not there
  'denied', // the system refused
  'needs-admin', // only an administrator may read it
  'location-off', // the location permission guards it
  'timeout',
  'too-large',
  'unparsable', // it answered in a form we do not know
  'failed', // it answered with an error
  'unsupported', // no reader for this system yet
  'never-read', // the agent has not reported it so far
  'stale', // the last reading is older than the policy accepts
]);
export type CannotTellReason = z.infer<typeof CannotTellReason>;

export const CannotTell = z.object({ cannotTell: CannotTellReason, detail: z.string().max(200).optional() });
export type CannotTell = z.infer<typeof CannotTell>;

/** A part of a fact that a system may hide while the rest is known. */
export function maybe<T extends z.ZodType>(known: T) {
  return z.union([CannotTell, known]);
}

export function isUnknown(value: unknown): value is CannotTell {
  return typeof value === 'object' && value !== null && 'cannotTell' in value;
}

export const Params = z.record(z.string(), z.union([z.string(), z.number()]));
export type Params = z.infer<typeof Params>;

/** What is wrong, for the person: the problem in home words, and what to do. `{name}` is filled from the parameters. */
export interface Text {
  readonly problem: string;
  readonly remedy: string;
}

export type Verdict<Code extends string> =
  | { readonly outcome: 'fail'; readonly code: Code; readonly params?: Params }
  | { readonly outcome: 'cannot-tell'; readonly code: CannotTellReason; readonly params?: Params }
  | { readonly outcome: 'not-applicable'; readonly code: Code; readonly params?: Params };

/** What `evaluate` may use beside the fact itself. */
export interface Surroundings {
  readonly now: Date;
  /** The address from which the console sees the workstation. */
  readonly egress?: string | undefined;
  /** The `vpn` fact shows that all traffic goes through a tunnel. */
  readonly fullTunnel: boolean;
  /** Seconds by which the workstation's clock is ahead of the console's; absent where nobody has compared them. */
  readonly clockSkew?: number | undefined;
}

/** The verdict on a part of a fact that the system hides; `what` names the part in home words. */
export function hidden(what: string, { cannotTell }: CannotTell): Verdict<never> {
  return { outcome: 'cannot-tell', code: cannotTell, params: { what } };
}

export function wholeDays(seconds: number): number {
  return Math.floor(seconds / 86_400);
}

/**
 * One check: a fact, settings, and the pure rule between them.
 * `evaluate` returns one verdict per problem; an empty list means pass.
 */
export interface CheckDefinition<
  Id extends string = string,
  Fact extends z.ZodType = z.ZodType,
  Settings extends z.ZodObject = z.ZodObject,
  Code extends string = string,
> {
  readonly id: Id;
  readonly title: string;
  /** Why the check matters to the customer at the other end of the call. */
  readonly why: string;
  readonly fact: Fact;
  readonly settings: Settings;
  readonly evaluate: (fact: z.output<Fact>, settings: z.output<Settings>, around: Surroundings) => Verdict<Code>[];
  /** The fact in one line, for helpdesk and for the person. */
  readonly describe: (fact: z.output<Fact>) => string;
  readonly texts: { readonly [C in Code]: Text };
}

/** Infers the codes from `texts`, so that a code without a text does not compile. */
export function defineCheck<
  const Id extends string,
  Fact extends z.ZodType,
  Settings extends z.ZodObject,
  const Code extends string,
>(definition: CheckDefinition<Id, Fact, Settings, Code>): CheckDefinition<Id, Fact, Settings, Code> {
  return definition;
}
