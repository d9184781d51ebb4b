import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isInShare } from '../../../shared/policy/share.ts';

const ids = Array.from({ length: 10_000 }, (_, index) => `ws_${index.toString(36).padStart(22, 'a')}`);

it('a larger share contains every smaller one', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(1_000), fc.integer({ min: 1, max: 99 }), (id, version, share) => {
      expect(!isInShare(id, version, share) || isInShare(id, version, share + 1)).toBe(true);
      expect(isInShare(id, version, 100)).toBe(true);
    }),
  );
});

it.each([1, 5, 10, 50])('%s percent are about so many', (share) => {
  const count = ids.filter((id) => isInShare(id, 7, share)).length;
  expect(Math.abs(count - share * 100)).toBeLessThan(150);
});

it('another version picks others', () => {
  const first = ids.filter((id) => isInShare(id, 1, 10));
  const both = first.filter((id) => isInShare(id, 2, 10));
  expect(both.length).toBeLessThan(first.length / 4);
});
