import { z } from 'zod';

/** A point in time as it travels and is stored: ISO 8601, UTC, milliseconds. Sorts as text. */
export const Instant = z.iso.datetime({ error: 'a time such as 2026-11-22T08:30:00.000Z is needed' });
export type Instant = z.infer<typeof Instant>;

const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 } as const;
const written = /^(\d{1,6})\s*(s|m|h|d|w)$/;

/** Parses `90s`, `15m`, `12h`, `14d` or `2w` into seconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  return Number(match[1]) * unitSeconds[match[2] as keyof typeof unitSeconds];
}

/** Seconds; written by people as `15m` or `14d`, carried between machines as the number. */
export const Duration = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const seconds = typeof value === 'number' ? value : parseDuration(value);
    if (seconds !== undefined && Number.isInteger(seconds) && seconds >= 0) return seconds;
    context.addIssue({ code: 'custom', message: `"${value}" is not a duration. Write 90s, 15m, 12h, 14d or 2w.` });
    return z.NEVER;
  })
  .meta({ description: 'seconds, or text such as 15m or 14d' });

/** Writes seconds with the largest unit that divides them: `900` gives `15m`. */
export function formatDuration(seconds: number): string {
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    if (seconds >= unitSeconds[unit] && seconds % unitSeconds[unit] === 0)
      return `${seconds / unitSeconds[unit]}${unit}`;
  }
  return `${seconds}s`;
}

export function addSeconds(time: string | Date, seconds: number): string {
  return new Date(milliseconds(time) + seconds * 1000).toISOString();
}

/** Seconds from `from` to `to`; negative when `to` is earlier. */
export function secondsBetween(from: string | Date, to: string | Date): number {
  return (milliseconds(to) - milliseconds(from)) / 1000;
}

function milliseconds(time: string | Date): number {
  return typeof time === 'string' ? Date.parse(time) : time.getTime();
}
