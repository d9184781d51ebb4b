import { describe, expect, it } from 'vitest';
import { ticksBetween } from '../../../console/web/parts/time-ticks.ts';

const at = (text: string) => new Date(text).getTime();
const local = (time: number) => {
  const date = new Date(time);
  return `${date.getMonth() + 1}-${date.getDate()} ${date.getHours()}h`;
};

describe('the axis of a chart', () => {
  it.each([
    [
      'a fortnight: every second midnight',
      '2026-11-10T09:00',
      '2026-11-24T09:00',
      ['11-11 0h', '11-13 0h', '11-23 0h'],
    ],
    ['three days: every midnight', '2026-11-10T09:00', '2026-11-13T08:00', ['11-11 0h', '11-12 0h', '11-13 0h']],
    ['six hours: every hour', '2026-11-10T09:10', '2026-11-10T15:00', ['11-10 10h', '11-10 11h', '11-10 15h']],
    ['no time at all: nothing', '2026-11-10T09:00', '2026-11-10T09:00', []],
  ])('%s', (_what, from, to, some) => {
    const ticks = ticksBetween(at(from), at(to)).map((tick) => local(tick.at));
    expect([...ticks.slice(0, 2), ...ticks.slice(2).slice(-1)]).toEqual(some);
    expect(ticks.length).toBeLessThanOrEqual(9);
  });

  it('keeps to midnight when the clocks change', () => {
    const ticks = ticksBetween(at('2026-10-20T12:00'), at('2026-10-28T12:00'));
    expect(ticks.every((tick) => new Date(tick.at).getHours() === 0)).toBe(true);
  });
});
