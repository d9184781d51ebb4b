import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import type { PeopleSearch } from './people-search.ts';

export const pageSize = 50;

export function peopleQuery({ page = 1, ...filter }: PeopleSearch) {
  const query = { ...filter, limit: pageSize, offset: (page - 1) * pageSize };
  return queryOptions({
    queryKey: [...keys.people, query],
    queryFn: ({ signal }) => call(consoleRoutes.people, { query }, signal),
    placeholderData: keepPreviousData,
  });
}

export const groupsQuery = queryOptions({
  queryKey: keys.groups,
  queryFn: ({ signal }) => call(consoleRoutes.groups, {}, signal),
});

/** What has to be read again after people or their groups have changed. */
export const peopleKeys = [keys.people, keys.groups, keys.facets, keys.triage, keys.audit];

export const feedsQuery = queryOptions({
  queryKey: keys.feeds,
  queryFn: ({ signal }) => call(consoleRoutes.feeds, {}, signal),
});
