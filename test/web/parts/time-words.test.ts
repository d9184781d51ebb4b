import { describe, expect, it } from 'vitest';
import { endOfDay, sayAgo, sayIn, saySpan, toLocalInput } from '../../../console/web/parts/time-words.ts';

const now = Date.parse('2026-11-22T12:00:00.000Z');
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
    expect(saySpan(span)).toBe(words);
  });

  it.each([
    [-3, 'just now'],
    [-42, '42 s ago'],
    [-7_500, '2 h 5 min ago'],
    [4, 'just now'],
  ])('%i s from now is %s', (seconds, words) => {
    expect(sayAgo(at(seconds), now)).toBe(words);
  });

  it.each([
    [-1, 'now'],
    [9, 'in 0:09'],
    [581, 'in 9:41'],
    [2_520, 'in 42 min'],
    [90_000, 'in 1 day'],
  ])('a deadline %i s from now is %s', (seconds, words) => {
    expect(sayIn(at(seconds), now)).toBe(words);
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
