import { describe, expect, it } from 'vitest';
import { createVoice } from '../../console/web/voice.ts';
import { fetchWords, inEnglish } from '../../console/web/words/languages.ts';
import { createPhrasebook } from '../../console/web/words/phrasebook.ts';
import { type CheckDefinition, isUnknown } from '../../shared/checks/define.ts';
import { CheckId, checks } from '../../shared/checks/index.ts';
import { parsePolicy } from '../../shared/policy/parse.ts';
import { errors } from '../../shared/protocol/errors.ts';
import { badFacts, goodFacts } from '../console/workstation-double.ts';
import { files, textOf } from '../repo/tree.ts';

const french = createVoice(await fetchWords('fr'), []);
const english = createVoice(inEnglish, []);

describe('a phrasebook', () => {
  const say = createPhrasebook({
    'Line {number} is new.': 'La ligne {number} est nouvelle.',
    'There is no {what}.': 'Introuvable : {what}.',
    program: 'programme',
    on: 'activé',
    'TPM {state}': 'TPM {state}',
    'a.b (c)': 'littéral',
  });

  it.each([
    ['a sentence with what it was filled with', 'Line 7 is new.', 'La ligne 7 est nouvelle.'],
    ['what it was filled with too', 'There is no program.', 'Introuvable : programme.'],
    ['statements in a line one by one', 'TPM on · on · strange', 'TPM activé · activé · strange'],
    ['signs of the text as they are', 'a.b (c)', 'littéral'],
    ['nothing that it does not know', 'Line 7 is new. Really.', 'Line 7 is new. Really.'],
  ])('turns around %s', (_what, before, after) => {
    expect(say(before)).toBe(after);
  });
});

/** Words that are the same in French. */
const same = ['version', 'session'];

/** Sentences in the source that people read, each with something in place of what fills it. */
function sentencesIn(pattern: RegExp, before: string): string[] {
  const call = new RegExp(`(?:${before})\\s*(?:'([^']*)'|\`([^\`]*)\`)`, 'g');
  return files(pattern).flatMap((file) =>
    [...textOf(file).matchAll(call)]
      .map((match) => (match[1] ?? match[2] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '77'))
      .filter((text) => /[a-z]/.test(text) && text !== '77'),
  );
}

describe('in French', () => {
  it.each<[string, string[]]>([
    ['every refusal', Object.values(errors).map(({ say }) => say.replace(/\{\w+\}/g, '77'))],
    ['what is not there, or is so already', sentencesIn(/^console\/server\/(?:features|http)\//, 'what:')],
    ['what is wrong with a request', sentencesIn(/^console\/server\/features\//, 'problem:|failed\\(')],
    [
      'what is wrong with a file or a calendar',
      sentencesIn(
        /^console\/server\/features\/(?:people|shifts)\//,
        String.raw`message:|complain\((?:[^,()]*,)?|refused\([^,]*,|CannotFetch\(|BadCalendar\(`,
      ).filter((text) => text.includes(' ')),
    ],
    [
      'what the timeline notes by itself',
      sentencesIn(/^console\/server\/features\/reports\/service/, '\\? |: ').filter((text) => text.includes(' ')),
    ],
  ])('%s', (_what, sentences) => {
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.filter((sentence) => !same.includes(sentence) && french.phrase(sentence) === sentence)).toEqual(
      [],
    );
    expect(sentences.map(english.phrase)).toEqual(sentences);
  });

  it.each([
    'lease: 1h',
    'name: x\nlese: 1h',
    'name: x\nchecks:\n  softwre: {}',
    'name: x\nname: y',
    'name: x\nchecks:\n  os-patch:\n    maxUpdateAge: 14 tage',
    'name: x\nchecks:\n  os-patch:\n    strategy: block',
    'name: x\nchecks:\n  vpn:\n    egress: [here]',
    'name: x\nchecks:\n  software:\n    forbid: [nothing-known]',
    'name: x\nchecks:\n  software:\n    require: [nothing-known]',
    'name: x\nchecks:\n  software:\n    require:\n      - process: /usr/bin/x',
    'name: x\nchecks: 7',
    'name: x\nlease: 2h\nchecks:\n  vpn: { strategy: lock }',
  ])('the mistake in %j, and how to put it right', (text) => {
    const parsed = parsePolicy(text);
    const said = (parsed.ok ? parsed.warnings : parsed.problems).flatMap(({ message, remedy }) => [message, remedy]);
    expect(said).not.toEqual([]);
    expect(said.filter((sentence) => french.phrase(sentence) === sentence)).toEqual([]);
  });

  it('facts in one line', () => {
    const left = [goodFacts(), badFacts()].flatMap((facts) =>
      CheckId.options.flatMap((check) => {
        const reading = facts[check];
        if (!reading || !('fact' in reading) || isUnknown(reading.fact)) return [];
        const line = (checks[check] as unknown as CheckDefinition).describe(reading.fact);
        return french.fact(line) === line ? [line] : [];
      }),
    );
    expect(left).toEqual([]);
  });
});
