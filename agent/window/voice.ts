import { giveVoice, localeOf, type Voice as OwnVoice } from '../../shared/words/voice.ts';
import type { AllWords } from './words/languages.ts';
import type { WindowWords } from './words/words.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Everything that the window says, in one language: its texts, and times and numbers as its speakers write them. */
export interface Voice extends OwnVoice<WindowWords> {
  /** The time of day; with the weekday or the date where it is not today. */
  clock(at: string | number, now: number): string;
  /** To the second, with the date. */
  exactly(at: string): string;
  /** A span of milliseconds in its largest units: `0.4 s`, `42 min`, `3 h 5 min`. */
  span(milliseconds: number): string;
  /** What is left of a time: `9:41` under an hour, a span above it. */
  countdown(milliseconds: number): string;
}

export function createVoice({ window, checks }: AllWords, tags: readonly string[]): Voice {
  const locale = localeOf(checks.language, tags);
  return { ...giveVoice(window, checks, locale), ...createTimes(locale) };
}

function createTimes(locale: string): Pick<Voice, 'clock' | 'exactly' | 'span' | 'countdown'> {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const formats = {
    clock: new Intl.DateTimeFormat(locale, time),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', ...time }),
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...time }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
    units: new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }),
    two: new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 }),
    one: new Intl.NumberFormat(locale),
  };
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  const two = (large: [number, string], small: [number, string]) =>
    small[0] === 0 ? unit(...large) : formats.units.format([unit(...large), unit(...small)]);
  const span = (milliseconds: number) => {
    if (milliseconds < 10 * second) return unit(Math.max(0, milliseconds) / second, 'second', 1);
    if (milliseconds < minute) return unit(Math.floor(milliseconds / second), 'second');
    if (milliseconds < hour) return unit(Math.floor(milliseconds / minute), 'minute');
    if (milliseconds < day)
      return two([Math.floor(milliseconds / hour), 'hour'], [Math.floor((milliseconds % hour) / minute), 'minute']);
    return two([Math.floor(milliseconds / day), 'day'], [Math.floor((milliseconds % day) / hour), 'hour']);
  };
  return {
    span,
    exactly: (at) => formats.exact.format(new Date(at)),
    clock(at, now) {
      const date = new Date(at);
      const isToday = date.toDateString() === new Date(now).toDateString();
      const isNear = Math.abs(date.getTime() - now) < 6 * day;
      const format = isToday ? formats.clock : isNear ? formats.weekday : formats.date;
      // A time is one word: `4:30 pm` never breaks over two lines.
      return format.format(date).replaceAll(' ', '\u00a0');
    },
    countdown(milliseconds) {
      if (milliseconds >= hour) return span(milliseconds);
      const seconds = Math.max(0, Math.ceil(milliseconds / second));
      return `${formats.one.format(Math.floor(seconds / 60))}:${formats.two.format(seconds % 60)}`;
    },
  };
}
