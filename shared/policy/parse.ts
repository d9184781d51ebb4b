import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { CheckId, checks } from '../checks/index.ts';
import { contradictionsIn } from './contradictions.ts';
import { type Policy, PolicyDocument, toPolicy } from './policy.ts';

/** One thing wrong with a policy text: where, which field, and what to do. Lines and columns count from 1. */
export interface PolicyProblem {
  line: number;
  column: number;
  field: string;
  message: string;
  remedy: string;
}

/** `warnings`: what is possible and surely not meant. */
export type ParsedPolicy =
  | { ok: true; policy: Policy; warnings: PolicyProblem[] }
  | { ok: false; problems: PolicyProblem[] };

/** Largest policy text that is looked at, in characters. */
const maxLength = 100_000;

/** Parses and checks a policy written as YAML. Never throws; names every problem it finds. */
export function parsePolicy(text: string): ParsedPolicy {
  if (text.length > maxLength) return refuse('The policy is too long.', `Keep it under ${maxLength} characters.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      ...at(lines, error.pos[0]),
      field: /^[\w-]*/.exec(text.slice(error.pos[0]))?.[0] ?? '',
      ...sayYamlError(error.code, error.message),
    }));
    return { ok: false, problems };
  }
  const value: unknown = readValue(document);
  if (value === undefined) return refuse('The policy uses too many YAML aliases.', 'Write the values out.');
  const parsed = PolicyDocument.safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) {
    const policy = toPolicy(parsed.data);
    const warnings = contradictionsIn(policy).map((one) => ({ ...at(lines, offsetOf(document, [one.field])), ...one }));
    return { ok: true, policy, warnings };
  }
  const problems = parsed.error.issues.flatMap(flatten).map((issue) => ({
    ...at(lines, offsetOf(document, pathOf(issue))),
    field: fieldOf(issue),
    ...sayIssue(issue),
  }));
  return { ok: false, problems: problems.sort((left, right) => left.line - right.line) };
}

type Document = ReturnType<typeof parseDocument>;
type Issue = z.core.$ZodIssue;

function readValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    // toJS throws for one reason only: more aliases than allowed.
    return undefined;
  }
}

function refuse(message: string, remedy: string): ParsedPolicy {
  return { ok: false, problems: [{ line: 1, column: 1, field: '', message, remedy }] };
}

function at(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** A union reports its branches' issues inside one; the branch that came furthest is the one the author meant. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.filter((errors) => errors.some((inner) => inner.code !== 'invalid_type'));
  const closest = branches[0];
  if (!closest || issue.message !== 'Invalid input') return [issue];
  return closest.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function pathOf(issue: Issue): PropertyKey[] {
  return issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : [...issue.path];
}

function fieldOf(issue: Issue): string {
  return pathOf(issue).join('.');
}

/** Where the key of the deepest existing part of the path stands in the text. */
function offsetOf(document: Document, field: readonly PropertyKey[]): number {
  let path: readonly unknown[] = field;
  while (path.length > 0) {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pairs = (parent as { items?: unknown[] } | undefined)?.items ?? [];
    const last = path.at(-1);
    const hit = typeof last === 'number' ? pairs[last] : pairs.find((pair) => keyOf(pair) === last);
    const start = startOf(hit);
    if (start !== undefined) return start;
    path = path.slice(0, -1);
  }
  return 0;
}

function keyOf(pair: unknown): unknown {
  return (pair as { key?: { value?: unknown } }).key?.value;
}

function startOf(node: unknown): number | undefined {
  const { key, range } = (node ?? {}) as { key?: { range?: [number] }; range?: [number] };
  return key?.range?.[0] ?? range?.[0];
}

function sayYamlError(code: string, message: string): { message: string; remedy: string } {
  if (code === 'DUPLICATE_KEY') {
    return { message: 'The same key stands twice in one place.', remedy: 'Keep one of the two lines.' };
  }
  return {
    message,
    remedy: 'Check the indentation (two spaces) and the colons of this line and the one above.',
  };
}

function sayIssue(issue: Issue): { message: string; remedy: string } {
  if (issue.code === 'unrecognized_keys') return sayUnknownKey(issue);
  if (issue.code === 'invalid_value') {
    return {
      message: `${show(issue.input)} is not possible here.`,
      remedy: `Write one of: ${issue.values.join(', ')}.`,
    };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { message: 'This field is missing.', remedy: `Add ${fieldOf(issue)}.` };
  }
  if (issue.code === 'invalid_type') {
    return { message: `${show(issue.input)} has the wrong form.`, remedy: `Write ${nameOfType(issue.expected)}.` };
  }
  const [message = '', ...rest] = issue.message.split(/(?<=\.) /);
  return { message, remedy: rest.join(' ') || 'Correct the value.' };
}

function sayUnknownKey(issue: Extract<Issue, { code: 'unrecognized_keys' }>): { message: string; remedy: string } {
  const key = issue.keys[0] ?? '';
  const [top, id] = issue.path;
  if (top === 'checks' && id === undefined) {
    return { message: `There is no check "${key}".`, remedy: `Checks are: ${CheckId.options.join(', ')}.` };
  }
  const known =
    top === 'checks'
      ? ['strategy', 'within', 'onCannotTell', 'critical', ...settingsOf(id)]
      : Object.keys(PolicyDocument.shape);
  return { message: `There is no field "${key}" here.`, remedy: `Fields here are: ${known.join(', ')}.` };
}

function settingsOf(id: PropertyKey | undefined): string[] {
  const known = CheckId.safeParse(id);
  return known.success ? Object.keys(checks[known.data].settings.shape) : [];
}

const typeNames: Record<string, string> = {
  object: 'a group of indented fields',
  record: 'a group of indented fields',
  array: 'a list',
  int: 'a whole number',
  boolean: 'true or false',
};

function nameOfType(type: string): string {
  return typeNames[type] ?? `a ${type}`;
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing';
}
