import ICAL from 'ical.js';
import type { People, Person } from '../people/directory.ts';
import type { Span } from './rota.ts';
import type { Shift } from './store.ts';
import { isTimeZone, toInstant } from './zone.ts';

/** Steps of all recurrence rules together: a rule that repeats every second must not stop the console. */
const mostSteps = 200_000;
const mostShifts = 300_000;
const strangersNamed = 5;

export interface CalendarReading {
  readonly shifts: Shift[];
  /** Names in the calendar that nobody here has. */
  readonly strangers: string[];
}

/** The calendar cannot be used; the message says why. */
export class BadCalendar extends Error {
  override readonly name = 'BadCalendar';
}

/**
 * Shifts out of an iCalendar text. An event belongs to its attendees or, without any, to whoever its summary names:
 * by external id or name. @throws BadCalendar
 */
export function readCalendar(
  text: string,
  program: string,
  { within, people }: { within: Span; people: People },
): CalendarReading {
  const calendar = parse(text);
  const reader = new EventReader(program, within, people);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const made = new ICAL.Timezone(zone);
    reader.zones.set(made.tzid, made);
  }
  for (const component of calendar.getAllSubcomponents('vevent')) {
    // Changed occurrences are read with the event that they belong to.
    if (component.hasProperty('recurrence-id')) continue;
    reader.read(new ICAL.Event(component));
  }
  return { shifts: reader.shifts(), strangers: [...reader.strangers] };
}

export function sayStrangers(strangers: readonly string[]): string {
  const named = strangers.slice(0, strangersNamed).join(', ');
  const more = strangers.length > strangersNamed ? ` and ${strangers.length - strangersNamed} more` : '';
  return `Nobody here is known as ${named}${more}.`;
}

function parse(text: string): InstanceType<typeof ICAL.Component> {
  try {
    const parsed: unknown = ICAL.parse(text);
    const calendar = new ICAL.Component(parsed as never);
    if (calendar.name === 'vcalendar') return calendar;
  } catch (cause) {
    throw new BadCalendar('What came is not an iCalendar text.', { cause });
  }
  throw new BadCalendar('What came is not one iCalendar.');
}

type CalendarTime = InstanceType<typeof ICAL.Time>;
type CalendarEvent = InstanceType<typeof ICAL.Event>;

class EventReader {
  readonly zones = new Map<string, InstanceType<typeof ICAL.Timezone>>();
  readonly strangers = new Set<string>();
  readonly #program: string;
  readonly #within: Span;
  readonly #people: People;
  readonly #found = new Map<string, Shift>();
  #steps = 0;

  constructor(program: string, within: Span, people: People) {
    this.#program = program;
    this.#within = within;
    this.#people = people;
  }

  shifts(): Shift[] {
    return [...this.#found.values()];
  }

  read(event: CalendarEvent): void {
    if (String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return;
    if (!event.startDate || event.startDate.isDate) return;
    if (event.isRecurring()) this.#repeat(event);
    else this.#take(event, event.startDate, event.endDate);
  }

  #repeat(event: CalendarEvent): void {
    const occurrences = event.iterator();
    for (let next = occurrences.next(); next; next = occurrences.next()) {
      this.#steps += 1;
      if (this.#steps > mostSteps) throw new BadCalendar('Its rules repeat too often to be shifts.');
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      // A day more: the wall clocks of the rule may be half a day away from ours.
      if (Date.UTC(next.year, next.month - 1, next.day) > this.#within.to + 86_400_000) return;
      this.#take(item, startDate, endDate);
    }
  }

  #take(event: CalendarEvent, start: CalendarTime, end: CalendarTime): void {
    if (String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return;
    for (const person of this.#personsOf(event)) {
      const from = this.#instant(start, event, 'dtstart', person);
      const to = this.#instant(end, event, 'dtend', person);
      if (from === undefined || to === undefined || to <= from) continue;
      if (from >= this.#within.to || to <= this.#within.from) continue;
      if (this.#found.size >= mostShifts) throw new BadCalendar(`It holds more than ${mostShifts} shifts.`);
      this.#found.set(`${person.id} ${from}`, { person: person.id, program: this.#program, from, to });
    }
  }

  #personsOf(event: CalendarEvent): Person[] {
    const attendees = event.attendees.flatMap((attendee) => {
      const address = String(attendee.getFirstValue() ?? '').replace(/^mailto:/i, '');
      const name = attendee.getParameter('cn');
      return [[address, typeof name === 'string' ? name : '']];
    });
    const called = attendees.length > 0 ? attendees : [[event.summary ?? '']];
    return called.flatMap((names) => {
      const person = names
        .filter(Boolean)
        .map((name) => this.#people.withExternalId(name) ?? this.#people.named(name))
        .find((found) => found !== undefined);
      if (!person) this.strangers.add(names.find(Boolean) ?? 'an event without a name');
      return person ?? [];
    });
  }

  /** By the zone's name where it is a real one, by the calendar's own rules otherwise; a floating time is the person's. */
  #instant(time: CalendarTime, event: CalendarEvent, property: string, person: Person): number | undefined {
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
    if (time.zone === ICAL.Timezone.utcTimezone) return wall;
    const zoneId = zoneIdOf(event, property) ?? (time.zone?.tzid === 'floating' ? undefined : time.zone?.tzid);
    if (zoneId === undefined) return toInstant(wall, person.timeZone ?? 'UTC');
    if (isTimeZone(zoneId)) return toInstant(wall, zoneId);
    const own = this.zones.get(zoneId);
    if (!own) throw new BadCalendar(`It uses the time zone “${zoneId}” without saying what that is.`);
    return wall - own.utcOffset(time) * 1000;
  }
}

/** An end that is a duration has the zone of the start. */
function zoneIdOf({ component }: CalendarEvent, property: string): string | undefined {
  const found = component.getFirstProperty(property) ?? component.getFirstProperty('dtstart');
  const zone = found?.getParameter('tzid');
  return typeof zone === 'string' ? zone : undefined;
}
