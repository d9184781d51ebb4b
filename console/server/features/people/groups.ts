import { isInScope, type Operator } from '../../http/who.ts';
import { nameKey } from './directory.ts';

/** A named set of people: a team, a site, a night shift. */
export interface PeopleGroup {
  readonly id: string;
  readonly name: string;
  /** Undefined: of the whole console. */
  readonly program: string | undefined;
}

/** Every group, in memory. */
export class Groups {
  readonly #byId = new Map<string, PeopleGroup>();
  readonly #byName = new Map<string, PeopleGroup>();

  constructor(all: Iterable<PeopleGroup>) {
    for (const group of all) this.put(group);
  }

  put(group: PeopleGroup): void {
    this.remove(group.id);
    this.#byId.set(group.id, group);
    this.#byName.set(nameKey(group.name), group);
  }

  remove(id: string): void {
    const known = this.#byId.get(id);
    if (!known) return;
    this.#byId.delete(id);
    this.#byName.delete(nameKey(known.name));
  }

  find(id: string): PeopleGroup | undefined {
    return this.#byId.get(id);
  }

  named(name: string): PeopleGroup | undefined {
    return this.#byName.get(nameKey(name));
  }

  /** Those of the whole console and of the operator's own programs, by name; of these ids alone, where some are given. */
  seenBy({ programs }: Pick<Operator, 'programs'>, ids: Iterable<string> = this.#byId.keys()): PeopleGroup[] {
    return [...ids]
      .flatMap((id) => this.find(id) ?? [])
      .filter(({ program }) => program === undefined || isInScope({ programs }, [program]))
      .sort((left, right) => left.name.localeCompare(right.name));
  }
}
