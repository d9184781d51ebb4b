import { describe, expect, it } from 'vitest';
import { endOfDay, toLocalInput } from '../../../console/web/parts/time-words.ts';
import { createVoice } from '../../../console/web/voice.ts';
import { fetchWords, inEnglish } from '../../../console/web/words/languages.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const voice = createVoice(inEnglish, ['en-GB']);
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString();

describe('times in words', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_600_000, '1 h'],
    [3_900_000, '1 h 5 min'],
    [86_400_000, '1 day'],
    [5 * 86_400_000, '5 days'],
    [-5_000, '0 s'],
  ])('a span of %i ms is %s', (span, words) => {
    expect(voice.span(span)).toBe(words);
  });

  it.each([
    [-3, 'just now'],
    [-42, '42 s ago'],
    [-7_500, '2 h 5 min ago'],
    [4, 'just now'],
  ])('%i s from now is %s', (seconds, words) => {
    expect(voice.ago(at(seconds), now)).toBe(words);
  });

  it.each([
    [-1, 'now'],
    [9, 'in 0:09'],
    [581, 'in 9:41'],
    [2_520, 'in 42 min'],
    [90_000, 'in 1 day'],
  ])('a deadline %i s from now is %s', (seconds, words) => {
    expect(voice.in(at(seconds), now)).toBe(words);
  });

  it.each([
    [0.4, 'under 1 ms'],
    [211.4, '211 ms'],
    [1_440, '1.4 s'],
  ])('a short span of %d ms is %s', (span, words) => {
    expect(voice.milliseconds(span)).toBe(words);
  });

  it('French says them in French, with its own figures', async () => {
    const french = createVoice(await fetchWords('fr'), ['fr-FR']);
    expect([french.ago(at(-42), now), french.in(at(90_000), now), french.milliseconds(1_440)]).toEqual([
      'il y a 42 s',
      'dans 1 jour',
      '1,4 s',
    ]);
  });

  it('a field for local time reads back as the same minute', () => {
    const noon = new Date(now);
    expect(new Date(toLocalInput(noon)).getTime()).toBe(now);
  });

  it('the end of a day is its last minute, in local time', () => {
    const end = endOfDay(new Date(now));
    expect([end.getHours(), end.getMinutes(), end.toDateString()]).toEqual([23, 59, new Date(now).toDateString()]);
  });
});
