import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

interface VirtualOptions {
  readonly count: number;
  /** Of a row that has not been drawn yet, in rem. */
  readonly rowHeight: number;
}

/** Rows drawn above and below those in sight. */
const overscan = 8;

/** Which rows of a long table are drawn: those in sight, and the one that has the focus. The window scrolls. */
export function useVirtualRows({ count, rowHeight }: VirtualOptions) {
  const top = useRef<HTMLTableRowElement>(null);
  const scrollMargin = useTop(top);
  const focus = useFocusedRow(top);
  const height = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useWindowVirtualizer({
    ...{ count, overscan, scrollMargin },
    estimateSize: () => height,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), focus.index, range),
  });
  useEffect(() => {
    if (height > 0) virtual.measure();
  }, [virtual, height]);
  const rows = virtual.getVirtualItems();
  return {
    /** Goes on the row that stands before all others. */
    top,
    rows: rows.map(({ index, start }, at) => ({ index, gap: start - (rows[at - 1]?.end ?? scrollMargin) })),
    /** Height of what is not drawn behind the last row, in pixels. */
    rest: virtual.getTotalSize() - ((rows.at(-1)?.end ?? scrollMargin) - scrollMargin),
    /** Goes on every row, which carries its number as `data-index`. */
    measure: virtual.measureElement,
    /** Go on the body of the table. */
    listeners: focus.listeners,
    first: virtual.range?.startIndex ?? 0,
    last: virtual.range?.endIndex ?? 0,
  };
}

/** Distance from the top of the document, kept current as the page above grows and shrinks. */
function useTop(ref: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const look = () => {
      if (ref.current) setTop(Math.round(ref.current.getBoundingClientRect().top + window.scrollY));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [ref]);
  return top;
}

/** Remembers which row has the focus, and gives it back when the row is drawn anew. */
function useFocusedRow(top: RefObject<HTMLElement | null>) {
  const [index, setIndex] = useState<number>();
  useEffect(() => {
    if (index === undefined) return;
    const { activeElement, body } = document;
    const here = indexOf(activeElement);
    if (activeElement === body) linkAt(top.current?.parentElement, index)?.focus({ preventScroll: true });
    else if (here !== index && top.current?.parentElement?.contains(activeElement)) setIndex(here);
  });
  return {
    index,
    listeners: {
      onFocus: ({ target }: FocusEvent) => setIndex(indexOf(target)),
      onBlur: () => setIndex(undefined),
    },
  };
}

function indexOf(element: Element | null): number | undefined {
  const index = element?.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? undefined : Number(index);
}

function linkAt(body: Element | null | undefined, index: number): HTMLElement | null | undefined {
  return body?.querySelector<HTMLElement>(`[data-index="${index}"] [data-row-link]`);
}

function withRow(indexes: number[], row: number | undefined, { count }: Range): number[] {
  if (row === undefined || row >= count || indexes.includes(row)) return indexes;
  return [...indexes, row].sort((left, right) => left - right);
}
