import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { TokenView } from '../../../../shared/protocol/operator-routes.ts';
import type { Grant } from '../../../../shared/protocol/rights.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { useProgramName } from '../programs/use-program-name.ts';
import { tokensQuery } from './queries.ts';
import { GrantFields, type Rights, toBody, useGrantWords } from './rights-fields.tsx';
import { ShownOnce } from './shown-once.tsx';

const touched = [keys.tokens, keys.audit];
const least: Rights<Grant> = { role: 'shifts', programs: [] };

/** Tokens for scripts, the telephony platform and the like. */
export function TokensPanel() {
  const { tabs, table, tokens: words } = useVoice().words.operators;
  const { data, error, refetch } = useQuery(tokensQuery);
  const [making, setMaking] = useState(false);
  const retry = () => void refetch();
  const make = <Button onClick={() => setMaking(true)}>{words.make}</Button>;
  return (
    <Panel title={tabs.tokens} aside={data && data.rows.length > 0 && make}>
      {data && <Outdated error={error} retry={retry} />}
      {!data && (error ? <Failed error={error} retry={retry} /> : <Waiting lines={3} />)}
      {data?.rows.length === 0 && (
        <Nothing icon={IconKey} title={words.none} action={make}>
          {words.noneWhy}
        </Nothing>
      )}
      {data && data.rows.length > 0 && (
        <table className="table table-flush">
          <thead>
            <tr>
              <th>{table.name}</th>
              <th>{words.grant}</th>
              <th className="mantine-visible-from-sm">{table.programs}</th>
              <th className="mantine-visible-from-sm">{table.lastUsed}</th>
              <th>{words.goodUntil}</th>
              <th>
                <span className="unseen">{table.actions}</span>
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
  const voice = useVoice();
  const { table, tokens: words } = voice.words.operators;
  const say = useGrantWords();
  const nameOf = useProgramName();
  const toast = useToast();
  const revoke = useCall(consoleRoutes.revokeToken, touched);
  const onSuccess = () => toast.done(voice.fill(words.revoked, { name }));
  return (
    <tr>
      <td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {voice.fill(words.madeBy, { name: madeBy })}
        </Text>
      </td>
      <td>{say(role).name}</td>
      <td className="mantine-visible-from-sm">{programs ? voice.list(programs.map(nameOf)) : table.allPrograms}</td>
      <td className="mantine-visible-from-sm">{lastUsedAt ? <Ago at={lastUsedAt} /> : words.never}</td>
      <td>
        <Until at={expiresAt} />
      </td>
      <td style={{ textAlign: 'right' }}>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={voice.fill(words.revokeName, { name })}
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ params: { id } }, { onSuccess, onError: toast.failed })}
        >
          {words.revoke}
        </Button>
      </td>
    </tr>
  );
}

/** For how many days a token may be good. */
const year = 366;
const lifetimes = [7, 30, 90, year];

function MakeDialog({ onClose }: { onClose: () => void }) {
  const voice = useVoice();
  const { operators, frame } = voice.words;
  const { tokens: words } = operators;
  const [name, setName] = useState('');
  const [rights, setRights] = useState(least);
  const [days, setDays] = useState('90');
  const make = useCall(consoleRoutes.makeToken, touched);
  if (make.data) {
    return (
      <ShownOnce
        title={voice.fill(words.made, { name })}
        about={words.madeAbout}
        label={words.token}
        value={make.data.token}
        expiresAt={make.data.expiresAt}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={words.makeTitle}
      onClose={onClose}
      onSubmit={() => make.mutate({ body: { name, ...toBody(rights), days: Number(days) } })}
      submit={words.submit}
      disabled={name.trim() === ''}
      pending={make.isPending}
      error={make.error}
    >
      <TextInput
        label={words.whatFor}
        description={words.whatForAbout}
        data-autofocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <GrantFields value={rights} onChange={setRights} />
      <NativeSelect
        label={words.goodFor}
        data={lifetimes.map((length) => ({
          value: String(length),
          label: length === year ? words.year : voice.count(frame.times.days, length),
        }))}
        value={days}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
