import { Button, Group, Text } from '@mantine/core';
import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { CodeView, WorkstationInQueue } from '../../../../shared/protocol/policy-views.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated } from '../../parts/states.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { useMay } from '../sign-in/use-may.ts';

const codesQuery = queryOptions({
  queryKey: keys.codes,
  queryFn: ({ signal }) => call(consoleRoutes.codes, {}, signal),
});
const queueQuery = queryOptions({
  queryKey: keys.queue,
  queryFn: ({ signal }) => call(consoleRoutes.enrolmentQueue, {}, signal),
});

/** Workstations that wait for a decision by IT, and codes that still let others in. Nothing while there are none. */
export function AccessLists() {
  const codes = useQuery(codesQuery);
  const queue = useQuery(queueQuery);
  const words = useVoice().words.programs;
  return (
    <>
      <Listed list={queue} title={words.queue.title}>
        {(rows) => <Queue rows={rows} />}
      </Listed>
      <Listed list={codes} title={words.codes.title}>
        {(rows) => <Codes rows={rows} />}
      </Listed>
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
        {data.rows.length > 0 && children(data.rows)}
      </>
    );
  if (!error) return null;
  return (
    <Panel title={title}>
      <Failed error={error} retry={retry} />
    </Panel>
  );
}

function Queue({ rows }: { rows: readonly WorkstationInQueue[] }) {
  const [approving, setApproving] = useState<WorkstationInQueue>();
  const voice = useVoice();
  const { queue: words } = voice.words.programs;
  const mayDecide = useMay(consoleRoutes.setEnrolment);
  return (
    <Panel title={words.title}>
      <table className="table table-flush">
        <thead>
          <tr>
            <th>{words.pc}</th>
            <th>{words.state}</th>
            <th className="mantine-visible-from-sm">{words.programs}</th>
            <th className="mantine-visible-from-sm">{words.enrolled}</th>
            <th>
              <span className="unseen">{words.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <TextLink to="/workstations/$id" params={{ id: row.id }}>
                  {row.hostName}
                </TextLink>
                {row.person && <Text size="sm">{row.person}</Text>}
              </td>
              <td>{voice.words.frame.terms.enrolment[row.enrolment]}</td>
              <td className="mantine-visible-from-sm">{voice.list(row.programs)}</td>
              <td className="mantine-visible-from-sm">
                <Ago at={row.enrolledAt} />
              </td>
              <td>
                {mayDecide && row.enrolment !== 'revoked' && (
                  <Button
                    size="compact-sm"
                    onClick={() => setApproving(row)}
                    aria-label={voice.fill(words[actFor(row)].named, { pc: row.hostName })}
                  >
                    {words[actFor(row)].verb}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {approving && <ApproveDialog row={approving} onClose={() => setApproving(undefined)} />}
    </Panel>
  );
}

function actFor({ enrolment }: WorkstationInQueue): 'release' | 'approve' {
  return enrolment === 'quarantined' ? 'release' : 'approve';
}

function ApproveDialog({ row, onClose }: { row: WorkstationInQueue; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const voice = useVoice();
  const { queue: words } = voice.words.programs;
  const toast = useToast();
  const pc = row.hostName;
  const approve = useCall(consoleRoutes.setEnrolment, [keys.queue, keys.workstations, keys.audit]);
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.done, { pc }));
  };
  return (
    <FormDialog
      title={voice.fill(words[actFor(row)].title, { pc })}
      onClose={onClose}
      onSubmit={() => approve.mutate({ params: { id: row.id }, body: { state: 'active', reason } }, { onSuccess })}
      submit={words[actFor(row)].verb}
      disabled={reason.trim().length < 3}
      pending={approve.isPending}
      error={approve.error}
    >
      <Text size="sm">
        {row.system}
        {row.person && `, ${row.person}`}. {words.about}
      </Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function Codes({ rows }: { rows: readonly CodeView[] }) {
  const voice = useVoice();
  const { codes: words } = voice.words.programs;
  const toast = useToast();
  const revoke = useCall(consoleRoutes.revokeCode, [keys.codes, keys.audit]);
  const onSuccess = () => toast.done(words.revoked);
  const mayRevoke = useMay(consoleRoutes.revokeCode);
  return (
    <Panel title={words.title}>
      <table className="table table-flush">
        <thead>
          <tr>
            <th>{words.for}</th>
            <th>{words.left}</th>
            <th className="mantine-visible-from-sm">{words.madeBy}</th>
            <th className="mantine-visible-from-sm">{words.until}</th>
            <th>
              <span className="unseen">{words.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, program, person, usesLeft, approval, madeBy, madeAt, expiresAt }) => (
            <tr key={id}>
              <td>
                {program}
                <Text size="sm">{person ?? words.anybody}</Text>
              </td>
              <td>
                {voice.count(words.pcs, usesLeft)}
                {approval && <Text size="xs">{words.waits}</Text>}
              </td>
              <td className="mantine-visible-from-sm">
                <Phrase text={words.madeByAt} with={{ name: voice.actor(madeBy), time: <Ago at={madeAt} /> }} />
              </td>
              <td className="mantine-visible-from-sm">
                <Until at={expiresAt} />
              </td>
              <td>
                <Group justify="flex-end">
                  {mayRevoke && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={voice.fill(words.revokeFor, { name: person ?? program })}
                      onClick={() => revoke.mutate({ params: { id } }, { onSuccess, onError: toast.failed })}
                    >
                      {words.revoke}
                    </Button>
                  )}
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
