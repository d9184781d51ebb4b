import { queryOptions } from '@tanstack/react-query';
import { english } from '../../../../shared/words/english.ts';
import type { Language } from '../../../../shared/words/language.ts';
import type { Words } from '../../../../shared/words/words.ts';

const loaders: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => Promise.resolve(english),
  fr: async () => (await import('../../../../shared/words/french/index.ts')).french,
  es: async () => (await import('../../../../shared/words/spanish/index.ts')).spanish,
  pt: async () => (await import('../../../../shared/words/portuguese/index.ts')).portuguese,
  ar: async () => (await import('../../../../shared/words/arabic/index.ts')).arabic,
  sw: async () => (await import('../../../../shared/words/swahili/index.ts')).swahili,
  fil: async () => (await import('../../../../shared/words/filipino/index.ts')).filipino,
  hi: async () => (await import('../../../../shared/words/hindi/index.ts')).hindi,
};

/** What people at home read about checks, in one of their languages; each is loaded when it is asked for. */
export function wordsQuery(language: Language) {
  return queryOptions({
    queryKey: ['words', language],
    queryFn: loaders[language],
    staleTime: Number.POSITIVE_INFINITY,
  });
}
