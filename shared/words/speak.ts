import type { Access, AccessReason } from '../access/decide.ts';
import type { CannotTellReason, Params, Text } from '../checks/define.ts';
import { CheckId } from '../checks/index.ts';
import { directionOf, type Language } from './language.ts';
import type { OutsideCode, Words } from './words.ts';

/** Everything that is said about checks and access, in the language of some words. */
export interface Speech {
  /** Fills `{name}` with its parameter; an unknown name stays as it is, so that a missing parameter is seen. */
  fill(template: string, params: Params): string;
  /** Problem and remedy of a finding or of a reason. `cause` is a check or a cause outside the checks. */
  say(cause: string, code: string, params: Params): Text;
  /** The access in one sentence, from the most severe reason. */
  sayAccess(access: Access, reasons: readonly AccessReason[]): string;
}

export function speak(words: Words): Speech {
  const fill = (template: string, params: Params) => fillIn(template, params, words);
  const say = (cause: string, code: string, params: Params) => sayOne(words, { cause, code, params });
  return {
    fill,
    say,
    sayAccess(access, reasons) {
      const first = reasons[0];
      if (access === 'ready') return words.frames.ready;
      if (!first) return `${words.access[access]}.`;
      const { problem } = say(first.cause, first.code, first.params);
      return access === 'draining' ? `${words.frames.finishCall} ${problem}` : problem;
    },
  };
}

function sayOne(
  words: Words,
  { cause, code, params }: Pick<AccessReason, 'code' | 'params'> & { cause: string },
): Text {
  const { frames } = words;
  const id = CheckId.safeParse(cause);
  const check = id.success ? words.checks[id.data] : undefined;
  const text =
    (check?.texts as Readonly<Record<string, Text>> | undefined)?.[code] ?? words.outside[code as OutsideCode];
  if (text) return { problem: fillIn(text.problem, params, words), remedy: fillIn(text.remedy, params, words) };
  if (check && code === 'ok')
    return { problem: fillIn(frames.allGood, { title: check.title }, words), remedy: frames.nothingToDo };
  const title = check?.title ?? cause;
  // A reader names the part that it could not read in English; in other languages the check stands for it.
  const what = words.language === 'en' ? (params['what'] ?? title) : title;
  const why = words.cannotTell[code as CannotTellReason] ?? code;
  return {
    problem: fillIn(frames.cannotTell, { what, why }, words),
    remedy: code === 'location-off' ? frames.locationRemedy : frames.cannotTellRemedy,
  };
}

/** Keeps what is filled in from turning the order of a right-to-left sentence around. */
const isolated = (text: string) => `\u2068${text}\u2069`;

function fillIn(template: string, params: Params, { language, frames }: Words): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (name === 'days' && Number(value) === 0) return frames.lessThanADay;
    const text = sayValue(name, value, language);
    return directionOf(language) === 'rtl' ? isolated(text) : text;
  });
}

function sayValue(name: string, value: string | number, language: Language): string {
  const unit = unitOf[name];
  if (unit) return numberFormat(language, unit).format(Number(value));
  if (typeof value === 'number') return numberFormat(language).format(value);
  // English has always shown dates as they are stored, which nobody misreads.
  if (language !== 'en' && /^\d{4}-\d\d-\d\d$/.test(value)) return dateFormat(language).format(new Date(value));
  return value;
}

/** Parameters that are spans of time. */
const unitOf: Readonly<Record<string, string>> = { days: 'day', minutes: 'minute', mostMinutes: 'minute' };
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, unit?: string): Intl.NumberFormat {
  const key = `${language} ${unit}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(language, {
    useGrouping: false,
    ...(unit && { style: 'unit', unit, unitDisplay: 'long' }),
  });
  formats.set(key, made);
  return made;
}

function dateFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
}
