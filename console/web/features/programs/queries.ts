import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

export const programsQuery = queryOptions({
  queryKey: keys.programs,
  queryFn: ({ signal }) => call(consoleRoutes.programs, {}, signal),
});
