import { queryOptions, useQuery } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { SessionTable } from './session-table.tsx';

const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal }) => call(consoleRoutes.sessions, {}, signal),
});

/** Where one is signed in, and a way to end what one does not know. */
export function SessionsPage() {
  const { data, error, refetch } = useQuery(sessionsQuery);
  const words = useVoice().words.signIn.sessions;
  const retry = () => void refetch();
  return (
    <Page title={words.title} about={words.about}>
      {data && <Outdated error={error} retry={retry} />}
      {data && <SessionTable rows={data.rows} />}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={3} />}
    </Page>
  );
}
