import type { ImportOutcome, ImportProblem } from '../../../../shared/protocol/people-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { People, Person } from '../people/directory.ts';
import { nothing, outcomeOf, readTable, type TableRow } from '../people/table.ts';
import type { Directory } from '../programs/directory.ts';
import type { Rota, ShiftSource, Span } from './rota.ts';
import { clearShifts, type Shift, saveShifts } from './store.ts';
import { isTimeZone, parseWallTime, toInstant } from './zone.ts';

const columns = [
  { name: 'person', required: true, aliases: ['name', 'external id', 'employee id'] },
  { name: 'program', required: true },
  { name: 'start', required: true, aliases: ['from'] },
  { name: 'end', required: true, aliases: ['to'] },
  { name: 'time zone' },
] as const;
const always: Span = { from: 0, to: Date.UTC(9999, 0) };
/** Hours; a longer shift is a mistake in the file. */
const longest = 24;

export interface ShiftDeps {
  readonly writer: Writer;
  readonly people: People;
  readonly rota: Rota;
  readonly directory: Directory;
  now(): Date;
}

/** Shifts that take the place of what was known for these people and this stretch of time. */
export interface Replacement {
  readonly program: string;
  readonly within: Span;
  readonly persons: readonly string[];
  readonly shifts: readonly Shift[];
  /** The only source whose shifts they replace; every one when it is absent. */
  readonly source?: ShiftSource;
}

/** When people work: imported from files, by the API and from calendars. */
export class ShiftService {
  readonly #deps: ShiftDeps;

  constructor(deps: ShiftDeps) {
    this.#deps = deps;
  }

  /**
   * Imports all lines or none. The shifts of each person in the file for a program, from the first line's start to the
   * last line's end, take the place of those known before. To whoever is limited to some programs, others do not exist.
   */
  async import(csv: string, preview: boolean, operator: Operator): Promise<ImportOutcome> {
    const { rows, problems } = await readTable(csv, columns);
    const read = new ShiftReader(this.#deps, operator);
    const shifts = rows.flatMap((row) => read.read(row) ?? []);
    const replacements = [...Map.groupBy(shifts, ({ program }) => program)].map(([program, own]) => ({
      program,
      within: around(own),
      persons: [...new Set(own.map(({ person }) => person))],
      shifts: own,
    }));
    return this.#replace(
      { replacements, rows: rows.length, problems: [...problems, ...read.problems] },
      preview,
      operator.name,
    );
  }

  /** The same from the API; every person in it must be known. */
  async put(
    program: string,
    wanted: { from: string; to: string; shifts: readonly { person: string; from: string; to: string }[] },
    { preview, actor }: { preview: boolean; actor: string },
  ): Promise<ImportOutcome> {
    if (!this.#deps.directory.find(program)) throw new Refusal('not-found', { what: 'program' });
    const within = { from: Date.parse(wanted.from), to: Date.parse(wanted.to) };
    if (within.to <= within.from) throw new Refusal('invalid-body', { field: 'to', problem: 'to is not after from' });
    const read = new ShiftReader(this.#deps);
    const shifts = wanted.shifts.flatMap(({ person, from, to }, index) => {
      const values = { person, program, start: from, end: to };
      return read.read({ line: index + 1, values }, within) ?? [];
    });
    const persons = [...new Set(shifts.map(({ person }) => person))];
    const replacements = [{ program, within, persons, shifts }];
    return this.#replace({ replacements, rows: wanted.shifts.length, problems: read.problems }, preview, actor);
  }

  /** What a calendar says takes the place of all that it said before. */
  async replaceFeed(program: string, within: Span, shifts: readonly Shift[]): Promise<void> {
    const { rota } = this.#deps;
    const persons = [...new Set([...rota.personsOf(program), ...shifts.map(({ person }) => person)])];
    const { writer } = this.#deps;
    await writer.change(async (transaction) => {
      await clearShifts(transaction, program, within, { source: 'feed' });
      await saveShifts(transaction, shifts);
    });
    this.#remember({ program, within, persons, shifts, source: 'feed' });
  }

  /** Forgets what a calendar brought. */
  async forgetFeed(program: string): Promise<void> {
    const { writer, rota } = this.#deps;
    await writer.change((transaction) => clearShifts(transaction, program, always, { source: 'feed' }));
    const persons = [...rota.personsOf(program)];
    this.#remember({ program, within: always, persons, shifts: [], source: 'feed' });
  }

  async #replace(
    { replacements, rows, problems }: { replacements: Replacement[]; rows: number; problems: ImportProblem[] },
    preview: boolean,
    actor: string,
  ): Promise<ImportOutcome> {
    const { writer, now } = this.#deps;
    const counts = { ...this.#count(replacements), rows, changed: 0 };
    if (problems.length > 0) return outcomeOf({ ...nothing, rows }, problems, false);
    if (preview) return outcomeOf(counts, [], false);
    await writer.change(async (transaction) => {
      for (const { program, within, persons, shifts } of replacements) {
        await clearShifts(transaction, program, within, { persons });
        await saveShifts(transaction, shifts);
      }
      const detail = { added: counts.added, removed: counts.removed };
      const entry = { at: now().toISOString(), actor, action: 'shifts-imported', target: 'shifts', detail };
      await appendAudit(transaction, [entry]);
    });
    for (const replacement of replacements) this.#remember(replacement);
    return outcomeOf(counts, [], true);
  }

  #remember({ program, within, persons, shifts, source }: Replacement): void {
    const { rota } = this.#deps;
    const byPerson = Map.groupBy(shifts, ({ person }) => person);
    for (const person of persons) {
      const own = byPerson.get(person) ?? [];
      // As in the store, where a person has one shift for a program that begins at a time.
      const begun = new Set(own.map(({ from }) => from));
      const kept = rota.of(person, program).filter((span) => {
        const isReplaced = touches(span, within) && (source === undefined || span.source === source);
        return !isReplaced && !begun.has(span.from);
      });
      rota.put(person, program, [...kept, ...own]);
    }
  }

  #count(replacements: readonly Replacement[]) {
    let [added, unchanged, before] = [0, 0, 0];
    for (const { program, within, persons, shifts } of replacements) {
      const known = new Set<string>();
      for (const person of persons) {
        for (const span of this.#deps.rota.of(person, program)) {
          if (touches(span, within)) known.add(`${person} ${span.from} ${span.to}`);
        }
      }
      const same = shifts.filter(({ person, from, to }) => known.has(`${person} ${from} ${to}`)).length;
      unchanged += same;
      added += shifts.length - same;
      before += known.size;
    }
    return { added, unchanged, removed: before - unchanged };
  }
}

