import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';

/** One's own ways to sign in. */
export const accountQuery = queryOptions({
  queryKey: keys.account,
  queryFn: ({ signal }) => call(consoleRoutes.account, {}, signal),
});
