import type { WorkstationRow } from '../../../../shared/protocol/views.ts';

/** A row as it is drawn. `left`: it no longer belongs to the list and goes as soon as nobody points at it. */
export interface ShownRow {
  row: WorkstationRow;
  left: boolean;
}

export interface SettledRows {
  shown: ShownRow[];
  /** Whether rows would move, come or go if nobody pointed at the list. */
  isWaiting: boolean;
}

/**
 * Keeps rows where they are while a person is pointing at the list: their contents change in place, but nothing moves,
 * appears or disappears, so that nobody acts on the wrong workstation.
 */
export function settle(before: readonly ShownRow[], rows: readonly WorkstationRow[], isHeld: boolean): SettledRows {
  if (!isHeld || before.length === 0) return { shown: rows.map((row) => ({ row, left: false })), isWaiting: false };
  const current = new Map(rows.map((row) => [row.id, row]));
  const shown = before.map(({ row }) => ({ row: current.get(row.id) ?? row, left: !current.has(row.id) }));
  const isWaiting = shown.length !== rows.length || shown.some(({ row }, index) => row.id !== rows[index]?.id);
  return { shown, isWaiting };
}
