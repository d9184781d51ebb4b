/** A long list of which only some pages have been read. Rows are counted from 0 over all of it. */
export interface PagedRows<Row> {
  readonly total: number;
  readonly size: number;
  /** By the number of the page. */
  readonly pages: ReadonlyMap<number, readonly Row[]>;
}

/** The row at a place; undefined while its page has not been read. */
export function rowAt<Row>({ size, pages }: PagedRows<Row>, index: number): Row | undefined {
  return pages.get(Math.floor(index / size))?.[index % size];
}

/** Pages in which the rows from one place to another stand. */
export function pagesOf(first: number, last: number, size: number): number[] {
  const from = Math.floor(first / size);
  return Array.from({ length: Math.floor(last / size) - from + 1 }, (_page, index) => from + index);
}
