import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationList } from '../../../../shared/protocol/workstation-list.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import type { PageQuery } from '../../parts/use-paged-rows.ts';
import type { ListSearch } from './list-search.ts';

/** Workstations on one page of the list. */
export const pageSize = 100;

export function workstationsQuery(search: ListSearch, page: number): PageQuery<WorkstationList> {
  const query = { ...search, limit: pageSize, offset: page * pageSize };
  return {
    queryKey: [...keys.workstations, search, page],
    queryFn: ({ signal }) => call(consoleRoutes.workstations, { query }, signal),
    refetchInterval: 60_000,
  };
}

/** How many workstations each further filter would leave. */
export function facetsQuery({ sort: _sort, direction: _direction, ...filter }: ListSearch) {
  return queryOptions({
    queryKey: [...keys.facets, filter],
    queryFn: ({ signal }) => call(consoleRoutes.facets, { query: filter }, signal),
    refetchInterval: 60_000,
  });
}

export function workstationQuery(id: string) {
  return queryOptions({
    queryKey: keys.workstation(id),
    queryFn: ({ signal }) => call(consoleRoutes.workstation, { params: { id } }, signal),
    // Events tell what changes the access; facts that are only read again come with the next look.
    refetchInterval: 10_000,
  });
}

/** The newest first; each further page starts before the oldest entry known. */
export function timelineQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keys.timeline(id),
    queryFn: ({ pageParam, signal }) =>
      call(consoleRoutes.timeline, { params: { id }, query: { before: pageParam, limit: 30 } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    // Facts that change no access come with no event.
    refetchInterval: 30_000,
  });
}

/** The newest first, as the timeline. */
export function reportsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: keys.reports(id),
    queryFn: ({ pageParam, signal }) =>
      call(consoleRoutes.reports, { params: { id }, query: { before: pageParam, limit: 50 } }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.seq : undefined),
  });
}

/** One report, and the one before it to compare it with. */
export function reportQuery(id: string, seq: number) {
  return queryOptions({
    queryKey: [...keys.reports(id), seq],
    queryFn: ({ signal }) =>
      call(consoleRoutes.reports, { params: { id }, query: { before: seq + 1, limit: 2 } }, signal),
  });
}
