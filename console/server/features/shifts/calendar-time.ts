import ICAL from 'ical.js';
import type { Span } from './rota.ts';
import { isTimeZone, toInstantOrSkipped, type WallTime } from './zone.ts';

export type Component = InstanceType<typeof ICAL.Component>;
export type CalendarTime = InstanceType<typeof ICAL.Time>;
type Property = InstanceType<typeof ICAL.Property>;

/** The calendar cannot be used; the message says why. */
export class BadCalendar extends Error {
  override readonly name = 'BadCalendar';
}

export function wallOf({ year, month, day, hour, minute, second }: CalendarTime): WallTime {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

export function isTime(value: unknown): value is CalendarTime {
  return value instanceof ICAL.Time;
}

/** When the events of a calendar are, by its own time zones too. */
export class CalendarClock {
  readonly #zones = new Map<string, InstanceType<typeof ICAL.Timezone>>();

  constructor(calendar: Component) {
    for (const component of calendar.getAllSubcomponents('vtimezone')) {
      const zone = new ICAL.Timezone(component);
      this.#zones.set(zone.tzid, zone);
    }
  }

  /**
   * From when to when an event is for somebody at home in a zone, once or each time it repeats. `wall` is what the clock
   * shows at its start.
   */
  spanOf(event: Component, wall: WallTime, home: string): Span | undefined {
    const start = event.getFirstProperty('dtstart');
    const begins = start?.getFirstValue();
    if (!start || !isTime(begins)) return undefined;
    const zone = zoneOf(start, begins) ?? home;
    const from = this.#toInstant(wall, zone);
    const duration = event.getFirstPropertyValue('duration');
    if (duration instanceof ICAL.Duration) return { from, to: from + duration.toSeconds() * 1000 };
    const end = event.getFirstProperty('dtend');
    const ends = end?.getFirstValue();
    if (!end || !isTime(ends)) return undefined;
    const zoneAtEnd = zoneOf(end, ends) ?? home;
    // A night shift until six ends at six, also in the night in which clocks change.
    if (zone === zoneAtEnd) return { from, to: this.#toInstant(wall + wallOf(ends) - wallOf(begins), zone) };
    return { from, to: from + this.#toInstant(wallOf(ends), zoneAtEnd) - this.#toInstant(wallOf(begins), zone) };
  }

  /** What is the same for two ways of writing one time: whole days for dates, instants for the rest. */
  keyOf(time: CalendarTime, property: Property): string | number {
    return time.isDate ? time.toString() : this.#toInstant(wallOf(time), zoneOf(property, time) ?? 'UTC');
  }

  /** By the zone's name where it is a real one, by the calendar's own rules otherwise. */
  #toInstant(wall: WallTime, zone: string): number {
    if (isTimeZone(zone)) return toInstantOrSkipped(wall, zone);
    const own = this.#zones.get(zone);
    if (!own) throw new BadCalendar(`It uses the time zone “${zone}” without saying what that is.`);
    return wall - own.utcOffset(ICAL.Time.fromJSDate(new Date(wall), true)) * 1000;
  }
}

/** Undefined for a floating time. */
function zoneOf(property: Property, time: CalendarTime): string | undefined {
  if (time.zone === ICAL.Timezone.utcTimezone) return 'UTC';
  const named = property.getParameter('tzid');
  return typeof named === 'string' ? named : undefined;
}
