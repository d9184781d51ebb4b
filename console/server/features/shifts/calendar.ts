import ICAL from 'ical.js';
import { Turn } from '../../rest.ts';
import type { People, Person } from '../people/directory.ts';
import { BadCalendar, CalendarClock, type CalendarTime, type Component, isTime, wallOf } from './calendar-time.ts';
import type { Span } from './rota.ts';
import type { Shift } from './store.ts';
import type { WallTime } from './zone.ts';

/** Steps of one recurrence rule, and of all together: a rule that repeats every second must not stop the console. */
const mostSteps = { one: 20_000, all: 500_000 };
const mostShifts = 300_000;
const strangersNamed = 5;
const day = 86_400_000;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

export interface CalendarReading {
  readonly shifts: Shift[];
  /** Names in the calendar that nobody here has. */
  readonly strangers: string[];
}

/**
 * Shifts out of an iCalendar text. An event belongs to its attendees or, without any, to whoever its summary names:
 * by external id or name. Lets others have their turn in between. @throws BadCalendar
 */
export async function readCalendar(
  text: string,
  program: string,
  { within, people }: { within: Span; people: People },
): Promise<CalendarReading> {
  const calendar = parse(text.replace(/^\uFEFF/, ''));
  const events = calendar.getAllSubcomponents('vevent');
  const changes = Map.groupBy(events.filter(isChange), uidOf);
  const reader = new EventReader({ program, within, people, clock: new CalendarClock(calendar) });
  for (const event of events) {
    try {
      await reader.read(event, isChange(event) ? [] : (changes.get(uidOf(event)) ?? []));
    } catch (cause) {
      if (cause instanceof BadCalendar) throw cause;
      throw new BadCalendar(`The event “${summaryOf(event)}” cannot be read: ${reasonOf(cause)}.`, { cause });
    }
  }
  return { shifts: reader.shifts(), strangers: [...reader.strangers] };
}

export function sayStrangers(strangers: readonly string[]): string {
  const named = strangers.slice(0, strangersNamed).join(', ');
  const more = strangers.length > strangersNamed ? ` and ${strangers.length - strangersNamed} more` : '';
  return `Nobody here is known as ${named}${more}.`;
}

function parse(text: string): Component {
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) throw new BadCalendar('What came is not an iCalendar text.');
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    if (calendar.name === 'vcalendar') return calendar;
  } catch (cause) {
    throw new BadCalendar(`The calendar cannot be read: ${reasonOf(cause)}.`, { cause });
  }
  throw new BadCalendar('What came is not one iCalendar.');
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/\.$/, '').slice(0, 160) : 'unknown';
}

/** Whether it says how one day of a rule differs from it. */
function isChange(event: Component): boolean {
  return event.hasProperty('recurrence-id');
}

function uidOf(event: Component): string {
  return String(event.getFirstPropertyValue('uid') ?? '');
}

function summaryOf(event: Component): string {
  return String(event.getFirstPropertyValue('summary') ?? '').slice(0, 80);
}

interface ReaderDeps {
  readonly program: string;
  readonly within: Span;
  readonly people: People;
  readonly clock: CalendarClock;
}

class EventReader {
  readonly strangers = new Set<string>();
  readonly #deps: ReaderDeps;
  readonly #found = new Map<string, Shift>();
  readonly #persons = new Map<Component, readonly Person[]>();
  #steps = 0;
  readonly #turn = new Turn();

  constructor(deps: ReaderDeps) {
    this.#deps = deps;
  }

