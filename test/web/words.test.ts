import { describe, expect, it } from 'vitest';
import { consoleLanguages, fetchWords } from '../../console/web/words/languages.ts';

/** Every text by its path: `frame.places.triage`. */
async function textsOf(language: (typeof consoleLanguages)[number]): Promise<Map<string, string>> {
  return new Map(flatten((await fetchWords(language)).console));
}

function flatten(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, [...path, key]));
}

const isForm = (path: string) => /\.(?:zero|one|two|few|many|other)$/.test(path);
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const english = await textsOf('en');

/** Texts without words, and words that French has from English or the other way round. */
const same = /^(?:[^a-zA-Z]*(?:\{\w+\}[^a-zA-Z]*)*|\{\w+\} (?:s|min|h|ms)|\{hours\} h \{rest\} min)$/;
const shared =
  /^(?:Action|Actions|Agent|Cause|Code|Contact|Message|Note|Sessions|session|(?:\{count\} )?PC|[Vv]ersions?(?: \{version\})?)$/;

describe.each(consoleLanguages.filter((language) => language !== 'en'))('the console in %s', async (language) => {
  const texts = await textsOf(language);

  it('fills in the same as English', () => {
    const different = [...texts].filter(([path, text]) => {
      const wanted = placeholders(english.get(isForm(path) ? path.replace(/\w+$/, 'other') : path) ?? '');
      return placeholders(text).join() !== wanted.join();
    });
    expect(different).toEqual([]);
  });

  it('has a sentence for each form of the number that the language tells apart', () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const groups = Map.groupBy([...texts.keys()].filter(isForm), (path) => path.replace(/\.\w+$/, ''));
    const odd = [...groups].filter(
      ([, paths]) =>
        paths
          .map((path) => path.split('.').at(-1))
          .toSorted()
          .join() !== wanted.join(),
    );
    expect(odd).toEqual([]);
  });

  it('lets no line break before a sign that a space sets off, nor inside quotation marks', () => {
    expect([...texts].filter(([, text]) => / [:;?!»%]|« /.test(text))).toEqual([]);
  });

  it('has left nothing in English, and nothing empty', () => {
    expect(
      [...texts].filter(
        ([path, text]) => text.trim() === '' || (text === english.get(path) && !same.test(text) && !shared.test(text)),
      ),
    ).toEqual([]);
  });
});
