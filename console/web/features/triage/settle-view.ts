import type { TriageRow, TriageView } from '../../../../shared/protocol/case-views.ts';

export interface SettledView {
  readonly shown: TriageView;
  /** Whether groups or rows would move, come or go if nobody pointed at them. */
  readonly isWaiting: boolean;
}

/**
 * Keeps groups and rows where they are while a person points at them: what they say changes in place, but nothing
 * moves, so that nobody acts on the wrong workstation.
 */
export function settleView(before: TriageView | undefined, view: TriageView, isHeld: boolean): SettledView {
  if (!isHeld || !before) return { shown: view, isWaiting: false };
  const current = new Map(rowsOf(view).map((row) => [row.workstation, row]));
  const sections = before.sections.map((section) => ({
    ...section,
    groups: section.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => current.get(row.workstation) ?? row),
    })),
  }));
  return { shown: { ...view, sections }, isWaiting: shapeOf(before) !== shapeOf(view) };
}

export function rowsOf({ sections }: TriageView): TriageRow[] {
  return sections.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));
}

function shapeOf({ sections }: TriageView): string {
  const shapes = sections.map(({ section, groups }) => [
    section,
    groups.map(({ key, workstations, rows }) => [key, workstations, rows.map(({ workstation }) => workstation)]),
  ]);
  return JSON.stringify(shapes);
}
