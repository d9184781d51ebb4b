import { english as checksInEnglish } from '../../../shared/words/english.ts';
import type { Language } from '../../../shared/words/language.ts';
import type { Words } from '../../../shared/words/words.ts';
import { english } from './english/index.ts';
import type { ConsoleWords } from './words.ts';

export interface AllWords {
  readonly console: ConsoleWords;
  readonly checks: Words;
  /** What the server and the checks say, by its English; absent in English. */
  readonly phrases?: Readonly<Record<'sentences' | 'facts', Readonly<Record<string, string>>>>;
}

/** The languages that operators may choose. */
export const consoleLanguages = ['en', 'fr'] as const satisfies readonly Language[];
export type ConsoleLanguage = (typeof consoleLanguages)[number];

/** English is always at hand; others are fetched when somebody wants them. */
export const inEnglish: AllWords = { console: english, checks: checksInEnglish };

const others: Readonly<Record<Exclude<ConsoleLanguage, 'en'>, () => Promise<AllWords>>> = {
  async fr() {
    const [{ bindSigns, french, sentences, facts }, checks] = await Promise.all([
      import('./french/index.ts'),
      import('../../../shared/words/french/index.ts'),
    ]);
    return bindSigns({ console: french, checks: checks.french, phrases: { sentences, facts } });
  },
};

export async function fetchWords(language: ConsoleLanguage): Promise<AllWords> {
  return language === 'en' ? inEnglish : others[language]();
}

const key = 'shiftgate-language';

/** What the person chose in this browser; until then, the first of the browser's languages that the console speaks. */
export function languageNow(): ConsoleLanguage {
  const tags = [localStorage.getItem(key) ?? '', ...navigator.languages];
  const wanted = tags.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.flatMap((tag) => consoleLanguages.filter((language) => language === tag))[0] ?? 'en';
}

export function keepLanguage(language: ConsoleLanguage): void {
  localStorage.setItem(key, language);
}
