import { queryOptions, useQuery } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Page } from '../../parts/page.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { SessionTable } from './session-table.tsx';

const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => call(consoleRoutes.sessions, {}, signal),
});

/** Where one is signed in, and a way to end what one does not know. */
export function SessionsPage() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const retry = () => void refetch();
  return (
    <Page title="My sessions" about="Every browser in which you are signed in. End one that you do not know.">
      {data && <Outdated error={error} retry={retry} />}
      {data && <SessionTable rows={data.rows} />}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={3} />}
    </Page>
  );
}
