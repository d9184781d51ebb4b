const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** English in the reader's own habits where the browser has them: 24 or 12 hours, order of day and month. */
const locale = globalThis.navigator?.language.startsWith('en') ? navigator.language : 'en-GB';

const exactFormat = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});
const clockFormat = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
const dateFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** Name of the time zone in which every time on the page stands: `Europe/Vienna`. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** To the second, with weekday and time zone. */
export function sayExactly(at: string): string {
  return exactFormat.format(new Date(at));
}

/** A span of milliseconds in its one or two largest units: `42 min`, `3 h 5 min`, `2 days`. */
export function saySpan(milliseconds: number): string {
  const span = Math.max(0, milliseconds);
  if (span < minute) return `${Math.floor(span / 1000)} s`;
  if (span < hour) return `${Math.floor(span / minute)} min`;
  if (span < day) {
    const minutes = Math.floor((span % hour) / minute);
    return minutes === 0 ? `${Math.floor(span / hour)} h` : `${Math.floor(span / hour)} h ${minutes} min`;
  }
  const days = Math.floor(span / day);
  return days === 1 ? '1 day' : `${days} days`;
}

export function sayAgo(at: string, now: number): string {
  const span = now - Date.parse(at);
  return span < 10_000 ? 'just now' : `${saySpan(span)} ago`;
}

/** Counts down; under ten minutes with seconds, as `9:41`. */
export function sayIn(at: string, now: number): string {
  const span = Date.parse(at) - now;
  if (span <= 0) return 'now';
  if (span >= 10 * minute) return `in ${saySpan(span)}`;
  const seconds = Math.ceil(span / 1000);
  return `in ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The time of day; with the weekday or the date where it is not today. */
export function sayClock(at: string, now: number): string {
  const date = new Date(at);
  if (date.toDateString() === new Date(now).toDateString()) return clockFormat.format(date);
  return Math.abs(date.getTime() - now) < 6 * day ? weekdayFormat.format(date) : dateFormat.format(date);
}

/** The value that an `<input type="datetime-local">` takes: local time without its zone. */
export function toLocalInput(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * minute);
  return shifted.toISOString().slice(0, 16);
}

export function endOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate(), 23, 59, 0);
}
