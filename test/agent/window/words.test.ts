import { describe, expect, it } from 'vitest';
import { createVoice } from '../../../agent/window/voice.ts';
import { fetchWords, inEnglish } from '../../../agent/window/words/languages.ts';
import { CheckId } from '../../../shared/checks/index.ts';
import { chooseLanguage, Language } from '../../../shared/words/language.ts';

/** Every text by its path: `window.verdict.ready`. Only what a check says is taken from it. */
async function textsOf(language: Language): Promise<Map<string, string>> {
  const { window, checks: words } = await fetchWords(language);
  const { checks, language: _same, ...rest } = words;
  const said = Object.fromEntries(
    CheckId.options.map((id) => [id, { title: checks[id].title, why: checks[id].why, texts: checks[id].texts }]),
  );
  return new Map(flatten({ window, shared: { ...rest, checks: said } }));
}

function flatten(value: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, [...path, key]));
}

const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
const isForm = (path: string) => forms.includes(path.split('.').at(-1) ?? '');
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
const withoutCount = (names: readonly string[]) => names.filter((name) => name !== '{count}');
const others = Language.options.filter((language) => language !== 'en');
const english = await textsOf('en');

/** Words that are the same in the language as in English. */
const same: Readonly<Partial<Record<Language, readonly string[]>>> = {
  fr: ['VPN', 'Messages', 'Version {version}'],
  es: ['VPN'],
  pt: ['VPN', 'Wi-Fi'],
  ar: ['VPN'],
  sw: ['VPN'],
  fil: ['VPN'],
};

describe.each(others)('%s', (language) => {
  it('says everything that English says, and nothing else', async () => {
    const plain = (texts: Map<string, string>) => [...texts.keys()].filter((path) => !isForm(path));
    const texts = await textsOf(language);
    expect(plain(texts)).toEqual(plain(english));
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fills in the same as English', async () => {
    const different = [...(await textsOf(language))].filter(([path, text]) => {
      const wanted = placeholders(english.get(isForm(path) ? path.replace(/\w+$/, 'other') : path) ?? '');
      const found = placeholders(text);
      if (found.join() === wanted.join()) return false;
      // "One thing" and "nothing" need no figure.
      return path.endsWith('.other') || !isForm(path) || found.join() !== withoutCount(wanted).join();
    });
    expect(different).toEqual([]);
  });

  it('has a sentence for each form of the number that the language tells apart', async () => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const texts = [...(await textsOf(language)).keys()].filter(isForm);
    const groups = Map.groupBy(texts, (path) => path.replace(/\.\w+$/, ''));
    const odd = [...groups].filter(
      ([, paths]) =>
        paths
          .map((path) => path.split('.').at(-1))
          .toSorted()
          .join() !== wanted.join(),
    );
    expect(groups.size).toBeGreaterThan(4);
    expect(odd).toEqual([]);
  });

  it('has left nothing in English', async () => {
    const left = [...(await textsOf(language))].filter(
      ([path, text]) => text === english.get(path) && !same[language]?.includes(text),
    );
    expect(left).toEqual([]);
  });
});

describe('scripts', () => {
  it.each([
    ['ar', /\p{Script=Arabic}/u],
    ['hi', /\p{Script=Devanagari}/u],
  ] as const)('%s is written in its own letters', async (language, letters) => {
    const foreign = [...(await textsOf(language))].filter(
      ([, text]) => !letters.test(text) && !same[language]?.includes(text),
    );
    expect(foreign).toEqual([]);
  });
});

describe('the voice', () => {
  it('chooses the first language of the person that it speaks', () => {
    expect(chooseLanguage(['de-AT', 'fr-CA', 'en'])).toBe('fr');
    expect(chooseLanguage(['tl-PH'])).toBe('fil');
    expect(chooseLanguage(['PT_br'])).toBe('pt');
    expect(chooseLanguage(['de-AT'])).toBe('en');
  });

  it.each([
    ['en', 'Fix 1 thing by 4:30', 'Fix 3 things by 4:30'],
    ['fr', 'Réglez 1 point avant 4:30', 'Réglez 3 points avant 4:30'],
    ['sw', 'Rekebisha jambo 1 kabla ya 4:30', 'Rekebisha mambo 3 kabla ya 4:30'],
  ] as const)('%s counts', async (language, one, three) => {
    const voice = createVoice(await fetchWords(language), []);
    const { readyUntil } = voice.words.verdict;
    expect(voice.count(readyUntil, 1, { time: '4:30' })).toContain(one);
    expect(voice.count(readyUntil, 3, { time: '4:30' })).toContain(three);
  });

  it('says spans of days with the plural of the language', async () => {
    const say = async (language: Language, days: number) => {
      const { say: speak } = createVoice(await fetchWords(language), []);
      return speak('os-patch', 'restart-pending', { days }).problem;
    };
    expect(await say('en', 1)).toContain('for 1 day now');
    expect(await say('fr', 3)).toMatch(/depuis 3\sjours/);
    expect(await say('pt', 0)).toContain('menos de um dia');
    expect(await say('ar', 3)).toMatch(/أيام/);
  });

  it('keeps what is filled in from turning a right-to-left sentence around', async () => {
    const { say } = createVoice(await fetchWords('ar'), []);
    expect(say('software', 'forbidden-running', { names: 'AnyDesk' }).problem).toContain('\u2068AnyDesk\u2069');
  });

  it('counts down in minutes and seconds, and in hours when there is more', () => {
    const voice = createVoice(inEnglish, ['en-GB']);
    expect(voice.countdown(581_000)).toBe('9:41');
    expect(voice.countdown(-5)).toBe('0:00');
    expect(voice.countdown(11_100_000)).toBe('3 hrs 5 mins');
    expect(voice.span(412)).toBe('0.4 secs');
  });

  it('writes a time of today alone, and another with its day', () => {
    const voice = createVoice(inEnglish, ['en-GB']);
    const noon = new Date(2026, 10, 24, 12).getTime();
    expect(voice.clock(noon, noon)).toBe('12:00');
    expect(voice.clock(noon + 86_400_000, noon)).toBe('Wed\u00a012:00');
  });
});
