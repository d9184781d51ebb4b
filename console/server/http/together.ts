import { setTimeout as pause } from 'node:timers/promises';
import type { Operator } from './who.ts';

interface Work<Answer> {
  /** Ends with the work, and the rest after it. */
  readonly over: Promise<void>;
  /** How many asked since it began. */
  waiting: number;
  /** For them. */
  next?: Promise<Answer>;
}

/** What an answer hangs on: the question, and what the asker may see. */
export function questionOf(query: object, { programs }: Operator, ...more: readonly unknown[]): string {
  return JSON.stringify([query, programs, ...more]);
}

/**
 * Works out for many who ask the same at the same time what is dear to work out, once. Nobody is given an answer that was
 * begun before they asked; so whoever asks while one is worked out waits for the next. Where there are several, that
 * begins after a rest as long as the work was: however many ask the same, it takes half of the thread's time.
 */
export class Together<Answer> {
  readonly #works = new Map<string, Work<Answer>>();

  /** `question`: the same text for whoever is to be given the same answer. */
  ask(question: string, work: () => Promise<Answer>): Promise<Answer> {
    const known = this.#works.get(question);
    if (!known) return this.#begin(question, work, false);
    known.waiting += 1;
    known.next ??= known.over.then(() => this.#begin(question, work, known.waiting > 1));
    return known.next;
  }

  #begin(question: string, work: () => Promise<Answer>, isShared: boolean): Promise<Answer> {
    const began = performance.now();
    const answer = work();
    const end = async () => {
      if (isShared || mine.waiting > 0) await pause(performance.now() - began, undefined, { ref: false });
      if (!mine.next) this.#works.delete(question);
    };
    const mine: Work<Answer> = { over: answer.then(end, end), waiting: 0 };
    this.#works.set(question, mine);
    return answer;
  }
}
