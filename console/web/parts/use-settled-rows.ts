import { useEffect, useRef } from 'react';
import type { PagedRows } from './paged-rows.ts';
import { settle } from './settle.ts';

interface SettledOptions<Row> {
  /** Whether a person points at the list. */
  readonly isHeld: boolean;
  /** What the list is of: in another list nothing stays where it was. */
  readonly of: string;
  readonly idOf: (row: Row) => string;
}

/** The rows to draw, each in its place while a person points at them. */
export function useSettledRows<Row>(rows: PagedRows<Row>, { isHeld, of, idOf }: SettledOptions<Row>) {
  const before = useRef<{ of: string; rows: PagedRows<Row> }>(undefined);
  const kept = before.current?.of === of && isHeld ? before.current.rows : undefined;
  const settled = settle(kept, rows, idOf);
  useEffect(() => {
    before.current = { of, rows: settled.kept };
  });
  return settled;
}
