import { Button, Group, Stack, Text } from '@mantine/core';
import {
  IconCheck,
  IconDeviceMobile,
  IconFingerprint,
  IconKey,
  IconMinus,
  IconShieldExclamation,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { keys } from '../../keys.ts';
import { StateBadge } from '../../parts/access-badge.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { accountQuery } from './account-query.ts';
import { AppDialog } from './app-dialog.tsx';
import { hasPasskeys } from './passkey.ts';
import { PasskeyDialog } from './passkey-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { sessionQuery } from './session.ts';

type Account = ReplyOf<typeof consoleRoutes.account>;

/** How one signs in, and what to add so that a stolen password is not enough. */
export function AccountPage() {
  const { data, error, refetch } = useQuery(accountQuery);
  const { data: session } = useQuery(sessionQuery);
  const voice = useVoice();
  const words = voice.words.signIn.account;
  const role = data && voice.words.frame.terms.role[data.role];
  const retry = () => void refetch();
  return (
    <Page
      title={words.title}
      about={data && role && voice.fill(words.about, { name: data.name, role: role.name, aboutRole: role.about })}
    >
      {session?.mustAddFactor && (
        <Notice tone="warned" icon={IconShieldExclamation} title={words.addFactor}>
          {words.addFactorWhy}
        </Notice>
      )}
      {data && <Outdated error={error} retry={retry} />}
      {data && <Ways account={data} />}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={3} height={110} />}
    </Page>
  );
}

const touched = [keys.account, keys.session, keys.sessions, keys.audit];

function Ways({ account }: { account: Account }) {
  const [open, setOpen] = useState<'password' | 'app' | 'passkey'>();
  const close = () => setOpen(undefined);
  const voice = useVoice();
  const toast = useToast();
  const words = voice.words.signIn.account;
  const removeApp = useCall(consoleRoutes.removeTotp, touched);
  return (
    <Stack>
      <Panel
        title={words.passkeys}
        aside={hasPasskeys && <Button onClick={() => setOpen('passkey')}>{words.addPasskey}</Button>}
      >
        {account.passkeys.length === 0 ? (
          <Text size="sm" c="dimmed">
            {hasPasskeys ? words.noPasskey : words.noPasskeysHere}
          </Text>
        ) : (
          <Stack gap="sm">
            {account.passkeys.map((passkey) => (
              <Passkey key={passkey.id} passkey={passkey} />
            ))}
          </Stack>
        )}
      </Panel>
      <Panel
        title={words.app}
        aside={!account.hasTotp && <Button onClick={() => setOpen('app')}>{words.addApp}</Button>}
      >
        <Way icon={IconDeviceMobile} on={account.hasTotp}>
          {account.hasTotp ? voice.fill(words.appLeft, { left: account.recoveryCodesLeft }) : words.appIs}
        </Way>
        {account.hasTotp && (
          <Button
            mt="sm"
            variant="default"
            loading={removeApp.isPending}
            onClick={() =>
              removeApp.mutate({}, { onError: toast.failed, onSuccess: () => toast.done(words.appRemoved) })
            }
          >
            {words.remove}
          </Button>
        )}
      </Panel>
      {account.hasPassword && (
        <Panel
          title={words.password}
          aside={
            <Button variant="default" onClick={() => setOpen('password')}>
              {words.change}
            </Button>
          }
        >
          <Way icon={IconKey} on>
            {words.changeEnds}
          </Way>
        </Panel>
      )}
      {open === 'password' && <PasswordDialog onClose={close} />}
      {open === 'app' && <AppDialog onClose={close} />}
      {open === 'passkey' && <PasskeyDialog onClose={close} />}
    </Stack>
  );
}

function Way({ icon: Icon, on, children }: { icon: typeof IconKey; on: boolean; children: ReactNode }) {
  const words = useVoice().words.signIn.account;
  return (
    <Group gap="sm" wrap="nowrap">
      <Icon size={20} aria-hidden />
      <Text size="sm" flex={1}>
        {children}
      </Text>
      <StateBadge tone={on ? 'ready' : 'neutral'} icon={on ? IconCheck : IconMinus}>
        {on ? words.on : words.off}
      </StateBadge>
    </Group>
  );
}

function Passkey({ passkey: { id, name, madeAt, lastUsedAt } }: { passkey: Account['passkeys'][number] }) {
  const remove = useCall(consoleRoutes.removePasskey, touched);
  const voice = useVoice();
  const toast = useToast();
  const words = voice.words.signIn.account;
  const onSuccess = () => toast.done(voice.fill(words.passkeyRemoved, { name }));
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm" wrap="nowrap">
        <IconFingerprint size={20} aria-hidden />
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            <Phrase
              text={lastUsedAt ? words.addedUsed : words.added}
              with={{ time: <At at={madeAt} />, last: lastUsedAt && <Ago at={lastUsedAt} /> }}
            />
          </Text>
        </div>
      </Group>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={voice.fill(words.removePasskey, { name })}
        loading={remove.isPending}
        onClick={() => remove.mutate({ params: { id } }, { onSuccess, onError: toast.failed })}
      >
        {words.remove}
      </Button>
    </Group>
  );
}
