import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

export function overviewQuery(program: string | undefined) {
  return queryOptions({
    queryKey: [...keys.overview, program],
    queryFn: ({ signal }) => call(consoleRoutes.overview, { query: { program } }, signal),
    refetchInterval: 60_000,
  });
}
