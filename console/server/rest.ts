import { setImmediate as pause } from 'node:timers/promises';

/** Milliseconds of work in one turn: the gate answers from the same thread, within 5. */
const length = 1;

/** Divides long work into turns, between which others work. */
export class Turn {
  #until = performance.now() + length;

  get isOver(): boolean {
    return performance.now() >= this.#until;
  }

  async next(): Promise<void> {
    await pause();
    this.#until = performance.now() + length;
  }
}
