import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { rememberCsrf } from '../../api.ts';
import { keys } from '../../keys.ts';

/** Takes over a new session and goes to where the person wanted to be; only addresses of this console count. */
export function useSignedIn() {
  const client = useQueryClient();
  const router = useRouter();
  return (session: ReplyOf<typeof consoleRoutes.session>, to = '/') => {
    rememberCsrf(session.csrf);
    client.setQueryData(keys.session, session);
    router.history.replace(/^\/(?![/\\])/.test(to) ? to : '/');
  };
}
