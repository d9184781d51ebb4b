import { useEffect, useRef, useState } from 'react';
import type { WorkstationRow } from '../../../../shared/protocol/views.ts';
import { type SettledRows, type ShownRow, settle } from './settle.ts';

/** Milliseconds after the last movement until the list counts as left alone. */
const holdFor = 4_000;

/** The rows to draw, still while a person moves the pointer or types in the list. `listeners` go on the list. */
export function useSettledRows(rows: readonly WorkstationRow[]): SettledRows & {
  release: () => void;
  listeners: { onPointerMove: () => void; onKeyDown: () => void; onPointerLeave: () => void };
} {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const before = useRef<readonly ShownRow[]>([]);
  const release = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  const hold = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(release, holdFor);
    setHeld(true);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const settled = settle(before.current, rows, isHeld);
  useEffect(() => {
    before.current = settled.shown;
  });
  return { ...settled, release, listeners: { onPointerMove: hold, onKeyDown: hold, onPointerLeave: release } };
}
