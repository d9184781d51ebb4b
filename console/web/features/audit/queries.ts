import { infiniteQueryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

export const auditQuery = infiniteQueryOptions({
  queryKey: keys.audit,
  queryFn: ({ pageParam, signal }) => call(consoleRoutes.audit, { query: { before: pageParam, limit: 50 } }, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
});
