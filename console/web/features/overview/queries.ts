import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Facet } from '../../../../shared/protocol/oversight-views.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

export function overviewQuery(program: string | undefined) {
  return queryOptions({
    queryKey: [...keys.overview, program],
    queryFn: ({ signal }) => call(consoleRoutes.overview, { query: { program } }, signal),
    refetchInterval: 60_000,
  });
}

export interface Behind {
  readonly program: string | undefined;
  readonly facet: Facet;
  readonly value: string;
  readonly offset: number;
}

export const rowsPerPage = 100;

export function behindQuery({ program, facet, value, offset }: Behind) {
  return queryOptions({
    queryKey: [...keys.overview, 'list', program, facet, value, offset],
    queryFn: ({ signal }) =>
      call(consoleRoutes.overviewList, { query: { program, facet, value, offset, limit: rowsPerPage } }, signal),
  });
}
