import type { PagedRows } from './paged-rows.ts';

/** A row as it is drawn. `left`: it no longer stands in this part of the list and goes as soon as nobody points at it. */
export interface ShownRow<Row> {
  readonly row: Row;
  readonly left: boolean;
}

export interface SettledRows<Row> {
  readonly shown: PagedRows<ShownRow<Row>>;
  /** The rows in their places, for the next look. */
  readonly kept: PagedRows<Row>;
  /** Whether rows would move, come or go if nobody pointed at the list. */
  readonly isWaiting: boolean;
}

/**
 * Keeps rows where they are while a person is pointing at the list: their contents change in place, but nothing moves,
 * appears or disappears, so that nobody acts on the wrong workstation. `before`: the rows in their places until now;
 * undefined while nobody points at them.
 */
export function settle<Row>(
  before: PagedRows<Row> | undefined,
  now: PagedRows<Row>,
  idOf: (row: Row) => string,
): SettledRows<Row> {
  if (!before) return { shown: mapRows(now, (row) => ({ row, left: false })), kept: now, isWaiting: false };
  const current = new Map([...now.pages.values()].flatMap((rows) => rows.map((row) => [idOf(row), row] as const)));
  const kept = { ...before, pages: new Map([...now.pages, ...before.pages]) };
  const shown = mapRows(kept, (row) => ({ row: current.get(idOf(row)) ?? row, left: !current.has(idOf(row)) }));
  const hasMoved = [...now.pages].some(([page, rows]) =>
    kept.pages.get(page)?.some((row, index) => idOf(row) !== (rows[index] && idOf(rows[index]))),
  );
  return { shown, kept, isWaiting: hasMoved || before.total !== now.total };
}

function mapRows<Row, Other>(list: PagedRows<Row>, change: (row: Row) => Other): PagedRows<Other> {
  return { ...list, pages: new Map([...list.pages].map(([page, rows]) => [page, rows.map(change)])) };
}
