import { infiniteQueryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { AuditFilter } from '../../../../shared/protocol/oversight-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

/** What of the audit is asked for; an empty value counts as none. */
export interface AuditSearch {
  readonly search?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  /** Days, `2026-11-24`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The same as the console is asked for it, by the page and by the export. */
export function filterOf({ search, actor, action, target, from, to }: AuditSearch): AuditFilter {
  return {
    ...{ search: search || undefined, actor: actor || undefined },
    ...{ action: action || undefined, target: target || undefined },
    from: dayStart(from, 0),
    // The last day belongs to the period.
    to: dayStart(to, 1),
  };
}

export function auditQuery(search: AuditSearch) {
  const filter = filterOf(search);
  return infiniteQueryOptions({
    queryKey: [...keys.audit, filter],
    queryFn: ({ pageParam, signal }) =>
      call(consoleRoutes.audit, { query: { ...filter, limit: 50, before: pageParam } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
    placeholderData: (before) => before,
  });
}

/** Midnight of the reader's own time zone, so many days later; undefined where there is no day. */
export function dayStart(day: string | undefined, later: number): string | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '');
  if (!match) return undefined;
  const [, year, month, date] = match.map(Number);
  return new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later).toISOString();
}
