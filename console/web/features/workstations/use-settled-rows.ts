import { useEffect, useRef } from 'react';
import type { WorkstationRow } from '../../../../shared/protocol/views.ts';
import { useHold } from '../../parts/use-hold.ts';
import { type ShownRow, settle } from './settle.ts';

/** The rows to draw, still while a person moves the pointer or types in the list. `listeners` go on the list. */
export function useSettledRows(rows: readonly WorkstationRow[]) {
  const { isHeld, release, listeners } = useHold();
  const before = useRef<readonly ShownRow[]>([]);
  const settled = settle(before.current, rows, isHeld);
  useEffect(() => {
    before.current = settled.shown;
  });
  return { ...settled, release, listeners };
}
