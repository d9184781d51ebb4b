import { describe, expect, it } from 'vitest';
import { type PagedRows, pagesOf, rowAt } from '../../../console/web/parts/paged-rows.ts';
import { type ShownRow, settle } from '../../../console/web/parts/settle.ts';
import { row } from '../rows.ts';

type Row = ReturnType<typeof row>;
const size = 2;

/** A list of which some pages have been read, each written as the ids in it. */
function pages(total: number, read: Record<number, string[]>, change: (id: string) => Row = row): PagedRows<Row> {
  return { total, size, pages: new Map(Object.entries(read).map(([page, ids]) => [Number(page), ids.map(change)])) };
}

const idOf = ({ id }: Row) => id;
const drawn = pages(3, { 0: ['a', 'b'], 1: ['c'] });

/** What stands in each place: a row that left in brackets, a dot where nothing has been read. */
const names = (shown: PagedRows<ShownRow<Row>>) =>
  Array.from({ length: shown.total }, (_place, index) => {
    const one = rowAt(shown, index);
    return one ? (one.left ? `(${one.row.id})` : one.row.id) : '.';
  }).join(' ');

describe('the order of the list', () => {
  it.each<[string, PagedRows<Row>, boolean, string, boolean]>([
    ['follows the console while nobody points at it', pages(3, { 0: ['b', 'a'], 1: ['c'] }), false, 'b a c', false],
    ['stays while somebody points at it', pages(3, { 0: ['b', 'a'], 1: ['c'] }), true, 'a b c', true],
    ['keeps newcomers back', pages(4, { 0: ['d', 'a'], 1: ['b', 'c'] }), true, 'a b c', true],
    ['keeps a row that left, and marks it', pages(2, { 0: ['b', 'c'] }), true, '(a) b c', true],
    ['keeps rows whose page is no longer in sight', pages(3, { 1: ['c'] }), true, '(a) (b) c', false],
    ['waits for nothing when nothing moved', drawn, true, 'a b c', false],
  ])('%s', (_what, now, isHeld, shown, isWaiting) => {
    const settled = settle(isHeld ? drawn : undefined, now, idOf);
    expect([names(settled.shown), settled.isWaiting]).toEqual([shown, isWaiting]);
  });

  it('shows new contents in the old place', () => {
    const now = pages(2, { 0: ['b', 'a'] }, (id) => row(id, { access: 'locked' }));
    expect(rowAt(settle(drawn, now, idOf).shown, 0)).toEqual({ row: row('a', { access: 'locked' }), left: false });
  });

  it('takes on a page that is scrolled to meanwhile, and then keeps that in its place too', () => {
    const first = settle(pages(4, { 0: ['a', 'b'] }), pages(4, { 0: ['a', 'b'], 1: ['c', 'd'] }), idOf);
    const then = settle(first.kept, pages(4, { 0: ['a', 'b'], 1: ['d', 'c'] }), idOf);
    expect([names(first.shown), first.isWaiting, names(then.shown), then.isWaiting]).toEqual([
      'a b c d',
      false,
      'a b c d',
      true,
    ]);
  });
});

describe('pages in which rows stand', () => {
  it.each([
    [0, 0, [0]],
    [0, 99, [0]],
    [99, 100, [0, 1]],
    [250, 410, [2, 3, 4]],
  ])('from row %i to row %i', (first, last, expected) => {
    expect(pagesOf(first, last, 100)).toEqual(expected);
  });
});
