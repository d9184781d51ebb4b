import type { ImportProblem } from '../../../../shared/protocol/people-routes.ts';
import { Language, languageNames } from '../../../../shared/words/language.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Directory } from '../programs/directory.ts';
import { isTimeZone } from '../shifts/zone.ts';
import { nameKey, type People, type Person } from './directory.ts';
import type { Groups, PeopleGroup } from './groups.ts';
import type { TableRow } from './table.ts';

export const columns = [
  { name: 'name', required: true, aliases: ['person'] },
  { name: 'external id', aliases: ['id', 'employee id', 'personnel number'] },
  { name: 'language' },
  { name: 'time zone' },
  { name: 'programs', aliases: ['program'] },
  { name: 'groups', aliases: ['group', 'team'] },
] as const;
const longest = 120;
const longestGroup = 60;

interface Known {
  readonly people: People;
  readonly groups: Groups;
  readonly directory: Directory;
}

/** Whose line it is: whoever it names, or this person; without one, somebody new. */
type Choice = 'line' | { readonly person?: Person | undefined };

/** Reads lines one after the other, and remembers whom it has read to find those who stand there twice. */
export class PeopleReader {
  readonly problems: ImportProblem[] = [];
  /** Groups that are named and not there yet, by the key of their names. */
  readonly #newGroups = new Map<string, PeopleGroup>();
  readonly #known: Known;
  readonly #lineByName = new Map<string, number>();
  readonly #lineById = new Map<string, number>();
  readonly #lineByPerson = new Map<string, number>();

  constructor(known: Known) {
    this.#known = known;
  }

  get newGroups(): PeopleGroup[] {
    return [...this.#newGroups.values()];
  }

  /** `by`: how it is found who stands there; by what the line says unless somebody was chosen by hand. */
  read({ line, values }: TableRow, by: Choice = 'line'): Person | undefined {
    const before = this.problems.length;
    const complain = (column: string, message: string) => this.problems.push({ line, column, message });
    const name = values['name'] ?? '';
    const externalId = values['external id'] || undefined;
    if (name === '') complain('name', 'The name is missing.');
    if (name.length > longest) complain('name', `The name is longer than ${longest} letters.`);
    if (externalId && externalId.length > longest) complain('external id', `It is longer than ${longest} letters.`);
    this.#refuseTwice(this.#lineByName, nameKey(name), line, 'name');
    if (externalId) this.#refuseTwice(this.#lineById, externalId, line, 'external id');
    const known =
      by === 'line' ? this.#find(name, externalId, complain) : this.#choose(by, { name, externalId }, complain);
    const person = { id: known?.id ?? makeId('person'), name, ...this.#details(values, known, complain) };
    if (this.problems.length > before) return undefined;
    const first = this.#lineByPerson.get(person.id);
    if (first !== undefined) complain(externalId ? 'external id' : 'name', `Line ${first} is the same person.`);
    this.#lineByPerson.set(person.id, line);
    return first === undefined ? person : undefined;
  }

  /** What the file has no column for stays as it is. */
  #details(values: TableRow['values'], known: Person | undefined, complain: Complain): Omit<Person, 'id' | 'name'> {
    const { ['external id']: externalId, language, ['time zone']: zone, programs, groups } = values;
    return {
      externalId: externalId === undefined ? known?.externalId : externalId || undefined,
      language: language === undefined ? known?.language : readLanguage(language, complain),
      timeZone: zone === undefined ? known?.timeZone : readZone(zone, complain),
      programs: programs === undefined ? (known?.programs ?? []) : this.#readPrograms(programs, complain),
      groups: groups === undefined ? (known?.groups ?? []) : this.#readGroups(groups, complain),
    };
  }

  /** The same external id is the same person, whatever the name is now; without one, the same name. */
  #find(name: string, externalId: string | undefined, complain: Complain): Person | undefined {
    const byId = externalId === undefined ? undefined : this.#known.people.withExternalId(externalId);
    const byName = this.#known.people.named(name);
    if (byName && byName !== byId && (byId || (externalId && byName.externalId))) {
      complain('name', `Somebody with the external id ${byName.externalId ?? '–'} has this name already.`);
    }
    return byId ?? byName;
  }

  /** Somebody who is edited, or nobody yet: name and external id must belong to nobody else. */
  #choose(
    { person }: Exclude<Choice, 'line'>,
    { name, externalId }: Pick<Person, 'name' | 'externalId'>,
    complain: Complain,
  ) {
    const { people } = this.#known;
    const byName = people.named(name);
    const byId = externalId === undefined ? undefined : people.withExternalId(externalId);
    if (byName && byName.id !== person?.id) {
      complain('name', `Somebody with the external id ${byName.externalId ?? '–'} has this name already.`);
    }
    if (byId && byId.id !== person?.id) complain('external id', `It is that of ${byId.name} already.`);
    return person;
  }

  #readGroups(text: string, complain: Complain): string[] {
    const names = text.split(/[;|,]/).map((part) => part.trim());
    const ids = names.filter(Boolean).map((name) => {
      if (name.length > longestGroup) complain('groups', `The name of a group is longer than ${longestGroup} letters.`);
      const key = nameKey(name);
      const group = this.#known.groups.named(name) ?? this.#newGroups.get(key);
      if (group) return group.id;
      const made = { id: makeId('group'), name, program: undefined };
      this.#newGroups.set(key, made);
      return made.id;
    });
    return [...new Set(ids)].sort();
  }

  #readPrograms(text: string, complain: Complain): string[] {
    const wanted = text.split(/[;|,]/).map((part) => part.trim());
    const ids = wanted.filter(Boolean).flatMap((part) => {
      const program = this.#known.directory.find(part) ?? this.#known.directory.all().find(({ name }) => name === part);
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
