import type { CannotTell } from '../../../../shared/checks/define.ts';
import type { FactOf } from '../../../../shared/checks/index.ts';

export type Lock = FactOf<'screen-lock'>;

/** Whole seconds in the range of the fact; undefined for what is no time. */
export function seconds(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value) || value < 0) return undefined;
  return Math.min(Math.round(value), 31_536_000);
}

export function unparsable(detail: string): CannotTell {
  return { cannotTell: 'unparsable', detail };
}
