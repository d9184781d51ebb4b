import { z } from 'zod';
import { type CheckId, checks } from '../checks/index.ts';
import { PolicyDocument, Rule } from './policy.ts';

/**
 * One field of a policy, read off the schemas, so that forms, completion and comparison know every check there is.
 * `values`: for `choice` what it may be, for `choices` what its entries may be, where that is a closed set.
 */
export interface PolicyField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'duration' | 'switch' | 'choice' | 'choices' | 'list' | 'group' | 'other';
  readonly values: readonly string[];
  /** As it would be after parsing; undefined where the field must be written. */
  readonly fallback: unknown;
  readonly schema: z.ZodType;
}

/** Fields that stand at the top of a policy, `call` and `breaker` as groups. */
export const documentFields = fieldsOf(PolicyDocument).filter(({ name }) => name !== 'checks');
/** Fields that every check's rule has. */
export const ruleFields = fieldsOf(Rule);

const settingsByCheck = new Map<CheckId, readonly PolicyField[]>();

/** Fields of one check's own settings. */
export function settingFields(check: CheckId): readonly PolicyField[] {
  const known = settingsByCheck.get(check);
  if (known) return known;
  const fields = fieldsOf(checks[check].settings);
  settingsByCheck.set(check, fields);
  return fields;
}

/** The fields of a group such as `breaker`. */
export function groupFields(field: PolicyField): PolicyField[] {
  const inner = peel(field.schema).schema;
  return inner instanceof z.ZodObject ? fieldsOf(inner) : [];
}

export function fieldsOf(object: z.ZodObject): PolicyField[] {
  return Object.entries(object.shape).map(([name, schema]) => describe(name, schema as z.ZodType));
}

function describe(name: string, written: z.ZodType): PolicyField {
  const { schema, fallback } = peel(written);
  const base = { name, fallback, schema: written, values: [] };
  if (schema instanceof z.ZodBoolean) return { ...base, kind: 'switch', values: ['true', 'false'] };
  if (schema instanceof z.ZodEnum) return { ...base, kind: 'choice', values: textsOf(schema) };
  if (schema instanceof z.ZodNumber) return { ...base, kind: 'number' };
  if (schema instanceof z.ZodString) return { ...base, kind: 'text' };
  // Nothing but a duration is written in one form and kept in another.
  if (schema instanceof z.ZodPipe) return { ...base, kind: 'duration' };
  if (schema instanceof z.ZodObject) return { ...base, kind: 'group' };
  if (schema instanceof z.ZodArray) return describeList(base, schema);
  return { ...base, kind: 'other' };
}

function describeList(base: Omit<PolicyField, 'kind'>, list: z.ZodArray): PolicyField {
  const { schema: entry } = peel(list.element as z.ZodType);
  if (entry instanceof z.ZodEnum) return { ...base, kind: 'choices', values: textsOf(entry) };
  if (entry instanceof z.ZodString) return { ...base, kind: 'list' };
  if (!(entry instanceof z.ZodUnion)) return { ...base, kind: 'other' };
  const closed = entry.options.flatMap((option) => (option instanceof z.ZodEnum ? textsOf(option) : []));
  return { ...base, kind: 'other', values: closed };
}

function textsOf(schema: z.ZodEnum): string[] {
  return schema.options.map(String);
}

/** The schema below its defaults, and the value that they stand for. */
function peel(written: z.ZodType): { schema: z.ZodType; fallback: unknown } {
  const fallback = written.safeParse(undefined).data;
  let schema = written;
  while (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    schema = schema.def.innerType as z.ZodType;
  }
  return { schema, fallback };
}
