import type { CheckId } from '../../../shared/checks/index.ts';

/** Something on the machine changed, so these facts have to be read again. */
export interface WatchEvent {
  readonly checks: readonly CheckId[];
  readonly because: 'programs' | 'network' | 'packages' | 'settings';
}

/** One source of events. It runs from the moment it is made. */
export interface Watch {
  close(): void;
}
