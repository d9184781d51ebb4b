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
}

/** The same name is the same person, whatever keyboard wrote its capitals and accents. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

/** Everybody who was imported, in memory: the triage looks them up for each row. */
export class People {
  readonly #byId = new Map<string, Person>();
  readonly #byName = new Map<string, Person>();
  readonly #byExternalId = new Map<string, Person>();

  constructor(all: Iterable<Person>) {
    for (const person of all) this.put(person);
  }

  put(person: Person): void {
    this.remove(person.id);
    this.#byId.set(person.id, person);
    this.#byName.set(nameKey(person.name), person);
    if (person.externalId !== undefined) this.#byExternalId.set(person.externalId, person);
  }

  remove(id: string): void {
    const known = this.#byId.get(id);
    if (!known) return;
    this.#byId.delete(id);
    this.#byName.delete(nameKey(known.name));
    if (known.externalId !== undefined) this.#byExternalId.delete(known.externalId);
  }

  find(id: string): Person | undefined {
    return this.#byId.get(id);
  }

  named(name: string | undefined): Person | undefined {
    return name === undefined ? undefined : this.#byName.get(nameKey(name));
  }

  withExternalId(externalId: string): Person | undefined {
    return this.#byExternalId.get(externalId);
  }

  all(): Iterable<Person> {
    return this.#byId.values();
  }

  get size(): number {
    return this.#byId.size;
  }
}
