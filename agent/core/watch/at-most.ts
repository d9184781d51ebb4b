import type { Watch } from './event.ts';

/**
 * Calls at once, and then at most once in so many milliseconds: a tunnel that comes up makes dozens of events, and the
 * last of them must not be lost.
 */
export function atMostEvery(milliseconds: number, call: () => void): Watch & { readonly tell: () => void } {
  let resting: NodeJS.Timeout | undefined;
  let isDue = false;

  function rest(): void {
    resting = setTimeout(() => {
      resting = undefined;
      if (isDue) tell();
    }, milliseconds);
  }

  function tell(): void {
    isDue = resting !== undefined;
    if (isDue) return;
    rest();
    call();
  }

  return { tell, close: () => clearTimeout(resting) };
}
