import { Badge, Button, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Page } from '../../parts/page.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { sayBrowser } from './browser-words.ts';

type Session = ReplyOf<typeof consoleRoutes.sessions>['rows'][number];

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
      {data && (
        <div className="panel" style={{ padding: 0 }}>
          <table className="table">
            <thead>
              <tr>
                <th>Browser</th>
                <th className="mantine-visible-from-sm">Address</th>
                <th className="mantine-visible-from-sm" style={{ width: 140 }}>
                  Signed in
                </th>
                <th className="mantine-visible-from-xs" style={{ width: 140 }}>
                  Last used
                </th>
                <th>
                  <span className="unseen">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((session) => (
                <Row key={session.id} session={session} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={3} />}
    </Page>
  );
}

function Row({ session: { id, browser, address, startedAt, lastSeenAt, current } }: { session: Session }) {
  const client = useQueryClient();
  const end = useCall(consoleRoutes.endSession, [keys.sessions]);
  const onSuccess = () => {
    toastDone('The session is ended.');
    // Ending the session of this very page makes its next question the last one.
    if (current) void client.invalidateQueries({ queryKey: keys.session });
  };
  return (
    <tr>
      <td>
        <Text size="sm" title={browser}>
          {sayBrowser(browser)}
        </Text>
        {current && (
          <Badge variant="outline" size="sm" mt={4}>
            This one
          </Badge>
        )}
      </td>
      <td className="mantine-visible-from-sm">
        <Text size="sm">{address}</Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Text size="sm" component="div">
          <At at={startedAt} />
        </Text>
      </td>
      <td className="mantine-visible-from-xs">
        <Text size="sm" component="div">
          <Ago at={lastSeenAt} />
        </Text>
      </td>
      <td style={{ textAlign: 'right' }}>
        <Button
          size="compact-sm"
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate({ params: { id } }, { onSuccess, onError: toastFailed })}
        >
          End
        </Button>
      </td>
    </tr>
  );
}
