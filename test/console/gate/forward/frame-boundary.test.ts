import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeFrame, FrameBoundary } from '../../../../console/server/gate/forward/frame-boundary.ts';

function frame(payload: number, masked: boolean): Buffer {
  const mask = masked ? 0x80 : 0;
  const header =
    payload < 126
      ? Buffer.from([0x82, mask | payload])
      : payload < 65_536
        ? Buffer.from([0x82, mask | 126, payload >> 8, payload & 0xff])
        : Buffer.from([0x82, mask | 127, 0, 0, 0, 0, 0, payload >> 16, (payload >> 8) & 0xff, payload & 0xff]);
  // A payload full of what looks like frame headers must not be taken for any.
  return Buffer.concat([header, Buffer.alloc(masked ? 4 : 0), Buffer.alloc(payload, 0x82)]);
}

const frames = fc.array(fc.tuple(fc.oneof(fc.nat(130), fc.constantFrom(125, 126, 127, 65_535, 65_536)), fc.boolean()), {
  minLength: 1,
  maxLength: 6,
});

test('the boundary is clear exactly where a frame ends, however the bytes arrive', () => {
  fc.assert(
    fc.property(frames, fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1 }), (list, pieces) => {
      const buffers = list.map(([payload, masked]) => frame(payload, masked));
      const all = Buffer.concat(buffers);
      const ends = new Set(buffers.map((_one, index) => Buffer.concat(buffers.slice(0, index + 1)).length));
      const boundary = new FrameBoundary();
      for (let at = 0, turn = 0; at < all.length; turn += 1) {
        const next = Math.min(all.length, at + (pieces[turn % pieces.length] ?? 1));
        boundary.push(all.subarray(at, next));
        at = next;
        expect(boundary.isClear).toBe(ends.has(at));
      }
    }),
    { numRuns: 200 },
  );
});

test('a fresh connection is at a boundary', () => {
  expect(new FrameBoundary().isClear).toBe(true);
});

test('the close frame says 1008 and why', () => {
  const sent = closeFrame(1008, 'locked');
  expect([...sent.subarray(0, 4), sent.subarray(4).toString()]).toEqual([0x88, 8, 0x03, 0xf0, 'locked']);
});
