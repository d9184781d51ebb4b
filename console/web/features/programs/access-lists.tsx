import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated } from '../../parts/states.tsx';
import { Codes } from './codes-panel.tsx';
import { Queue } from './queue-panel.tsx';
import { RevokedKeys } from './revoked-panel.tsx';

const codesQuery = queryOptions({
  queryKey: keys.codes,
  queryFn: ({ signal }) => call(consoleRoutes.codes, {}, signal),
});
const queueQuery = queryOptions({
  queryKey: keys.queue,
  queryFn: ({ signal }) => call(consoleRoutes.enrolmentQueue, {}, signal),
});

/**
 * Workstations that wait for a decision by IT, codes that still let others in, and keys that let nobody in any more.
 * Nothing while there are none.
 */
export function AccessLists() {
  const codes = useQuery(codesQuery);
  const queue = useQuery(queueQuery);
  const words = useVoice().words.programs;
  return (
    <>
      <Listed list={queue} title={words.queue.title}>
        {(rows) => <Queue rows={rows.filter(({ enrolment }) => enrolment !== 'revoked')} />}
      </Listed>
      <Listed list={codes} title={words.codes.title}>
        {(rows) => <Codes rows={rows} />}
      </Listed>
      {queue.data && <RevokedKeys rows={queue.data.rows.filter(({ enrolment }) => enrolment === 'revoked')} />}
    </>
  );
}

interface ListedProps<Row> {
  list: UseQueryResult<{ rows: Row[] }>;
  title: string;
  children: (rows: Row[]) => ReactNode;
}

/** A list that is not there while it is empty, and says so when that is not known. */
function Listed<Row>({ list: { data, error, refetch }, title, children }: ListedProps<Row>) {
  const retry = () => void refetch();
  if (data)
    return (
      <>
        <Outdated error={error} retry={retry} />
        {children(data.rows)}
      </>
    );
  if (!error) return null;
  return (
    <Panel title={title}>
      <Failed error={error} retry={retry} />
    </Panel>
  );
}
