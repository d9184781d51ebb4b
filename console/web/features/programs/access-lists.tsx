import { Button, Group, Text } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { CodeView, WorkstationInQueue } from '../../../../shared/protocol/policy-views.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { enrolmentWord, plural } from '../../parts/words.ts';

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
  const codes = useQuery(codesQuery).data?.rows ?? [];
  const queue = useQuery(queueQuery).data?.rows ?? [];
  return (
    <>
      {queue.length > 0 && <Queue rows={queue} />}
      {codes.length > 0 && <Codes rows={codes} />}
    </>
  );
}

function Queue({ rows }: { rows: readonly WorkstationInQueue[] }) {
  const [approving, setApproving] = useState<WorkstationInQueue>();
  return (
    <Panel title="Waiting, quarantined or revoked">
      <table className="table table-flush">
        <thead>
          <tr>
            <th>PC</th>
            <th>State</th>
            <th className="mantine-visible-from-sm">Programs</th>
            <th className="mantine-visible-from-sm">Enrolled</th>
            <th>
              <span className="unseen">Action</span>
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
              <td>{enrolmentWord[row.enrolment]}</td>
              <td className="mantine-visible-from-sm">{row.programs.join(', ')}</td>
              <td className="mantine-visible-from-sm">
                <Ago at={row.enrolledAt} />
              </td>
              <td>
                {row.enrolment !== 'revoked' && (
                  <Button
                    size="compact-sm"
                    onClick={() => setApproving(row)}
                    aria-label={`${verb(row)} ${row.hostName}`}
                  >
                    {verb(row)}
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

function verb({ enrolment }: WorkstationInQueue): string {
  return enrolment === 'quarantined' ? 'Release' : 'Approve';
}

function ApproveDialog({ row, onClose }: { row: WorkstationInQueue; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const approve = useCall(consoleRoutes.setEnrolment, [keys.queue, keys.workstations, keys.audit]);
  const onSuccess = () => {
    onClose();
    toastDone(`${row.hostName} may work.`);
  };
  return (
    <FormDialog
      title={`${verb(row)} ${row.hostName}?`}
      onClose={onClose}
      onSubmit={() => approve.mutate({ params: { id: row.id }, body: { state: 'active', reason } }, { onSuccess })}
      submit={verb(row)}
      disabled={reason.trim().length < 3}
      pending={approve.isPending}
      error={approve.error}
    >
      <Text size="sm">
        {row.system}
        {row.person && `, ${row.person}`}. It gets access as soon as its checks pass.
      </Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function Codes({ rows }: { rows: readonly CodeView[] }) {
  const revoke = useCall(consoleRoutes.revokeCode, [keys.codes, keys.audit]);
  return (
    <Panel title="Enrolment codes that can be used">
      <table className="table table-flush">
        <thead>
          <tr>
            <th>For</th>
            <th>Left</th>
            <th className="mantine-visible-from-sm">Made by</th>
            <th className="mantine-visible-from-sm">Until</th>
            <th>
              <span className="unseen">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, program, person, usesLeft, approval, madeBy, madeAt, expiresAt }) => (
            <tr key={id}>
              <td>
                {program}
                <Text size="sm">{person ?? 'anybody who has it'}</Text>
              </td>
              <td>
                {plural(usesLeft, 'PC')}
                {approval && <Text size="xs">each waits for approval</Text>}
              </td>
              <td className="mantine-visible-from-sm">
                {madeBy}, <Ago at={madeAt} />
              </td>
              <td className="mantine-visible-from-sm">
                <Until at={expiresAt} />
              </td>
              <td>
                <Group justify="flex-end">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Revoke the code for ${person ?? program}`}
                    onClick={() =>
                      revoke.mutate(
                        { params: { id } },
                        { onSuccess: () => toastDone('Nobody can use the code any more.'), onError: toastFailed },
                      )
                    }
                  >
                    Revoke
                  </Button>
                </Group>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
