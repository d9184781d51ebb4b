import { setImmediate as pause } from 'node:timers/promises';

/** Lets others work whenever so many things were looked at: the gate answers from the same thread. */
export type Rest = (looks?: number) => Promise<void>;

export function restEvery(stride: number): Rest {
  let left = stride;
  return async (looks = 1) => {
    left -= looks;
    if (left > 0) return;
    left = stride;
    await pause();
  };
}
