import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CodeMissing, fetchCode, fetchPatiently } from '../../console/web/code.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Code that comes at the attempt of that number. */
function comesAt(number: number) {
  let attempts = 0;
  return () => {
    attempts += 1;
    return attempts < number ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ attempts });
  };
}

describe('code that is fetched when it is first needed', () => {
  it('of a screen: says that it is missing', async () => {
    await expect(fetchCode(comesAt(2))()).rejects.toThrow(CodeMissing);
  });

  it('of the frame: comes as soon as the console is back, and takes nothing away until then', async () => {
    const coming = fetchPatiently(comesAt(6))();
    await vi.advanceTimersByTimeAsync(1_000 + 2_000 + 4_000 + 8_000 + 15_000);
    await expect(coming).resolves.toEqual({ attempts: 6 });
  });
});
