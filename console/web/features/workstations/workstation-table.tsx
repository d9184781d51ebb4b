import { Button } from '@mantine/core';
import { IconRefreshDot } from '@tabler/icons-react';
import type { WorkstationRow as Row } from '../../../../shared/protocol/views.ts';
import { step, stepByArrow } from '../../parts/row-steps.ts';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { useSettledRows } from './use-settled-rows.ts';
import { WorkstationRow } from './workstation-row.tsx';
import classes from './workstation-table.module.css';

/** The list itself. Rows are drawn anew as events come in, and move only while nobody points at them. */
export function WorkstationTable({ rows, stale }: { rows: readonly Row[]; stale: boolean }) {
  const { shown, isWaiting, release, listeners } = useSettledRows(rows);
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="panel" style={{ padding: 0 }} {...listeners}>
      {isWaiting && (
        <div className={classes['waiting']}>
          <Button
            size="compact-sm"
            variant="filled"
            leftSection={<IconRefreshDot size={16} aria-hidden />}
            onClick={release}
          >
            The order has changed – show it
          </Button>
        </div>
      )}
      <table className="table" data-stale={stale || undefined}>
        <caption className="unseen">Workstations, those that cannot work first</caption>
        <thead>
          <tr>
            <th style={{ width: 150 }}>Access</th>
            <th className={classes['who']}>Person and PC</th>
            <th className="mantine-visible-from-sm">Why</th>
            <th className="mantine-visible-from-md" style={{ width: 120 }}>
              Since
            </th>
            <th className="mantine-visible-from-md" style={{ width: 170 }}>
              Locks at
            </th>
            <th className="mantine-visible-from-lg" style={{ width: 140 }}>
              Last contact
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={stepByArrow}>
          {shown.map(({ row, left }) => (
            <WorkstationRow key={row.id} row={row} left={left} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
