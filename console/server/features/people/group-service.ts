import type { PeopleGroupView } from '../../../../shared/protocol/people-routes.ts';
import { Refusal } from '../../http/refuse.ts';
import { isInScope, type Operator } from '../../http/who.ts';
import { makeId } from '../../identity/secrets.ts';
import type { Db } from '../../store/engine.ts';
import type { Writer } from '../../store/writer.ts';
import { appendAudit } from '../audit/store.ts';
import type { Directory } from '../programs/directory.ts';
import type { People, Person } from './directory.ts';
import type { Groups, PeopleGroup } from './groups.ts';
import { removeGroup, saveGroup, savePeople } from './store.ts';

export interface GroupDeps {
  readonly writer: Writer;
  readonly people: People;
  readonly groups: Groups;
  readonly directory: Directory;
  now(): Date;
}

interface Wanted {
  readonly name: string;
  readonly program?: string | undefined;
}

/** Groups of people, made and changed by hand; an import makes those that it names. */
export class GroupService {
  readonly #deps: GroupDeps;

  constructor(deps: GroupDeps) {
    this.#deps = deps;
  }

  list(operator: Operator): PeopleGroupView[] {
    const counts = new Map<string, number>();
    for (const { person } of this.#deps.people.all()) {
      if (!isInScope(operator, person.programs)) continue;
      for (const group of person.groups) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return this.#deps.groups.seenBy(operator).map((group) => ({ ...group, people: counts.get(group.id) ?? 0 }));
  }

  /** `members`: ids of people who are in it from the beginning; who is not there any more is left out. */
  async create(wanted: Wanted, members: readonly string[], actor: string): Promise<string> {
    const { people, groups } = this.#deps;
    const group = { id: makeId('group'), name: wanted.name, program: wanted.program };
    this.#refuseWrong(group);
    const joining = members.flatMap((id) => people.find(id) ?? []).map((person) => withGroup(person, group.id));
    await this.#change({ group, action: 'group-created', actor, people: joining.length }, async (transaction) => {
      await saveGroup(transaction, group);
      await savePeople(transaction, joining);
    });
    groups.put(group);
    for (const person of joining) people.put(person);
    return group.id;
  }

  async change(id: string, wanted: Wanted, actor: string): Promise<void> {
    const group = { ...this.#get(id), name: wanted.name, program: wanted.program };
    this.#refuseWrong(group);
    await this.#change({ group, action: 'group-changed', actor }, (transaction) => saveGroup(transaction, group));
    this.#deps.groups.put(group);
  }

  /** Its people stay. Answers who was in it, so that it can be made again. */
  async remove(id: string, actor: string): Promise<string[]> {
    const { people, groups } = this.#deps;
    const group = this.#get(id);
    const members = [...people.all()].map(({ person }) => person).filter((person) => person.groups.includes(id));
    await this.#change({ group, action: 'group-removed', actor, people: members.length }, (transaction) =>
      removeGroup(transaction, id),
    );
    groups.remove(id);
    for (const person of members) people.put({ ...person, groups: person.groups.filter((one) => one !== id) });
    return members.map((person) => person.id);
  }

  #get(id: string): PeopleGroup {
    const group = this.#deps.groups.find(id);
    if (!group) throw new Refusal('not-found', { what: 'group' });
    return group;
  }

  #refuseWrong({ id, name, program }: PeopleGroup): void {
    const same = this.#deps.groups.named(name);
    if (same && same.id !== id) throw new Refusal('already-done', { what: `${name} is a group` });
    if (program !== undefined && !this.#deps.directory.find(program)) {
      throw new Refusal('not-found', { what: 'program' });
    }
  }

  #change(
    { group, action, actor, people }: { group: PeopleGroup; action: string; actor: string; people?: number },
    work: (transaction: Db) => Promise<void>,
  ): Promise<void> {
    const { writer, now } = this.#deps;
    const { id, name, program } = group;
    const detail = { name, ...(program && { program }), ...(people !== undefined && { people }) };
    return writer.change(async (transaction) => {
      await work(transaction);
      await appendAudit(transaction, [{ at: now().toISOString(), actor, action, target: `group:${id}`, detail }]);
    });
  }
}

function withGroup(person: Person, group: string): Person {
  return { ...person, groups: [...new Set([...person.groups, group])].sort() };
}
