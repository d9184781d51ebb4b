import { z } from 'zod';

/** The languages that every text for a person exists in. */
export const Language = z.enum(['en', 'fr', 'es', 'pt', 'ar', 'sw', 'fil', 'hi']);
export type Language = z.infer<typeof Language>;

/** Each language as its own speakers call it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
  sw: 'Kiswahili',
  fil: 'Filipino',
  hi: 'हिन्दी',
};

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** Other tags for languages of ours. */
const alike: Readonly<Record<string, Language>> = { tl: 'fil', swc: 'sw', swh: 'sw' };

/** The first of the person's languages (BCP 47 tags, the preferred first) that we speak; English when there is none. */
export function chooseLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    const language = Language.safeParse(alike[primary] ?? primary);
    if (language.success) return language.data;
  }
  return 'en';
}