  shifts(): Shift[] {
    return [...this.#found.values()];
  }

  /** `changes`: events that stand in place of single days of this one's rule. They are read by themselves. */
  async read(component: Component, changes: readonly Component[]): Promise<void> {
    if (this.#turn.isOver) await this.#turn.next();
    const start = component.getFirstPropertyValue('dtstart');
    if (isCancelled(component) || start === null) return;
    if (!isTime(start))
      throw new BadCalendar(`The event “${summaryOf(component)}” cannot be read: its start is no time.`);
    if (start.isDate) return;
    const event = new ICAL.Event(component, { exceptions: [...changes] });
    if (isChange(component) || !event.isRecurring()) this.#take(component, wallOf(start));
    else await this.#repeat(event, this.#skippedBy(component, changes));
  }

  async #repeat(event: InstanceType<typeof ICAL.Event>, skipped: ReadonlySet<string | number>): Promise<void> {
    const { clock, within } = this.#deps;
    const start = event.component.getFirstProperty('dtstart');
    const occurrences = event.iterator(this.#shortlyBefore(event));
    let steps = 0;
    for (let next = occurrences.next(); next && start; next = occurrences.next()) {
      steps += 1;
      this.#steps += 1;
      if (steps > mostSteps.one || this.#steps > mostSteps.all) {
        throw new BadCalendar('Its rules repeat too often to be shifts.');
      }
      if (this.#turn.isOver) await this.#turn.next();
      const wall = wallOf(next);
      // A day more: the wall clocks of the rule may be half a day away from ours.
      if (wall > within.to + day) return;
      if (skipped.has(clock.keyOf(next, start)) || skipped.has(next.toString().slice(0, 10))) continue;
      const { item, startDate } = event.getOccurrenceDetails(next);
      this.#take(item.component, wallOf(startDate));
    }
  }

  /** Days of a rule that it leaves out itself, or that other events stand for. */
  #skippedBy(component: Component, changes: readonly Component[]): ReadonlySet<string | number> {
    const excepted = component.getAllProperties('exdate');
    const changed = changes.flatMap((change) => change.getFirstProperty('recurrence-id') ?? []);
    const { clock } = this.#deps;
    return new Set(
      [...excepted, ...changed].flatMap((property) =>
        property.getValues().flatMap((time) => (isTime(time) ? clock.keyOf(time, property) : [])),
      ),
    );
  }

  /**
   * A day shortly before the time that counts from which a simple rule goes on as from its own start, so that one of
   * years ago need not be counted through.
   */
  #shortlyBefore({ component, startDate }: InstanceType<typeof ICAL.Event>): CalendarTime | undefined {
    const rule = component.getFirstPropertyValue('rrule');
    const rules = component.getAllProperties('rrule').length + component.getAllProperties('rdate').length;
    if (!(rule instanceof ICAL.Recur) || rules > 1 || !isSimple(rule, startDate)) return undefined;
    const period = 7 * rule.interval;
    const periods = Math.floor((this.#deps.within.from - wallOf(startDate)) / day / period) - 2;
    if (periods < 1) return undefined;
    const later = startDate.clone();
    later.adjust(periods * period, 0, 0, 0);
    return later;
  }

  #take(component: Component, wall: WallTime): void {
    if (isCancelled(component)) return;
    const { clock, within, program } = this.#deps;
    for (const person of this.#personsOf(component)) {
      const span = clock.spanOf(component, wall, person.timeZone ?? 'UTC');
      if (!span || span.to <= span.from || span.from >= within.to || span.to <= within.from) continue;
      if (this.#found.size >= mostShifts) throw new BadCalendar(`It holds more than ${mostShifts} shifts.`);
      this.#found.set(`${person.id} ${span.from}`, { ...span, person: person.id, program, source: 'feed' });
    }
  }

  #personsOf(component: Component): readonly Person[] {
    const known = this.#persons.get(component);
    if (known) return known;
    const { people } = this.#deps;
    const persons = namesIn(component).flatMap((names) => {
      const person = names
        .map((name) => people.withExternalId(name) ?? people.named(name))
        .find((found) => found !== undefined);
      if (!person) this.strangers.add(names[0] ?? 'an event without a name');
      return person ?? [];
    });
    this.#persons.set(component, persons);
    return persons;
  }
}

function isCancelled(component: Component): boolean {
  return String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';
}

/** Whether the rule goes on in the same way from any later week in which it happens. */
function isSimple(rule: InstanceType<typeof ICAL.Recur>, start: CalendarTime): boolean {
  if (rule.isByCount() || !['DAILY', 'WEEKLY'].includes(rule.freq)) return false;
  if (Object.keys(rule.parts).some((part) => part !== 'BYDAY')) return false;
  const days: unknown[] = rule.getComponent('BYDAY');
  return days.length === 0 || days.includes(weekdays[start.dayOfWeek() - 1]);
}

/** Who an event is for, each by every name that the calendar has for them. */
function namesIn(component: Component): string[][] {
  const attendees = component.getAllProperties('attendee').map((attendee) => {
    const address = String(attendee.getFirstValue() ?? '').replace(/^mailto:/i, '');
    const name = attendee.getParameter('cn');
    return [address, typeof name === 'string' ? name : ''].filter(Boolean);
  });
  const summary = String(component.getFirstPropertyValue('summary') ?? '');
  return attendees.length > 0 ? attendees : [[summary].filter(Boolean)];
}
