import type { KeyboardEvent } from 'react';

/** Moves the focus by the arrow keys, in a list whose rows carry `data-row-link`. */
export function stepByArrow(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  step(by);
}

/** Moves the focus from row to row; from anywhere else to the first one in sight. */
export function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-row-link]')];
  const focused = document.activeElement;
  const here = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
  const next = here === -1 ? firstInSight(links) : Math.min(Math.max(here + by, 0), links.length - 1);
  const link = links[next];
  link?.focus({ preventScroll: true });
  // The whole row, and no further than it takes: the rows around it stay where the eye has them.
  (link?.closest('tr') ?? link)?.scrollIntoView({ block: 'nearest' });
}

function firstInSight(links: readonly HTMLElement[]): number {
  const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return Math.max(
    links.findIndex((link) => link.getBoundingClientRect().top >= covered),
    0,
  );
}
