import { useDebouncedValue } from '@mantine/hooks';
import { type QueryKey, useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { type PagedRows, pagesOf } from './paged-rows.ts';

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** How one page is read, and how often it is read again by itself. */
export interface PageQuery<Reply> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Reply>;
  /** Milliseconds. */
  readonly refetchInterval: number;
}

interface PagedOptions<Reply> {
  /** What the list is of: its filter and its order, in one word. */
  readonly of: string;
  /** Rows on one page. */
  readonly size: number;
  readonly query: (page: number) => PageQuery<Reply>;
}

/** Milliseconds in which the list has to stand still before its rows are read: who drags the bar wants none of them. */
const calmAfter = 120;

/** Reads the pages of a long list that are in sight, and keeps them current. */
export function usePagedRows<Row, Reply extends Page<Row>>({ of, size, query }: PagedOptions<Reply>) {
  const [sight, setSight] = useState({ of, pages: '0' });
  const inSight = sight.of === of ? sight.pages : '0';
  const [calm] = useDebouncedValue(inSight, calmAfter);
  const wanted = numbersIn(inSight);
  const read = [...new Set([0, ...numbersIn(calm)])].filter((page) => wanted.includes(page));
  // The first page stays at hand, since whoever comes back needs the length of the list at once.
  const known = [...new Set([0, ...wanted])];
  const results = useQueries({
    queries: known.map((page) => ({ ...query(page), enabled: read.includes(page) })),
  });
  const replies = results.flatMap(({ data, dataUpdatedAt }) => (data ? [{ data, dataUpdatedAt }] : []));
  const latest = replies.reduce<(typeof replies)[number] | undefined>(
    (newest, one) => (newest && newest.dataUpdatedAt >= one.dataUpdatedAt ? newest : one),
    undefined,
  )?.data;
  const pages = new Map(
    known.flatMap((page, index): [number, readonly Row[]][] => {
      const data = results[index]?.data;
      return data && wanted.includes(page) ? [[page, data.rows]] : [];
    }),
  );
  const before = useRef<{ of: string; reply: Reply; rows: PagedRows<Row> }>(undefined);
  const now = latest && { of, reply: latest, rows: { total: latest.total, size, pages } };
  if (now) before.current = now;
  const see = useCallback(
    (first: number, last: number) => {
      const seen = pagesOf(first, last, size).join(' ');
      setSight((told) => (told.of === of && told.pages === seen ? told : { of, pages: seen }));
    },
    [of, size],
  );
  return {
    /** The newest reply and the rows read so far; of the list before while nothing is known of this one. */
    list: now ?? before.current,
    isOfBefore: now === undefined,
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => void Promise.all(results.map(({ refetch }) => refetch())),
    /** Tells which rows are in sight. */
    see,
  };
}

function numbersIn(text: string): number[] {
  return text.split(' ').map(Number);
}