/** Reads shifts one after the other, and finds those that overlap. */
class ShiftReader {
  readonly problems: ImportProblem[] = [];
  readonly #deps: Pick<ShiftDeps, 'people' | 'directory'>;
  readonly #scope: Pick<Operator, 'programs'>;
  readonly #known = new Map<string, { span: Span; line: number }[]>();

  constructor(deps: Pick<ShiftDeps, 'people' | 'directory'>, scope: Pick<Operator, 'programs'> = {}) {
    this.#deps = deps;
    this.#scope = scope;
  }

  /** `within`: where the shift must lie. */
  read({ line, values }: TableRow, within: Span = always): Shift | undefined {
    const before = this.problems.length;
    const complain = (column: string, message: string) => this.problems.push({ line, column, message });
    const { people, directory } = this.#deps;
    const text = (column: string) => values[column] ?? '';
    const person = people.withExternalId(text('person')) ?? people.named(text('person'));
    if (!person) complain('person', `Nobody is known by “${text('person')}”. Import people first.`);
    const wanted = text('program');
    const program = directory.find(wanted) ?? directory.all().find(({ name }) => name === wanted);
    if (!program || !isInScope(this.#scope, [program.id])) complain('program', `There is no program “${wanted}”.`);
    const zone = zoneOf(text('time zone'), person, complain);
    const from = readTime(text('start'), zone, (message) => complain('start', message));
    const to = readTime(text('end'), zone, (message) => complain('end', message));
    if (this.problems.length > before || !person || !program || from === undefined || to === undefined)
      return undefined;
    const shift = { person: person.id, program: program.id, from, to, source: 'import' as const };
    if (to <= from) complain('end', 'It ends before it starts. A shift over midnight ends on the next day.');
    else if (from < within.from || to > within.to) complain('start', 'It lies outside of from and to.');
    // An hour more for the night in which clocks go back.
    else if (to - from > (longest + 1) * 3_600_000) complain('end', `It is longer than ${longest} hours.`);
    else this.#refuseOverlap(shift, line);
    return this.problems.length > before ? undefined : shift;
  }

  #refuseOverlap({ person, program, from, to }: Shift, line: number): void {
    const key = `${person} ${program}`;
    const known = this.#known.get(key) ?? [];
    const other = known.find(({ span }) => touches(span, { from, to }));
    if (other) this.problems.push({ line, column: 'start', message: `It overlaps with line ${other.line}.` });
    else this.#known.set(key, [...known, { span: { from, to }, line }]);
  }
}

function zoneOf(text: string, person: Person | undefined, complain: (column: string, message: string) => void): string {
  if (text === '') return person?.timeZone ?? 'UTC';
  if (isTimeZone(text)) return text;
  complain('time zone', `“${text}” is no time zone. Write it as Africa/Nairobi.`);
  return 'UTC';
}

/** An instant with `Z` or an offset, or the time of a clock in the zone. */
function readTime(text: string, zone: string, complain: (message: string) => void): number | undefined {
  const written = /^(\S+T[\d:]+)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/.exec(text)?.[1];
  const instant = Date.parse(text);
  // The parser of dates takes 30 February for a day in March.
  if (written !== undefined && parseWallTime(written) !== undefined && !Number.isNaN(instant)) return instant;
  const wall = parseWallTime(text);
  if (wall === undefined) {
    complain(`“${text}” is no time. Write it as 2026-11-24 09:00.`);
    return undefined;
  }
  const time = toInstant(wall, zone);
  if (time === undefined) complain(`Clocks in ${zone} skip ${text}.`);
  return time;
}

function around(shifts: readonly Span[]): Span {
  let [from, to] = [Infinity, 0];
  for (const shift of shifts) {
    from = Math.min(from, shift.from);
    to = Math.max(to, shift.to);
  }
  return { from, to };
}

function touches(left: Span, right: Span): boolean {
  return left.from < right.to && left.to > right.from;
}
