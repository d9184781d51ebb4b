import type { Language } from '../../../../shared/words/language.ts';

/** Somebody who works on a workstation. A workstation's person is found by the name. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | undefined;
  readonly language: Language | undefined;
  /** IANA name. */
  readonly timeZone: string | undefined;
  readonly programs: readonly string[];
  /** Ids. */
  readonly groups: readonly string[];
}

/** The same name is the same person, whatever keyboard wrote its capitals and accents. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Somebody in a list: `order` sorts as text as people expect names to be sorted. */
export interface Listed {
  readonly person: Person;
  readonly order: string;
}

/** Small and capital letters and those with accents stand together. */
function orderOf({ name }: Person): string {
  return nameKey(name).normalize('NFD').replace(/\p{M}/gu, '');
}

/** Everybody who was imported, in memory: the triage looks them up for each row. */
export class People {
  readonly #byId = new Map<string, Listed>();
  readonly #byName = new Map<string, Person>();
  /** By the name as it was imported: what nearly every look-up finds. */
  readonly #bySpelling = new Map<string, Person>();
  readonly #byExternalId = new Map<string, Person>();

  constructor(all: Iterable<Person>) {
    for (const person of all) this.put(person);
  }

  put(person: Person): void {
    this.remove(person.id);
    this.#byId.set(person.id, { person, order: orderOf(person) });
    this.#byName.set(nameKey(person.name), person);
    this.#bySpelling.set(person.name, person);
    if (person.externalId !== undefined) this.#byExternalId.set(person.externalId, person);
  }

  remove(id: string): void {
    const known = this.find(id);
    if (!known) return;
    this.#byId.delete(id);
    this.#byName.delete(nameKey(known.name));
    this.#bySpelling.delete(known.name);
    if (known.externalId !== undefined) this.#byExternalId.delete(known.externalId);
  }

  find(id: string): Person | undefined {
    return this.#byId.get(id)?.person;
  }

  named(name: string | undefined): Person | undefined {
    if (name === undefined) return undefined;
    return this.#bySpelling.get(name) ?? this.#byName.get(nameKey(name));
  }

  /** Ids of the groups that the person of that name is in. */
  groupsOf(name: string | undefined): readonly string[] {
    return this.named(name)?.groups ?? [];
  }

  /** Whether the person of that name is in a group. */
  isIn(name: string | undefined, group: string): boolean {
    return this.groupsOf(name).includes(group);
  }

  withExternalId(externalId: string): Person | undefined {
    return this.#byExternalId.get(externalId);
  }

  all(): Iterable<Listed> {
    return this.#byId.values();
  }

  get size(): number {
    return this.#byId.size;
  }
}
