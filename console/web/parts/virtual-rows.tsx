import { Fragment, type ReactNode, type Ref, useEffect, useMemo } from 'react';
import { useVoice } from './speech.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';
import classes from './virtual-rows.module.css';

/** What the row of a long table carries, so that its height and its place are known. */
export interface RowPlace {
  readonly ref: Ref<HTMLTableRowElement>;
  readonly 'data-index': number;
  readonly 'aria-rowindex': number;
}

interface VirtualRowsProps {
  count: number;
  /** Of a row that has not been drawn yet, in rem. */
  rowHeight: number;
  /** Rows of the table before the first of these. */
  before: number;
  /** Names the row at a place, which it then takes along when it moves; undefined while it has not been read. */
  idAt: (index: number) => string | undefined;
  /** Hears which rows are in sight. */
  onSight: (first: number, last: number) => void;
  /** Draws a row. */
  children: (place: RowPlace, index: number) => ReactNode;
}

/** Rows of a long table of which only those in sight are drawn. They stand in a `<tbody>` that has `listeners`. */
export function VirtualRows({ count, rowHeight, before, idAt, onSight, children }: VirtualRowsProps) {
  const { top, rows, rest, measure, first, last, listeners } = useVirtualRows({ count, rowHeight });
  useEffect(() => onSight(first, last), [onSight, first, last]);
  const placeOf = useMemo(() => createPlaces(measure, before), [measure, before]);
  // While rows move between two pages, one of them may stand on both.
  const drawn = new Set<string>();
  const keyOf = (index: number) => {
    const id = idAt(index);
    if (id === undefined || drawn.has(id)) return index;
    drawn.add(id);
    return id;
  };
  return (
    <tbody {...listeners} className={classes['rows']}>
      <Gap height={0} ref={top} />
      {rows.map(({ index, gap }) => (
        <Fragment key={keyOf(index)}>
          {gap > 0 && <Gap height={gap} />}
          {children(placeOf(index), index)}
        </Fragment>
      ))}
      <Gap height={rest} />
    </tbody>
  );
}

/** The same object for the same place, so that a row is drawn anew only when something about it changed. */
function createPlaces(ref: RowPlace['ref'], before: number): (index: number) => RowPlace {
  const places = new Map<number, RowPlace>();
  return (index) => {
    const known = places.get(index);
    if (known) return known;
    const place = { ref, 'data-index': index, 'aria-rowindex': before + index + 1 };
    places.set(index, place);
    return place;
  };
}

interface GapProps {
  height: number;
  ref?: Ref<HTMLTableRowElement>;
}

/** Stands for the rows that are not drawn. */
function Gap({ height, ref }: GapProps) {
  return (
    <tr ref={ref} aria-hidden className={classes['gap']}>
      <td style={{ height }} />
    </tr>
  );
}

/** In the place of a row that has not been read yet. */
export function RowToCome({ place, height }: { place: RowPlace; height: number }) {
  const { loading } = useVoice().words.frame;
  return (
    <tr {...place} className={classes['toCome']} style={{ height: `${height}rem` }}>
      <td>
        <span className={classes['bar']} data-row-link tabIndex={-1}>
          <span className="unseen">{loading}</span>
        </span>
      </td>
    </tr>
  );
}
