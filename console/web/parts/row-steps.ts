import type { KeyboardEvent } from 'react';

/** Moves the focus by the arrow keys, in a list whose rows carry `data-row-link`. */
export function stepByArrow(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  step(by);
}

/** Moves the focus from row to row; from anywhere else to the first one. */
export function step(by: 1 | -1): void {
  const links = [...document.querySelectorAll('[data-row-link]')];
  const here = document.activeElement ? links.indexOf(document.activeElement) : -1;
  const next = here === -1 ? 0 : Math.min(Math.max(here + by, 0), links.length - 1);
  const link = links[next];
  if (link instanceof HTMLElement) link.focus();
}
