import { describe, expect, it } from 'vitest';
import { settle } from '../../../../console/web/features/workstations/settle.ts';
import { row } from '../../rows.ts';

const [a, b, c] = [row('a'), row('b'), row('c')];
const drawn = settle([], [a, b], false).shown;
const names = (rows: { row: { id: string }; left: boolean }[]) =>
  rows.map((one) => (one.left ? `(${one.row.id})` : one.row.id));

describe('the order of the list', () => {
  it.each([
    ['follows the console while nobody points at it', [b, a], false, ['b', 'a'], false],
    ['stays while somebody points at it', [b, a], true, ['a', 'b'], true],
    ['keeps newcomers back', [c, a, b], true, ['a', 'b'], true],
    ['keeps a row that left, and marks it', [b], true, ['(a)', 'b'], true],
    ['waits for nothing when nothing moved', [a, b], true, ['a', 'b'], false],
  ])('%s', (_what, rows, isHeld, shown, isWaiting) => {
    const settled = settle(drawn, rows, isHeld);
    expect([names(settled.shown), settled.isWaiting]).toEqual([shown, isWaiting]);
  });

  it('shows new contents in the old place', () => {
    const locked = row('a', { access: 'locked' });
    expect(settle(drawn, [b, locked], true).shown[0]).toEqual({ row: locked, left: false });
  });

  it('draws the first rows even under a resting pointer', () => {
    expect(names(settle([], [a], true).shown)).toEqual(['a']);
  });
});
