import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { TokenView } from '../../../../shared/protocol/operator-routes.ts';
import { roleWords } from '../../../../shared/protocol/rights.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Panel } from '../../parts/page.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { tokensQuery } from './queries.ts';
import { noRights, RightsFields, toBody } from './rights-fields.tsx';
import { ShownOnce } from './shown-once.tsx';

const touched = [keys.tokens, keys.audit];

/** Tokens for scripts, the telephony platform and the like. */
export function TokensPanel() {
  const { data, error, refetch } = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const retry = () => void refetch();
  const make = <Button onClick={() => setMaking(true)}>Make a token</Button>;
  return (
    <Panel title="API tokens" aside={data && data.rows.length > 0 && make}>
      {data && <Outdated error={error} retry={retry} />}
      {!data && (error ? <Failed error={error} retry={retry} /> : <Waiting lines={3} />)}
      {data?.rows.length === 0 && (
        <Nothing icon={IconKey} title="No token" action={make}>
          A token lets a script or your telephony platform use the API, with a role, for a time.
        </Nothing>
      )}
      {data && data.rows.length > 0 && (
        <table className="table table-plain">
          <thead>
            <tr>
              <th>Name</th>
              <th>Role</th>
              <th className="mantine-visible-from-sm">Programs</th>
              <th className="mantine-visible-from-sm">Last used</th>
              <th>Good until</th>
              <th>
                <span className="unseen">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((token) => (
              <Row key={token.id} token={token} />
            ))}
          </tbody>
        </table>
      )}
      {making && <MakeDialog onClose={() => setMaking(false)} />}
    </Panel>
  );
}

function Row({ token: { id, name, role, programs, lastUsedAt, expiresAt, madeBy } }: { token: TokenView }) {
  const revoke = useCall(consoleRoutes.revokeToken, touched);
  const onSuccess = () => toastDone(`The token ${name} no longer works.`);
  return (
    <tr>
      <td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          Made by {madeBy}
        </Text>
      </td>
      <td>{roleWords[role].name}</td>
      <td className="mantine-visible-from-sm">{programs?.join(', ') ?? 'All'}</td>
      <td className="mantine-visible-from-sm">{lastUsedAt ? <Ago at={lastUsedAt} /> : 'Never'}</td>
      <td>
        <Until at={expiresAt} />
      </td>
      <td style={{ textAlign: 'right' }}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Revoke ${name}`}
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ params: { id } }, { onSuccess, onError: toastFailed })}
        >
          Revoke
        </Button>
      </td>
    </tr>
  );
}

const lifetimes = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '366', label: '1 year' },
];

function MakeDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [rights, setRights] = useState(noRights);
  const [days, setDays] = useState('90');
  const make = useCall(consoleRoutes.makeToken, touched);
  if (make.data) {
    return (
      <ShownOnce
        title={`Token ${name}`}
        about="Give it to the script as “Authorization: Bearer …”."
        label="Token"
        value={make.data.token}
        expiresAt={make.data.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title="Make an API token"
      onClose={onClose}
      onSubmit={() => make.mutate({ body: { name, ...toBody(rights), days: Number(days) } })}
      submit="Make the token"
      disabled={name.trim() === ''}
      pending={make.isPending}
      error={make.error}
    >
      <TextInput
        label="What for"
        description="For example: call states of the telephony platform."
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <RightsFields value={rights} onChange={setRights} />
      <NativeSelect
        label="Good for"
        data={lifetimes}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
