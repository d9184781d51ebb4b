import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { TriageSection } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import type { PageQuery } from '../../parts/use-paged-rows.ts';
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

/** Workstations of a group on one page. */
export const pageSize = 100;

export type GroupPage = ReplyOf<typeof consoleRoutes.triageRows>;

export interface GroupTarget {
  readonly section: TriageSection;
  /** Key of the group. */
  readonly group: string;
}

/** One page of the workstations of a group. */
export function groupQuery(search: TriageSearch, target: GroupTarget, page: number): PageQuery<GroupPage> {
  const query = { ...search, ...target, limit: pageSize, offset: page * pageSize };
  return {
    queryKey: [...keys.triage, target.section, target.group, search, page],
    queryFn: ({ signal }) => call(consoleRoutes.triageRows, { query }, signal),
    refetchInterval: 60_000,
  };
}
