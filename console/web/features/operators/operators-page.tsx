import { Button, Tabs } from '@mantine/core';
import { IconBuilding, IconDevices, IconKey, IconShieldLock, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { SessionTable } from '../sign-in/session-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { OperatorTable } from './operator-table.tsx';
import { operatorsQuery } from './queries.ts';
import { RulesPanel } from './rules-panel.tsx';
import { SingleSignOnPanel } from './single-sign-on-panel.tsx';
import { TokensPanel } from './tokens-panel.tsx';

const tabs = [
  { value: 'people', icon: IconUsers },
  { value: 'sessions', icon: IconDevices },
  { value: 'tokens', icon: IconKey },
  { value: 'single-sign-on', icon: IconBuilding },
  { value: 'rules', icon: IconShieldLock },
] as const;

/** Who may use this console, and how they prove who they are. */
export function OperatorsPage() {
  const { operators: words } = useVoice().words;
  const { tab = 'people' } = useSearch({ from: '/signed-in/operators' });
  const navigate = useNavigate();
  const [inviting, setInviting] = useState(false);
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
          {words.invite.title}
        </Button>
      }
    >
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ to: '/operators', search: { tab: value ?? undefined } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map(({ value, icon: Icon }) => (
            <Tabs.Tab key={value} value={value} leftSection={<Icon size={16} aria-hidden />}>
              {words.tabs[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="people">
          <People />
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <EverybodysSessions />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <TokensPanel />
        </Tabs.Panel>
        <Tabs.Panel value="single-sign-on">
          <SingleSignOnPanel />
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <RulesPanel />
        </Tabs.Panel>
      </Tabs>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

function People() {
  const { data, error, refetch } = useQuery(operatorsQuery);
  const retry = () => void refetch();
  if (!data) return error ? <Failed error={error} retry={retry} /> : <Waiting lines={4} />;
  return (
    <>
      <Outdated error={error} retry={retry} />
      <OperatorTable rows={data.rows} />
    </>
  );
}

function EverybodysSessions() {
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.sessions, 'all'],
    queryFn: ({ signal }) => call(consoleRoutes.allSessions, {}, signal),
  });
  const retry = () => void refetch();
  if (!data) return error ? <Failed error={error} retry={retry} /> : <Waiting lines={4} />;
  return (
    <>
      <Outdated error={error} retry={retry} />
      <SessionTable rows={data.rows} withOperator />
    </>
  );
}
