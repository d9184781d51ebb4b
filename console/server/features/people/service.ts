import type { ImportOutcome, ImportProblem, PersonView } from '../../../../shared/protocol/people-routes.ts';
import { Language, languageNames } from '../../../../shared/words/language.ts';
import { pageOf } from '../../http/page.ts';
import { Refusal } from '../../http/refuse.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Directory } from '../programs/directory.ts';
import type { Rota } from '../shifts/rota.ts';
import { isTimeZone } from '../shifts/zone.ts';
import type { Roster } from '../workstations/roster.ts';
import { type Listed, nameKey, type People, type Person } from './directory.ts';
import { removePerson, savePeople } from './store.ts';
import { nothing, outcomeOf, readTable, type TableRow } from './table.ts';

const columns = [
  { name: 'name', required: true, aliases: ['person'] },
  { name: 'external id', aliases: ['id', 'employee id', 'personnel number'] },
  { name: 'language' },
  { name: 'time zone' },
  { name: 'programs', aliases: ['program'] },
] as const;
const longest = 120;

export interface PeopleDeps {
  readonly writer: Writer;
  readonly people: People;
  readonly rota: Rota;
  readonly directory: Directory;
  readonly roster: Roster;
  now(): Date;
}

export interface PeopleQuery {
  readonly search?: string | undefined;
  readonly program?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Who works here: imported, looked up, forgotten. */
export class PeopleService {
  readonly #deps: PeopleDeps;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  /** Whoever is limited to some programs sees the people of those. */
  list({ search, program, limit, offset }: PeopleQuery, operator: Operator): { rows: PersonView[]; total: number } {
    const wanted = search?.toLowerCase();
    const fits = ({ name, externalId, programs }: Person) =>
      isInScope(operator, programs) &&
      (program === undefined || programs.includes(program)) &&
      (!wanted || `${name} ${externalId ?? ''}`.toLowerCase().includes(wanted));
    const found = [...this.#deps.people.all()].filter(({ person }) => fits(person));
    const rows = pageOf(found, byName, { offset, limit }).map(({ person }) => this.#view(person, operator));
    return { rows, total: found.length };
  }

  /** Imports all lines or, when one of them has a problem, none. */
  async import(csv: string, preview: boolean, actor: string): Promise<ImportOutcome> {
    const { people, writer, now } = this.#deps;
    const { rows, problems } = await readTable(csv, columns);
    const read = new PeopleReader(people, this.#deps.directory);
    const persons = rows.flatMap((row) => read.read(row) ?? []);
    const all = [...problems, ...read.problems];
    const changed = persons.filter((person) => !isSame(person, people.find(person.id)));
    const added = changed.filter(({ id }) => !people.find(id)).length;
    const counts = { rows: rows.length, added, changed: changed.length - added };
    const unchanged = persons.length - changed.length;
    if (all.length > 0) return outcomeOf({ ...nothing, rows: rows.length }, all, false);
    if (preview) return outcomeOf({ ...nothing, ...counts, unchanged }, [], false);
    await writer.change(async (transaction) => {
      await savePeople(transaction, changed);
      const entry = { at: now().toISOString(), actor, action: 'people-imported', target: 'people', detail: counts };
      await appendAudit(transaction, [entry]);
    });
    for (const person of changed) people.put(person);
    return outcomeOf({ ...nothing, ...counts, unchanged }, [], true);
  }

  async remove(id: string, actor: string): Promise<void> {
    const { people, rota, writer, now } = this.#deps;
    const person = people.find(id);
    if (!person) throw new Refusal('not-found', { what: 'person' });
    await writer.change(async (transaction) => {
      await removePerson(transaction, id);
      const entry = { at: now().toISOString(), actor, action: 'person-removed', target: `person:${id}`, detail: {} };
      await appendAudit(transaction, [entry]);
    });
    for (const program of this.#deps.directory.all()) rota.put(id, program.id, []);
    people.remove(id);
  }

  #view(person: Person, operator: Operator): PersonView {
    const { rota, roster, now } = this.#deps;
    const shift = rota.around(person.name, now().getTime());
    return {
      ...person,
      programs: person.programs.filter((program) => isInScope(operator, [program])),
      workstations: roster.ofPerson(person.name).size,
      ...(shift && { shift: { from: new Date(shift.from).toISOString(), to: new Date(shift.to).toISOString() } }),
    };
  }
}

function byName(left: Listed, right: Listed): number {
  return left.order < right.order ? -1 : left.order > right.order ? 1 : 0;
}

/** Reads lines one after the other, and remembers whom it has read to find those who stand there twice. */
class PeopleReader {
  readonly problems: ImportProblem[] = [];
  readonly #people: People;
  readonly #directory: Directory;
  readonly #lineByName = new Map<string, number>();
  readonly #lineById = new Map<string, number>();
  readonly #lineByPerson = new Map<string, number>();

  constructor(people: People, directory: Directory) {
    this.#people = people;
    this.#directory = directory;
  }

  read({ line, values }: TableRow): Person | undefined {
    const before = this.problems.length;
    const complain = (column: string, message: string) => this.problems.push({ line, column, message });
    const name = values['name'] ?? '';
    const externalId = values['external id'] || undefined;
    if (name === '') complain('name', 'The name is missing.');
    if (name.length > longest) complain('name', `The name is longer than ${longest} letters.`);
    if (externalId && externalId.length > longest) complain('external id', `It is longer than ${longest} letters.`);
    this.#refuseTwice(this.#lineByName, nameKey(name), line, 'name');
    if (externalId) this.#refuseTwice(this.#lineById, externalId, line, 'external id');
    const known = this.#find(name, externalId, complain);
    const person = { id: known?.id ?? makeId('person'), name, ...this.#details(values, known, complain) };
    if (this.problems.length > before) return undefined;
    const first = this.#lineByPerson.get(person.id);
    if (first !== undefined) complain(externalId ? 'external id' : 'name', `Line ${first} is the same person.`);
    this.#lineByPerson.set(person.id, line);
    return first === undefined ? person : undefined;
  }

  /** What the file has no column for stays as it is. */
  #details(values: TableRow['values'], known: Person | undefined, complain: Complain): Omit<Person, 'id' | 'name'> {
    const { ['external id']: externalId, language, ['time zone']: zone, programs } = values;
    return {
      externalId: externalId === undefined ? known?.externalId : externalId || undefined,
      language: language === undefined ? known?.language : readLanguage(language, complain),
      timeZone: zone === undefined ? known?.timeZone : readZone(zone, complain),
      programs: programs === undefined ? (known?.programs ?? []) : this.#readPrograms(programs, complain),
    };
  }

  /** The same external id is the same person, whatever the name is now; without one, the same name. */
  #find(name: string, externalId: string | undefined, complain: Complain): Person | undefined {
    const byId = externalId === undefined ? undefined : this.#people.withExternalId(externalId);
    const byName = this.#people.named(name);
    if (byName && byName !== byId && (byId || (externalId && byName.externalId))) {
      complain('name', `Somebody with the external id ${byName.externalId ?? '–'} has this name already.`);
    }
    return byId ?? byName;
  }

  #readPrograms(text: string, complain: Complain): string[] {
    const wanted = text.split(/[;|,]/).map((part) => part.trim());
    const ids = wanted.filter(Boolean).flatMap((part) => {
      const program = this.#directory.find(part) ?? this.#directory.all().find(({ name }) => name === part);
      if (!program) complain('programs', `There is no program “${part}”.`);
      return program?.id ?? [];
    });
    return [...new Set(ids)].sort();
  }

  #refuseTwice(seen: Map<string, number>, key: string, line: number, column: string): void {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    else this.problems.push({ line, column, message: `Line ${first} has the same ${column}.` });
  }
}

type Complain = (column: string, message: string) => void;

function readLanguage(text: string, complain: Complain): Language | undefined {
  if (text === '') return undefined;
  const lower = text.toLowerCase();
  const byName = Language.options.find((code) => languageNames[code].toLowerCase() === lower);
  const language = byName ?? Language.safeParse(lower.split(/[-_]/)[0]).data;
  if (!language) complain('language', `“${text}” is none of ${Language.options.join(', ')}.`);
  return language;
}

function readZone(text: string, complain: Complain): string | undefined {
  if (text === '') return undefined;
  if (isTimeZone(text)) return text;
  complain('time zone', `“${text}” is no time zone. Write it as Africa/Nairobi.`);
  return undefined;
}

function isSame(left: Person, right: Person | undefined): boolean {
  const { language, timeZone, name, externalId, programs } = left;
  return (
    right !== undefined &&
    right.name === name &&
    right.externalId === externalId &&
    right.language === language &&
    right.timeZone === timeZone &&
    right.programs.join() === programs.join()
  );
}
