import { describe, expect, it } from 'vitest';
import { policySentences, ruleSentences } from '../../../../console/web/features/programs/policy-words.ts';
import { createVoice } from '../../../../console/web/voice.ts';
import { inEnglish } from '../../../../console/web/words/languages.ts';
import { parsePolicy } from '../../../../shared/policy/parse.ts';

const voice = createVoice(inEnglish, ['en-GB']);

function wordsOf(rules: string): string[] {
  const parsed = parsePolicy(`name: Test\nchecks:\n  vpn: { ${rules} }\n`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return [
    ...ruleSentences(parsed.policy, voice).map(({ sentence }) => sentence),
    ...policySentences(parsed.policy, voice).slice(0, 1),
  ];
}

describe('a policy in words', () => {
  it.each([
    ['strategy: observe', 'A failure is noted, nobody is told. What cannot be read counts as passed.'],
    [
      'strategy: advise',
      'A failure is told to the person; access stays. What cannot be read is told, and never locks.',
    ],
    [
      'strategy: deadline, within: 3d',
      'A failure warns, and locks after 3 days. What cannot be read is told, and never locks.',
    ],
    [
      'strategy: lock, critical: true, within: 2h, onCannotTell: deadline',
      'A failure locks at once, even in a call. What cannot be read locks after 2 h.',
    ],
  ])('%s', (rules, sentence) => {
    expect(wordsOf(rules)).toEqual([sentence, 'A PC that is silent for 15 min is locked.']);
  });
});
