import { z } from 'zod';
import { CheckId } from '../checks/index.ts';
import { formatDuration } from '../time.ts';
import { documentFields, groupFields, type PolicyField, ruleFields, settingFields } from './fields.ts';
import type { Policy } from './policy.ts';
import { documentStrictness, ruleStrictness, type Stricter, strictness } from './strictness.ts';

/** `neutral` touches nobody's access; `unclear` may let through what was held before. */
export const Direction = z.enum(['stricter', 'weaker', 'unclear', 'neutral']);
export type Direction = z.infer<typeof Direction>;

/** One difference in what two policies say, whatever their texts look like. */
export const PolicyChange = z.object({
  /** `lease`, `checks.vpn` or `checks.vpn.required`. */
  path: z.string(),
  /** As it would be written; absent where there was nothing. */
  before: z.string().optional(),
  after: z.string().optional(),
  direction: Direction,
});
export type PolicyChange = z.infer<typeof PolicyChange>;

/** Every difference between two policies, and whether it makes the second one stricter or weaker. Pure. */
export function comparePolicies(before: Policy, after: Policy): PolicyChange[] {
  return [
    ...(before.name === after.name ? [] : [said('name', before.name, after.name, 'neutral')]),
    ...documentFields.flatMap((field) => compareTop(field, before, after)),
    ...CheckId.options.flatMap((check) => compareCheck(check, before, after)),
  ];
}

/** Whether somebody may get in under the second policy whom the first one held back. */
export function mayWeaken(changes: readonly PolicyChange[]): boolean {
  return changes.some(({ direction }) => direction === 'weaker' || direction === 'unclear');
}

type Values = Readonly<Record<string, unknown>>;

function compareTop(field: PolicyField, before: Policy, after: Policy): PolicyChange[] {
  if (field.name === 'name') return [];
  const [left, right] = [before as Values, after as Values].map((values) => values[field.name]);
  if (field.kind !== 'group') {
    return compareField(field, field.name, [left, right], documentStrictness[field.name] ?? 'unclear');
  }
  return groupFields(field).flatMap((inner) => {
    const path = `${field.name}.${inner.name}`;
    const values = [(left as Values)[inner.name], (right as Values)[inner.name]] as const;
    return compareField(inner, path, values, documentStrictness[path] ?? 'unclear');
  });
}

function compareCheck(check: CheckId, before: Policy, after: Policy): PolicyChange[] {
  const path = `checks.${check}`;
  const left = before.checks[check] as Values | undefined;
  const right = after.checks[check] as Values | undefined;
  if (!left && !right) return [];
  if (!left) return [{ path, after: String(right?.['strategy']), direction: holds(right) ? 'stricter' : 'neutral' }];
  if (!right) return [{ path, before: String(left['strategy']), direction: holds(left) ? 'weaker' : 'neutral' }];
  const fields = [...ruleFields, ...settingFields(check)];
  const directions: Readonly<Record<string, Stricter>> = { ...ruleStrictness, ...strictness[check] };
  return fields.flatMap((field) => {
    const values = [left[field.name], right[field.name]] as const;
    return compareField(field, `${path}.${field.name}`, values, directions[field.name] ?? 'unclear');
  });
}

/** What is only noted or advised keeps nobody out. */
function holds(rule: Values | undefined): boolean {
  return rule?.['strategy'] === 'deadline' || rule?.['strategy'] === 'lock';
}

function compareField(
  field: PolicyField,
  path: string,
  [before, after]: readonly unknown[],
  stricter: Stricter,
): PolicyChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const direction = directionOf(field, before, after, stricter);
  return [said(path, show(field, before), show(field, after), direction)];
}

function said(path: string, before: string | undefined, after: string | undefined, direction: Direction): PolicyChange {
  return { path, ...(before !== undefined && { before }), ...(after !== undefined && { after }), direction };
}

function directionOf(field: PolicyField, before: unknown, after: unknown, stricter: Stricter): Direction {
  switch (stricter) {
    case 'higher':
      return ranked(rank(field, after) - rank(field, before));
    case 'lower':
      return ranked(rank(field, before) - rank(field, after));
    case 'listed':
      return listed(entriesOf(before), entriesOf(after));
    case 'unlisted':
      return listed(entriesOf(after), entriesOf(before));
    case 'narrow':
      return narrowed(entriesOf(before), entriesOf(after));
    case 'unclear':
      return 'unclear';
  }
}

function ranked(difference: number): Direction {
  if (Number.isNaN(difference)) return 'unclear';
  return difference > 0 ? 'stricter' : 'weaker';
}

function rank({ values, kind }: PolicyField, value: unknown): number {
  if (kind === 'choice') return values.indexOf(String(value));
  return kind === 'switch' || typeof value === 'number' ? Number(value) : Number.NaN;
}

/** Entries as text; those of a group with their value, so that another value is another entry. */
function entriesOf(value: unknown): Set<string> {
  const entries = Array.isArray(value) ? value : Object.entries(value ?? {});
  return new Set(entries.map((entry) => JSON.stringify(entry)));
}

function listed(before: ReadonlySet<string>, after: ReadonlySet<string>): Direction {
  if ([...before].every((entry) => after.has(entry))) return 'stricter';
  return [...after].every((entry) => before.has(entry)) ? 'weaker' : 'unclear';
}

function narrowed(before: ReadonlySet<string>, after: ReadonlySet<string>): Direction {
  if (before.size === 0) return 'stricter';
  return after.size === 0 ? 'weaker' : listed(after, before);
}

function show({ kind }: PolicyField, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (kind === 'duration' && typeof value === 'number') return formatDuration(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
