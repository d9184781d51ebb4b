import { Button, useMatches } from '@mantine/core';
import { IconRefreshDot } from '@tabler/icons-react';
import type { WorkstationRow as Row } from '../../../../shared/protocol/views.ts';
import { type PagedRows, rowAt } from '../../parts/paged-rows.ts';
import { step, stepByArrow } from '../../parts/row-steps.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useHold } from '../../parts/use-hold.ts';
import { useSettledRows } from '../../parts/use-settled-rows.ts';
import { RowToCome, VirtualRows } from '../../parts/virtual-rows.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import type { ListSearch } from './list-search.ts';
import { SortHeader } from './sort-header.tsx';
import { WorkstationRow } from './workstation-row.tsx';
import classes from './workstation-table.module.css';

interface WorkstationTableProps {
  search: ListSearch;
  /** What the rows are of. */
  of: string;
  rows: PagedRows<Row>;
  /** They are of another list, until those of this one are here. */
  stale: boolean;
  onSight: (first: number, last: number) => void;
}

/** In rem, on narrow and on wide screens; the style sheet says the same. */
const heights = { base: 7.5, sm: 3.75 };
const idOf = ({ id }: Row) => id;

/** The list itself. Rows are drawn anew as events come in, and move only while nobody points at them. */
export function WorkstationTable({ search, of, rows, stale, onSight }: WorkstationTableProps) {
  const { isHeld, release, listeners } = useHold();
  const { shown, isWaiting } = useSettledRows(rows, { isHeld, of, idOf });
  const height = useMatches(heights, { getInitialValueInEffect: false });
  const { list } = useVoice().words;
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  return (
    <div className={`panel ${classes['panel']}`}>
      {isWaiting && (
        <div className={classes['waiting']}>
          <Button size="compact-sm" leftSection={<IconRefreshDot size={16} aria-hidden />} onClick={release}>
            {list.order.changed}
          </Button>
        </div>
      )}
      <table
        className={`table ${classes['table']}`}
        data-stale={stale || undefined}
        aria-rowcount={shown.total + 1}
        {...listeners}
        onKeyDown={(event) => {
          listeners.onKeyDown();
          stepByArrow(event);
        }}
      >
        <caption className="unseen">{list.caption}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <SortHeader search={search} by={['access']} className={classes['access']} />
            <SortHeader search={search} by={['person', 'pc']} className={classes['who']} />
            <th className="mantine-visible-from-sm">{list.columns.why}</th>
            <SortHeader search={search} by={['program']} className={`mantine-visible-from-xl ${classes['program']}`} />
            <SortHeader
              search={search}
              by={['since', 'locks-at']}
              className={`mantine-visible-from-md ${classes['since']}`}
            />
            <SortHeader
              search={search}
              by={['system', 'agent']}
              className={`mantine-visible-from-lg ${classes['system']}`}
            />
            <SortHeader search={search} by={['contact']} className={`mantine-visible-from-lg ${classes['contact']}`} />
          </tr>
        </thead>
        <VirtualRows
          onSight={onSight}
          count={shown.total}
          rowHeight={height}
          before={1}
          idAt={(index) => rowAt(shown, index)?.row.id}
        >
          {(place, index) => {
            const one = rowAt(shown, index);
            if (!one) return <RowToCome place={place} height={height} />;
            return <WorkstationRow place={place} {...one} />;
          }}
        </VirtualRows>
      </table>
    </div>
  );
}
