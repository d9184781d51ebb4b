import type { Voice } from '../../../shared/words/voice.ts';
import type { ConsoleWords } from '../words/words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Name of the time zone in which every time on the page stands: `Europe/Vienna`. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Times as a person says them. Points in time are ISO 8601, `now` and spans are milliseconds. */
export interface Times {
  /** To the second, with weekday and time zone. */
  exactly(at: string): string;
  /** A span in its one or two largest units: `42 min`, `3 h 5 min`, `2 days`. */
  span(milliseconds: number): string;
  ago(at: string, now: number): string;
  /** Counts down; under ten minutes with seconds, as `9:41`. */
  in(at: string, now: number): string;
  /** The time of day; with the weekday or the date where it is not today. */
  clock(at: string, now: number): string;
  /** The time of day in another time zone. */
  clockIn(at: string, zone: string): string;
  /** A day by its short weekday and number, at a time in milliseconds since 1970. */
  day(at: number): string;
  /** A short span: `under 1 ms`, `211 ms`, `1.4 s`. */
  milliseconds(value: number): string;
}

export function createTimes(
  words: ConsoleWords['frame']['times'],
  { fill, count }: Pick<Voice<unknown>, 'fill' | 'count'>,
  locale: string,
): Times {
  const formats = createFormats(locale);
  const whole = (template: string, value: number) => fill(template, { number: Math.floor(value) });
  const span = (milliseconds: number) => {
    const length = Math.max(0, milliseconds);
    if (length < minute) return whole(words.seconds, length / 1000);
    if (length < hour) return whole(words.minutes, length / minute);
    if (length >= day) return count(words.days, Math.floor(length / day));
    const rest = Math.floor((length % hour) / minute);
    if (rest === 0) return whole(words.hours, length / hour);
    return fill(words.hoursMinutes, { hours: Math.floor(length / hour), rest });
  };
  return {
    span,
    exactly: (at) => formats.exact.format(new Date(at)),
    ago(at, now) {
      const passed = now - Date.parse(at);
      return passed < 10_000 ? words.justNow : fill(words.ago, { span: span(passed) });
    },
    in(at, now) {
      const left = Date.parse(at) - now;
      if (left <= 0) return words.now;
      return fill(words.in, { span: left >= 10 * minute ? span(left) : sayCountdown(left) });
    },
    clock(at, now) {
      const date = new Date(at);
      if (date.toDateString() === new Date(now).toDateString()) return formats.clock.format(date);
      return (Math.abs(date.getTime() - now) < 6 * day ? formats.weekday : formats.date).format(date);
    },
    clockIn: (at, timeZone) => new Intl.DateTimeFormat(locale, { ...time, timeZone }).format(new Date(at)),
    day: (at) => formats.day.format(at),
    milliseconds(value) {
      if (value < 1) return words.underOne;
      if (value < 1000) return whole(words.milliseconds, Math.round(value));
      return fill(words.seconds, { number: formats.tenths.format(value / 1000) });
    },
  };
}

const time = { hour: '2-digit', minute: '2-digit' } as const;

function createFormats(locale: string) {
  return {
    exact: new Intl.DateTimeFormat(locale, {
      ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ ...time, second: '2-digit', timeZoneName: 'short' },
    }),
    clock: new Intl.DateTimeFormat(locale, time),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'short', ...time }),
    date: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...time }),
    day: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric' }),
    tenths: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
}

function sayCountdown(left: number): string {
  const seconds = Math.ceil(left / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The value that an `<input type="datetime-local">` takes: local time without its zone. */
export function toLocalInput(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * minute);
  return shifted.toISOString().slice(0, 16);
}

export function endOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 0);
}
