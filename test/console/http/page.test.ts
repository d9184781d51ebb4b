import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstOf, pageOf, sortInTurns } from '../../../console/server/http/page.ts';

const byNumber = (left: number, right: number) => left - right;

describe('a page of a list', () => {
  it.each([
    ['the first one', { offset: 0, limit: 2 }, [1, 2]],
    ['one in the middle', { offset: 2, limit: 2 }, [2, 3]],
    ['the last one, which is not full', { offset: 4, limit: 10 }, [5]],
    ['one behind the end', { offset: 5, limit: 2 }, []],
  ])('%s', (_what, page, expected) => {
    expect(pageOf([5, 2, 3, 1, 2], byNumber, page)).toEqual(expected);
  });

  it('is the same as that of the sorted list, whatever is in it', () => {
    const items = fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 200 });
    fc.assert(
      fc.property(items, fc.nat(210), fc.nat(210), (all, offset, limit) => {
        const sorted = all.toSorted(byNumber).slice(offset, offset + limit);
        expect(pageOf([...all], byNumber, { offset, limit })).toEqual(sorted);
      }),
    );
  });

  it('is the same where only the first pages are kept while the items come', () => {
    const items = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1_000, maxLength: 6_000 });
    fc.assert(
      fc.property(items, fc.nat(300), fc.nat(100), (all, offset, limit) => {
        const first = new FirstOf<number>(byNumber, { offset, limit });
        for (const item of all) first.add(item);
        expect(first.page()).toEqual(all.toSorted(byNumber).slice(offset, offset + limit));
        expect(first.size).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a long list in order', () => {
  it('is sorted as any other, with equals as they came', async () => {
    const items = fc.array(fc.record({ key: fc.integer({ min: -50, max: 50 }) }), { maxLength: 3_000 });
    await fc.assert(
      fc.asyncProperty(items, async (all) => {
        const byKey = (left: { key: number }, right: { key: number }) => left.key - right.key;
        const sorted = await sortInTurns(all, byKey);
        const expected = all.toSorted(byKey);
        expect(sorted.length).toBe(expected.length);
        expect(sorted.every((item, index) => item === expected[index])).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
