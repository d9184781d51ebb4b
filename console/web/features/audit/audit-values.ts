import { Grant } from '../../../../shared/protocol/rights.ts';
import type { Voice } from '../../voice.ts';

type Saying = (voice: Voice, text: string) => string;

/** Texts of the audit that are codes. Others are what people wrote, names and times. */
const sayings: Readonly<Record<string, Saying>> = {
  because: sayReason,
  changes: sayChange,
  check: (voice, id) => voice.title(id),
  checks: (voice, id) => voice.title(id),
  factor: (voice, factor) => wordOf(voice.words.operators.factors, factor) ?? factor,
  note: (voice, note) => voice.phrase(note),
  role: sayGrant,
  state: (voice, state) => wordOf(voice.words.frame.terms.enrolment, state) ?? state,
};

/** `name: value`, without empty ones. */
export function sayDetails(voice: Voice, detail: object): string[] {
  return Object.entries(detail)
    .map(([name, value]) => ({ name: sayName(voice, name), value: sayValue(voice, name, value) }))
    .filter(({ value }) => value !== '')
    .map((named) => voice.fill(voice.words.audit.detail, named));
}

/** The word for something that the stored audit names: an entry may be older or newer than this page. */
export function wordOf(words: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** `policyVersion` gives `policy version` where there is no word for it. */
function sayName(voice: Voice, name: string): string {
  return wordOf(voice.words.audit.names, name) ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function sayValue(voice: Voice, name: string, value: unknown): string {
  const { yes, no } = voice.words.audit;
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return sayText(voice, name, value);
  if (typeof value === 'number') return voice.number(value);
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return voice.list(value.map((one) => sayValue(voice, name, one)));
  return sayDetails(voice, value).join(', ');
}

const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

function sayText(voice: Voice, name: string, text: string): string {
  if (time.test(text)) return voice.exactly(text);
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = voice.words.audit.values;
  return wordOf(values[name] ?? {}, text) ?? sayings[name]?.(voice, text) ?? text;
}

/** What an operator or a token may do. */
function sayGrant(voice: Voice, text: string): string {
  const { frame, operators } = voice.words;
  const grant = Grant.safeParse(text).data;
  return grant ? { ...frame.terms.role, ...operators.scopes }[grant].name : text;
}

/** `software/forbidden-running: lock`. */
function sayReason(voice: Voice, text: string): string {
  const [, cause, code, effect] = /^([^/]+)\/(.+): ([a-z]+)$/.exec(text) ?? [];
  if (cause === undefined || code === undefined || effect === undefined) return text;
  const problem = voice.causeTitle(cause, code);
  return `${problem} (${wordOf(voice.words.frame.terms.effect, effect) ?? effect})`;
}

/** `checks.vpn.required: true → absent (weaker)`. */
function sayChange(voice: Voice, text: string): string {
  const { change, absent, directions } = voice.words.audit;
  const [, path, before, after, direction] = /^(\S+): (.*) → (.*) \(([a-z]+)\)$/s.exec(text) ?? [];
  if (path === undefined || before === undefined || after === undefined || direction === undefined) return text;
  const orAbsent = (value: string) => (value === 'absent' ? absent : value);
  return voice.fill(change, {
    ...{ path, before: orAbsent(before), after: orAbsent(after) },
    direction: wordOf(directions, direction) ?? direction,
  });
}
