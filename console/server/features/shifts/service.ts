import type { ImportOutcome, ImportProblem } from '../../../../shared/protocol/people-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { People, Person } from '../people/directory.ts';
import { nothing, outcomeOf, readTable, type TableRow } from '../people/table.ts';
import type { Directory } from '../programs/directory.ts';
import type { Rota, Span } from './rota.ts';
import { clearShifts, type Shift, type ShiftSource, saveShifts } from './store.ts';
import { isTimeZone, parseWallTime, toInstant } from './zone.ts';

const columns = [
  { name: 'person', required: true, aliases: ['name', 'external id', 'employee id'] },
  { name: 'program', required: true },
  { name: 'start', required: true, aliases: ['from'] },
  { name: 'end', required: true, aliases: ['to'] },
  { name: 'time zone' },
] as const;
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
}

/** When people work: imported from files, by the API and from calendars. */
export class ShiftService {
  readonly #deps: ShiftDeps;

  constructor(deps: ShiftDeps) {
    this.#deps = deps;
  }

  /**
   * Imports all lines or none. The shifts of each person in the file for a program, from the first line's start to the
   * last line's end, take the place of those known before.
   */
  async import(csv: string, preview: boolean, actor: string): Promise<ImportOutcome> {
    const { rows, problems } = await readTable(csv, columns);
    const read = new ShiftReader(this.#deps);
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
      actor,
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
    const read = new ShiftReader(this.#deps);
    const shifts = wanted.shifts.flatMap(({ person, from, to }, index) => {
      const values = { person, program, start: from, end: to };
      return read.read({ line: index + 1, values }) ?? [];
    });
    const outside = shifts.find(({ from, to }) => from < within.from || to > within.to);
    if (outside) throw new Refusal('invalid-body', { field: 'shifts', problem: 'one lies outside of from and to' });
    const persons = [...new Set(shifts.map(({ person }) => person))];
    const replacements = [{ program, within, persons, shifts }];
    return this.#replace({ replacements, rows: wanted.shifts.length, problems: read.problems }, preview, actor);
  }

  /** What a calendar says takes the place of all that it said before. */
  async replaceFeed(program: string, within: Span, shifts: readonly Shift[]): Promise<void> {
    const { rota } = this.#deps;
    const persons = [...new Set([...rota.personsOf(program), ...shifts.map(({ person }) => person)])];
    await this.#store({ program, within, persons, shifts }, 'feed');
  }

  /** Forgets what a calendar brought. */
  async forgetFeed(program: string): Promise<void> {
    const { writer, rota } = this.#deps;
    const always = { from: 0, to: Date.UTC(9999, 0) };
    await writer.change((transaction) => clearShifts(transaction, program, always, { source: 'feed' }));
    for (const person of [...rota.personsOf(program)]) rota.put(person, program, []);
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
        await saveShifts(transaction, shifts, 'import');
      }
      const detail = { added: counts.added, removed: counts.removed };
      const entry = { at: now().toISOString(), actor, action: 'shifts-imported', target: 'shifts', detail };
      await appendAudit(transaction, [entry]);
    });
    for (const replacement of replacements) this.#remember(replacement);
    return outcomeOf(counts, [], true);
  }

  async #store(replacement: Replacement, source: ShiftSource): Promise<void> {
    const { program, within, shifts } = replacement;
    await this.#deps.writer.change(async (transaction) => {
      await clearShifts(transaction, program, within, { source });
      await saveShifts(transaction, shifts, source);
    });
    this.#remember(replacement);
  }

  #remember({ program, within, persons, shifts }: Replacement): void {
    const { rota } = this.#deps;
    const byPerson = Map.groupBy(shifts, ({ person }) => person);
    for (const person of persons) {
      const kept = rota.of(person, program).filter((span) => !touches(span, within));
      rota.put(person, program, [...kept, ...(byPerson.get(person) ?? [])]);
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
  readonly #known = new Map<string, { span: Span; line: number }[]>();

  constructor(deps: Pick<ShiftDeps, 'people' | 'directory'>) {
    this.#deps = deps;
  }

  read({ line, values }: TableRow): Shift | undefined {
    const before = this.problems.length;
    const complain = (column: string, message: string) => this.problems.push({ line, column, message });
    const { people, directory } = this.#deps;
    const text = (column: string) => values[column] ?? '';
    const person = people.withExternalId(text('person')) ?? people.named(text('person'));
    if (!person) complain('person', `Nobody is known by “${text('person')}”. Import people first.`);
    const wanted = text('program');
    const program = directory.find(wanted) ?? directory.all().find(({ name }) => name === wanted);
    if (!program) complain('program', `There is no program “${wanted}”.`);
    const zone = zoneOf(text('time zone'), person, complain);
    const from = readTime(text('start'), zone, (message) => complain('start', message));
    const to = readTime(text('end'), zone, (message) => complain('end', message));
    if (this.problems.length > before || !person || !program || from === undefined || to === undefined)
      return undefined;
    const shift = { person: person.id, program: program.id, from, to };
    if (to <= from) complain('end', 'It ends before it starts. A shift over midnight ends on the next day.');
    else if (to - from > longest * 3_600_000) complain('end', `It is longer than ${longest} hours.`);
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
  if (/(?:Z|[+-]\d\d:?\d\d)$/.test(text) && /^\d{4}-\d\d-\d\dT/.test(text)) {
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return time;
  }
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
