import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

/** Which transitions are asked about: a failure until its lock, or a fix until the access is back. */
export type Speed = 'lock' | 'fix';

export function latenciesQuery(of: Speed, program: string | undefined) {
  return queryOptions({
    queryKey: [...keys.overview, 'latencies', of, program],
    queryFn: ({ signal }) => call(consoleRoutes.latencies, { query: { of, program } }, signal),
  });
}

export function overviewQuery(program: string | undefined) {
  return queryOptions({
    queryKey: [...keys.overview, program],
    queryFn: ({ signal }) => call(consoleRoutes.overview, { query: { program } }, signal),
    refetchInterval: 60_000,
  });
}
