import { queryOptions } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call, rememberCsrf } from '../../api.ts';
import { keys } from '../../keys.ts';

/** Who is signed in. Refused with `not-signed-in` when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async ({ signal }) => {
    const session = await call(consoleRoutes.session, {}, signal);
    rememberCsrf(session.csrf);
    return session;
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});
