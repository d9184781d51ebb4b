import { Badge, Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { keys } from '../../keys.ts';
import { useVoice } from '../../parts/speech.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { sayBrowser } from './browser-words.ts';

type Session = ReplyOf<typeof consoleRoutes.sessions>['rows'][number];

interface SessionTableProps {
  rows: readonly Session[];
  /** Whose session it is, where the table shows everybody's. */
  withOperator?: boolean;
}

/** Open sessions, each with a way to end it. */
export function SessionTable({ rows, withOperator = false }: SessionTableProps) {
  const words = useVoice().words.signIn.sessions;
  return (
    <div className="panel" style={{ padding: 0 }}>
      <table className="table">
        <thead>
          <tr>
            {withOperator && <th>{words.who}</th>}
            <th>{words.browser}</th>
            <th className="mantine-visible-from-sm">{words.address}</th>
            <th className="mantine-visible-from-sm" style={{ width: 140 }}>
              {words.signedIn}
            </th>
            <th className="mantine-visible-from-xs" style={{ width: 140 }}>
              {words.lastUsed}
            </th>
            <th>
              <span className="unseen">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((session) => (
            <Row key={session.id} session={session} withOperator={withOperator} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ session, withOperator }: { session: Session; withOperator: boolean }) {
  const { id, operator, browser, address, startedAt, lastSeenAt, current } = session;
  const voice = useVoice();
  const toast = useToast();
  const words = voice.words.signIn.sessions;
  const client = useQueryClient();
  const end = useCall(consoleRoutes.endSession, [keys.sessions]);
  const onSuccess = () => {
    toast.done(words.ended);
    // Ending the session of this very page makes its next question the last one.
    if (current) void client.invalidateQueries({ queryKey: keys.session });
  };
  return (
    <tr>
      {withOperator && (
        <td>
          <Text size="sm" fw={600}>
            {operator}
          </Text>
        </td>
      )}
      <td>
        <Text size="sm" title={browser}>
          {sayBrowser(browser, voice)}
        </Text>
        {current && (
          <Badge variant="outline" size="sm" mt={4}>
            {words.thisOne}
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
          onClick={() => end.mutate({ params: { id } }, { onSuccess, onError: toast.failed })}
        >
          {words.end}
        </Button>
      </td>
    </tr>
  );
}
