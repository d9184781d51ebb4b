const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the name is that of a time zone, such as `Africa/Nairobi`. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch {
    return false;
  }
}

/** A time as a clock on the wall shows it, in milliseconds as if it were UTC. */
export type WallTime = number;

/** `2026-11-24 09:00`, with `T` or seconds too. Undefined for anything else, and for days that do not exist. */
export function parseWallTime(text: string): WallTime | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?$/.exec(text.trim());
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(time);
  const isReal =
    read.getUTCDate() === day && read.getUTCMonth() === month - 1 && hour < 24 && minute < 60 && second < 60;
  return isReal ? time : undefined;
}

/**
 * The instant at which clocks in a zone show a time, in milliseconds since 1970; the earlier one where they show it
 * twice. Undefined where clocks skip it.
 */
export function toInstant(wall: WallTime, zone: string): number | undefined {
  const day = 86_400_000;
  const candidates = [wall - offsetAt(wall - day, zone), wall - offsetAt(wall + day, zone)];
  return candidates.filter((time) => time + offsetAt(time, zone) === wall).sort((left, right) => left - right)[0];
}

/** The same, and where clocks skip the time: what a clock that was not changed shows. */
export function toInstantOrSkipped(wall: WallTime, zone: string): number {
  return toInstant(wall, zone) ?? wall - offsetAt(wall - 86_400_000, zone);
}

/** Milliseconds by which clocks in a zone are ahead of UTC. */
function offsetAt(time: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(time)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = { month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', ...numeric });
  formats.set(zone, made);
  return made;
}
