import { english as checksInEnglish } from '../../../shared/words/english.ts';
import type { Language } from '../../../shared/words/language.ts';
import type { Words } from '../../../shared/words/words.ts';
import { english } from './english.ts';
import type { WindowWords } from './words.ts';

export interface AllWords {
  readonly window: WindowWords;
  readonly checks: Words;
}

/** English is always at hand; the others are fetched when somebody wants them. */
export const inEnglish: AllWords = { window: english, checks: checksInEnglish };

const others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<AllWords>>> = {
  fr: async () =>
    both((await import('./french.ts')).french, (await import('../../../shared/words/french/index.ts')).french),
  es: async () =>
    both((await import('./spanish.ts')).spanish, (await import('../../../shared/words/spanish/index.ts')).spanish),
  pt: async () =>
    both(
      (await import('./portuguese.ts')).portuguese,
      (await import('../../../shared/words/portuguese/index.ts')).portuguese,
    ),
  ar: async () =>
    both((await import('./arabic.ts')).arabic, (await import('../../../shared/words/arabic/index.ts')).arabic),
  sw: async () =>
    both((await import('./swahili.ts')).swahili, (await import('../../../shared/words/swahili/index.ts')).swahili),
  fil: async () =>
    both((await import('./filipino.ts')).filipino, (await import('../../../shared/words/filipino/index.ts')).filipino),
  hi: async () =>
    both((await import('./hindi.ts')).hindi, (await import('../../../shared/words/hindi/index.ts')).hindi),
};

function both(window: WindowWords, checks: Words): AllWords {
  return { window, checks };
}

export async function fetchWords(language: Language): Promise<AllWords> {
  return language === 'en' ? inEnglish : others[language]();
}
