import { CheckId } from '../../../../shared/checks/index.ts';
import {
  documentFields,
  groupFields,
  type PolicyField,
  ruleFields,
  settingFields,
} from '../../../../shared/policy/fields.ts';
import type { Voice } from '../../voice.ts';
import { sayField, sayValue } from './field-words.ts';

export interface Suggestion {
  readonly label: string;
  /** What is put in. */
  readonly text: string;
  /** What it means. */
  readonly detail: string;
}

export interface Completion {
  /** Offset in the line from which the suggestion replaces. */
  readonly from: number;
  readonly options: readonly Suggestion[];
}

/** What could stand at the cursor: the text before it, line by line, the cursor's own line up to the cursor last. */
export function completeAt(lines: readonly string[], voice: Voice): Completion | undefined {
  const line = lines.at(-1) ?? '';
  const path = pathAbove(lines);
  const value = /^\s*(?:- )?([\w-]+):\s+([\w-]*)$/.exec(line);
  if (value) {
    const [, name = '', begun = ''] = value;
    return {
      from: line.length - begun.length,
      options: valuesOf(
        fieldsAt(path).find((one) => one.name === name),
        voice,
      ),
    };
  }
  const item = /^\s*- ([\w-]*)$/.exec(line);
  if (item) {
    const field = fieldsAt(path.slice(0, -1)).find(({ name }) => name === path.at(-1));
    return { from: line.length - (item[1]?.length ?? 0), options: valuesOf(field, voice) };
  }
  const key = /^\s*([\w-]*)$/.exec(line);
  if (!key) return undefined;
  const isCheck = path.length === 1 && path[0] === 'checks';
  const options = isCheck ? checkKeys(voice) : fieldsAt(path).map((field) => toKey(field, voice));
  return { from: line.length - (key[1]?.length ?? 0), options };
}

/** The keys that the last line stands under, by indentation. */
function pathAbove(lines: readonly string[]): string[] {
  const path: string[] = [];
  let depth = indentOf(lines.at(-1) ?? '');
  for (const line of lines.slice(0, -1).reverse()) {
    const key = /^\s*([\w-]+):\s*(?:#.*)?$/.exec(line)?.[1];
    const indent = indentOf(line);
    const isItem = /^\s*- /.test(lines.at(-1) ?? '') && path.length === 0;
    if (key === undefined || indent > depth || (indent === depth && !isItem)) continue;
    path.unshift(key);
    depth = indent;
    if (indent === 0) break;
  }
  return path;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function fieldsAt([top, second, ...rest]: readonly string[]): readonly PolicyField[] {
  if (top === undefined) return [...documentFields, checksField];
  if (rest.length > 0) return [];
  if (top !== 'checks') {
    const group = documentFields.find(({ name }) => name === top);
    return group && second === undefined ? groupFields(group) : [];
  }
  const check = CheckId.safeParse(second);
  return check.success ? [...ruleFields, ...settingFields(check.data)] : [];
}

const checksField = { name: 'checks', kind: 'group', values: [], fallback: undefined } as unknown as PolicyField;

function checkKeys({ title }: Voice): Suggestion[] {
  return CheckId.options.map((id) => ({ label: id, text: `${id}:\n    strategy: `, detail: title(id) }));
}

function toKey({ name, kind, values }: PolicyField, { words }: Voice): Suggestion {
  const { kinds } = words.policyForm;
  const written = kind in kinds ? kinds[kind as keyof typeof kinds] : values.join(', ') || kinds.group;
  const text = kind === 'group' ? `${name}:\n  ` : `${name}: `;
  return { label: name, text, detail: `${sayField(name, words.policyForm)} · ${written}` };
}

function valuesOf(field: PolicyField | undefined, { words }: Voice): Suggestion[] {
  if (!field) return [];
  const durations = ['15m', '1h', '12h', '1d', '3d', '7d', '14d'];
  const values = field.kind === 'duration' ? durations : field.values;
  return values.map((value) => {
    const meaning = sayValue(value, words.policyForm);
    return { label: value, text: value, detail: meaning === value ? '' : meaning };
  });
}
