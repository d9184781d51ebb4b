import { setTimeout as pause } from 'node:timers/promises';
import type { Operator } from './who.ts';

interface Work<Answer> {
  readonly running: Promise<unknown>;
  /** For all who asked since that began. */
  next?: Promise<Answer>;
}

/** What an answer hangs on: the question, and what the asker may see. */
export function questionOf(query: object, { programs }: Operator, ...more: readonly unknown[]): string {
  return JSON.stringify([query, programs, ...more]);
}

/**
 * Works out for many who ask the same at the same time what is dear to work out, once. Nobody is given an answer that was
 * begun before they asked; so whoever asks while one is worked out waits for the next. In between there is a rest as long
 * as the work was: however many ask the same, it takes half of the thread's time.
 */
export class Together<Answer> {
  readonly #works = new Map<string, Work<Answer>>();

  /** `question`: the same text for whoever is to be given the same answer. */
  ask(question: string, work: () => Promise<Answer>): Promise<Answer> {
    const known = this.#works.get(question);
    if (!known) return this.#begin(question, work);
    known.next ??= known.running.then(() => this.#begin(question, work));
    return known.next;
  }

  #begin(question: string, work: () => Promise<Answer>): Promise<Answer> {
    const began = performance.now();
    const answer = work();
    const rest = () => pause(performance.now() - began, undefined, { ref: false });
    const mine: Work<Answer> = { running: answer.then(rest, rest) };
    this.#works.set(question, mine);
    void mine.running.then(() => {
      if (this.#works.get(question) === mine && !mine.next) this.#works.delete(question);
    });
    return answer;
  }
}
