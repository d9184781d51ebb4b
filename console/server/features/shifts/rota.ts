import type { People } from '../people/directory.ts';

/** Milliseconds since 1970; `to` is no longer part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whoever a shift came from takes it away again: an import, the API included, or a calendar. */
export type ShiftSource = 'import' | 'feed';

export interface KnownSpan extends Span {
  readonly source: ShiftSource;
}

/** Milliseconds for which a count of who is in shift is good enough. */
const countedFor = 15_000;

/** Shifts of everybody, in memory, by person and program. */
export class Rota {
  readonly #people: People;
  readonly #byPerson = new Map<string, Map<string, KnownSpan[]>>();
  readonly #known = new Map<string, Set<string>>();
  readonly #counts = new Map<string, { readonly at: number; readonly inShift: number }>();

  constructor(people: People) {
    this.#people = people;
  }

  /** Puts the shifts of one person for one program in place of those known before. */
  put(personId: string, program: string, spans: readonly KnownSpan[]): void {
    const programs = this.#byPerson.get(personId) ?? new Map<string, KnownSpan[]>();
    const persons = this.#known.get(program) ?? new Set();
    if (spans.length > 0) {
      programs.set(
        program,
        [...spans].sort((left, right) => left.from - right.from),
      );
      persons.add(personId);
    } else {
      programs.delete(program);
      persons.delete(personId);
    }
    this.#byPerson.set(personId, programs);
    this.#known.set(program, persons);
    this.#counts.delete(program);
  }

  /** Shifts of one person for one program. */
  of(personId: string, program: string): readonly KnownSpan[] {
    return this.#byPerson.get(personId)?.get(program) ?? [];
  }

  /** People with shifts for a program. */
  personsOf(program: string): Iterable<string> {
    return this.#known.get(program) ?? [];
  }

  /** Whether anybody's shifts for the program are known. */
  knows(program: string): boolean {
    return (this.#known.get(program)?.size ?? 0) > 0;
  }

  /** A person's shifts for a program that touch a stretch of time. */
  spansOf(program: string, person: string | undefined, from: number, to: number): Span[] {
    const known = this.#people.named(person);
    if (!known) return [];
    return this.of(known.id, program).filter((span) => span.from < to && span.to > from);
  }

  /** The shift that a person is in, or the next one, for any program. */
  around(person: string | undefined, now: number): Span | undefined {
    const known = this.#people.named(person);
    if (!known) return undefined;
    let first: Span | undefined;
    for (const spans of this.#byPerson.get(known.id)?.values() ?? []) {
      const next = spans.find(({ to }) => to > now);
      if (next && (!first || next.from < first.from)) first = next;
    }
    return first;
  }

  /** How many people are in a shift for the program; undefined where its shifts are not known. */
  inShift(program: string, now: number): number | undefined {
    if (!this.knows(program)) return undefined;
    const counted = this.#counts.get(program);
    if (counted && Math.abs(now - counted.at) < countedFor) return counted.inShift;
    let inShift = 0;
    for (const person of this.personsOf(program)) {
      if (this.of(person, program).some(({ from, to }) => from <= now && now < to)) inShift += 1;
    }
    this.#counts.set(program, { at: now, inShift });
    return inShift;
  }
}
