import type { Params } from '../checks/define.ts';
import { directionOf, type Language } from './language.ts';
import type { Plural } from './shape.ts';
import { type Speech, speak } from './speak.ts';
import type { Words } from './words.ts';

/** What a screen says in one language: its own texts, and those about checks and access. */
export interface Voice<Own> extends Speech {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly words: Own;
  /** One word per access, the same on every screen. */
  readonly access: Words['access'];
  /** The form of a text that a number asks for. */
  form(plural: Plural, count: number): string;
  /** The same, filled in. */
  count(plural: Plural, count: number, params?: Params): string;
  number(value: number): string;
  list(names: readonly string[]): string;
  title(check: string): string;
  why(check: string): string;
}

/** `locale`: the person's own variant of the language, for numbers and lists. */
export function giveVoice<Own>(own: Own, words: Words, locale: string): Voice<Own> {
  const { language, checks } = words;
  const speech = speak(words);
  const known = (check: string) => checks[check as keyof typeof checks];
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const form = (plural: Plural, count: number) => plural[plurals.select(count)] ?? plural.other;
  return {
    ...speech,
    language,
    direction: directionOf(language),
    words: own,
    access: words.access,
    form,
    count: (plural, count, params = {}) =>
      speech.fill(form(plural, count), { ...params, count: numbers.format(count) }),
    number: (value) => numbers.format(value),
    list: (names) => lists.format(names),
    title: (check) => known(check)?.title ?? check,
    why: (check) => known(check)?.why ?? '',
  };
}

/** The person's own variant of a language where the browser knows it: `en-US` rather than `en`. */
export function localeOf(language: Language, tags: readonly string[]): string {
  const own = tags.find((tag) => tag.toLowerCase().split('-')[0] === language);
  return own ?? (language === 'en' ? 'en-GB' : language);
}
