import type { ImportOutcome, PersonView, PersonWanted } from '../../../../shared/protocol/people-routes.ts';
import { FirstOf } from '../../http/page.ts';
import { Refusal } from '../../http/refuse.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { Turn } from '../../rest.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Notices } from '../events/notices.ts';
import type { Directory } from '../programs/directory.ts';
import type { Rota } from '../shifts/rota.ts';
import type { Roster } from '../workstations/roster.ts';
import { type Listed, nameKey, type People, type Person } from './directory.ts';
import type { Groups, PeopleGroup } from './groups.ts';
import { columns, PeopleReader } from './reader.ts';
import { removePerson, renameWorkstations, saveGroup, savePeople } from './store.ts';
import { nothing, outcomeOf, readTable, type Table } from './table.ts';

export interface PeopleDeps {
  readonly writer: Writer;
  readonly people: People;
  readonly groups: Groups;
  readonly rota: Rota;
  readonly directory: Directory;
  readonly roster: Roster;
  readonly notices: Notices;
  now(): Date;
}

export interface PeopleQuery {
  readonly search?: string | undefined;
  readonly program?: string | undefined;
  readonly peopleGroup?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** People and groups to be written. */
interface Change {
  readonly persons: readonly Person[];
  readonly newGroups: readonly PeopleGroup[];
}

/** Who works here: imported, edited by hand, looked up, forgotten. */
export class PeopleService {
  readonly #deps: PeopleDeps;
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  /** Whoever is limited to some programs sees the people of those. */
  async list(query: PeopleQuery, operator: Operator): Promise<{ rows: PersonView[]; total: number }> {
    const { search, program, peopleGroup, ...page } = query;
    const wanted = search?.toLowerCase();
    const fits = ({ name, externalId, programs, groups }: Person) =>
      isInScope(operator, programs) &&
      (program === undefined || programs.includes(program)) &&
      (peopleGroup === undefined || groups.includes(peopleGroup)) &&
      (!wanted || `${name} ${externalId ?? ''}`.toLowerCase().includes(wanted));
    const first = new FirstOf(byName, page);
    const turn = new Turn();
    for (const listed of this.#deps.people.all()) {
      if (turn.isOver) await turn.next();
      if (fits(listed.person)) first.add(listed);
    }
    return { rows: first.page().map(({ person }) => this.#view(person, operator)), total: first.size };
  }

  /** Imports all lines or, when one of them has a problem, none. */
  async import(csv: string, preview: boolean, actor: string): Promise<ImportOutcome> {
    const table = await readTable(csv, columns);
    return this.#inTurn(() => this.#import(table, preview, actor));
  }

  async #import({ rows, problems }: Table, preview: boolean, actor: string): Promise<ImportOutcome> {
    const { people } = this.#deps;
    const read = new PeopleReader(this.#deps);
    const persons = rows.flatMap((row) => read.read(row) ?? []);
    const all = [...problems, ...read.problems];
    if (all.length > 0) return outcomeOf({ ...nothing, rows: rows.length }, all, false);
    const changed = persons.filter((person) => !isSame(person, people.find(person.id)));
    const added = changed.filter(({ id }) => !people.find(id)).length;
    const counts = { rows: rows.length, added, changed: changed.length - added };
    const { newGroups } = read;
    const names = newGroups.map(({ name }) => name);
    const outcome = {
      ...outcomeOf({ ...nothing, ...counts, unchanged: persons.length - changed.length }, [], !preview),
      ...(names.length > 0 && { newGroups: names }),
    };
    if (preview) return outcome;
    const detail = { ...counts, ...(names.length > 0 && { newGroups: names }) };
    await this.#save({ persons: changed, newGroups }, { actor, action: 'people-imported', target: 'people', detail });
    return outcome;
  }

  /** Adds somebody by hand. @throws Refusal `invalid-body` that names the field. */
  add(wanted: PersonWanted, actor: string): Promise<string> {
    return this.#inTurn(() => this.#put(wanted, undefined, actor));
  }

  /** Puts what is known about somebody in place of what was. @throws Refusal `not-found`, `invalid-body`. */
  async change(id: string, wanted: PersonWanted, actor: string): Promise<void> {
    await this.#inTurn(async () => {
      const person = this.#deps.people.find(id);
      if (!person) throw new Refusal('not-found', { what: 'person' });
      await this.#put(wanted, person, actor);
    });
  }

  /** One change after the other: what a change hangs on is not changed by another meanwhile. */
  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(change);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #put(wanted: PersonWanted, known: Person | undefined, actor: string): Promise<string> {
    const read = new PeopleReader(this.#deps);
    const { name, externalId, language, timeZone, programs, groups } = wanted;
    const lists = { programs: programs.join(';'), groups: groups.join(';') };
    const values = { name, 'external id': externalId, language, 'time zone': timeZone, ...lists };
    const person = read.read({ line: 1, values }, { person: known });
    const [problem] = read.problems;
    if (!person) throw new Refusal('invalid-body', { field: problem?.column ?? '', problem: problem?.message ?? '' });
    const { newGroups } = read;
    const action = known ? 'person-changed' : 'person-added';
    const detail = { name, programs: person.programs, groups };
    await this.#save({ persons: [person], newGroups }, { actor, action, target: `person:${person.id}`, detail });
    return person.id;
  }

  /** Whoever got another name takes their workstations along: a workstation knows its person by the name. */
  async #save(
    { persons, newGroups }: Change,
    entry: { actor: string; action: string; target: string; detail: Record<string, unknown> },
  ): Promise<void> {
    const { people, groups, roster, notices, writer, now } = this.#deps;
    const renamed = persons.flatMap((person) => {
      const before = people.find(person.id)?.name;
      if (before === undefined || nameKey(before) === nameKey(person.name)) return [];
      return [{ name: person.name, workstations: [...roster.ofPerson(before)] }];
    });
    await writer.change(async (transaction) => {
      for (const group of newGroups) await saveGroup(transaction, group);
      await savePeople(transaction, persons);
      for (const { name, workstations } of renamed) {
        const ids = workstations.map(({ id }) => id);
        if (ids.length > 0) await renameWorkstations(transaction, ids, name);
      }
      await appendAudit(transaction, [{ at: now().toISOString(), ...entry }]);
    });
    for (const group of newGroups) groups.put(group);
    for (const person of persons) people.put(person);
    for (const { name, workstations } of renamed) {
      for (const workstation of workstations) {
        workstation.person = name;
        roster.add(workstation);
        notices.workstation(workstation.id);
      }
    }
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
    const { rota, roster, groups, now } = this.#deps;
    const shift = rota.around(person.name, now().getTime());
    return {
      ...person,
      programs: person.programs.filter((program) => isInScope(operator, [program])),
      groups: groups.seenBy(operator, person.groups).map(({ id, name }) => ({ id, name })),
      workstations: roster.ofPerson(person.name).size,
      ...(shift && { shift: { from: new Date(shift.from).toISOString(), to: new Date(shift.to).toISOString() } }),
    };
  }
}

function byName(left: Listed, right: Listed): number {
  return left.order < right.order ? -1 : left.order > right.order ? 1 : 0;
}

function isSame(left: Person, right: Person | undefined): boolean {
  const { language, timeZone, name, externalId, programs, groups } = left;
  return (
    right !== undefined &&
    right.name === name &&
    right.externalId === externalId &&
    right.language === language &&
    right.timeZone === timeZone &&
    right.programs.join() === programs.join() &&
    right.groups.join() === groups.join()
  );
}
