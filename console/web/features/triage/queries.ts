import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TriageSection } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import type { TriageSearch } from './triage-search.ts';

export function triageQuery(search: TriageSearch) {
  return queryOptions({
    queryKey: [...keys.triage, search],
    queryFn: ({ signal }) => call(consoleRoutes.triage, { query: search }, signal),
    placeholderData: keepPreviousData,
    // Shifts begin without an event.
    refetchInterval: 60_000,
  });
}

/** Names of operators who may take care of somebody. */
export const assigneesQuery = queryOptions({
  queryKey: ['assignees'],
  queryFn: ({ signal }) => call(consoleRoutes.assignees, {}, signal),
  select: ({ rows }) => rows.map(({ name }) => name),
  staleTime: 300_000,
});

const pageSize = 100;

/** The workstations of one group, page by page. */
export function groupQuery(search: TriageSearch, section: TriageSection, group: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.triage, section, group, search],
    queryFn: ({ pageParam, signal }) =>
      call(
        consoleRoutes.triageRows,
        { query: { ...search, section, group, limit: pageSize, offset: pageParam } },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ rows, total }, _pages, offset) =>
      offset + rows.length < total && rows.length > 0 ? offset + rows.length : undefined,
  });
}
