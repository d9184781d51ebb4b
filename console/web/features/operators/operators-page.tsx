import { Button, Tabs } from '@mantine/core';
import {
  IconBuilding,
  IconDevices,
  IconInfoCircle,
  IconKey,
  IconShieldLock,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { call } from '../../api.ts';
import { keys } from '../../keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { sessionQuery } from '../sign-in/session.ts';
import { SessionTable } from '../sign-in/session-table.tsx';
import { useMayEverywhere } from '../sign-in/use-may.ts';
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
  const mayChange = useMayEverywhere(consoleRoutes.invite);
  const limited = useQuery(sessionQuery).data?.programs !== undefined;
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        mayChange && (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
            {words.invite.title}
          </Button>
        )
      }
    >
      {limited && (
        <Notice tone="warned" icon={IconInfoCircle} title={words.limited}>
          {words.limitedWhy}
        </Notice>
      )}
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
          <Locked disabled={!mayChange}>
            <People />
          </Locked>
        </Tabs.Panel>
        <Tabs.Panel value="sessions">
          <EverybodysSessions />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <Locked disabled={!mayChange}>
            <TokensPanel />
          </Locked>
        </Tabs.Panel>
        <Tabs.Panel value="single-sign-on">
          <Locked disabled={!mayChange}>
            <SingleSignOnPanel />
          </Locked>
        </Tabs.Panel>
        <Tabs.Panel value="rules">
          <Locked disabled={!mayChange}>
            <RulesPanel />
          </Locked>
        </Tabs.Panel>
      </Tabs>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}

/** Everything in it can be read; `disabled`: nothing can be pressed. */
function Locked({ disabled, children }: { disabled: boolean; children: ReactNode }) {
  return (
    <fieldset disabled={disabled} className="bare">
      {children}
    </fieldset>
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
