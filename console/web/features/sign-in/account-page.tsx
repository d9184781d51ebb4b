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
import { roleWords } from '../../../../shared/protocol/rights.ts';
import type { ReplyOf } from '../../../../shared/protocol/route.ts';
import { keys } from '../../keys.ts';
import { StateBadge } from '../../parts/access-badge.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { toastDone, toastFailed } from '../../parts/toast.tsx';
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
  const retry = () => void refetch();
  return (
    <Page
      title="My account"
      about={data && `${data.name} · ${roleWords[data.role].name}. ${roleWords[data.role].about}`}
    >
      {session?.mustAddFactor && (
        <Notice tone="warned" icon={IconShieldExclamation} title="Add a second factor to go on">
          This console asks everybody for more than a password. Add a passkey or an authenticator app; then everything
          else opens.
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
  const removeApp = useCall(consoleRoutes.removeTotp, touched);
  return (
    <Stack>
      <Panel title="Passkeys" aside={hasPasskeys && <Button onClick={() => setOpen('passkey')}>Add a passkey</Button>}>
        {account.passkeys.length === 0 ? (
          <Text size="sm" c="dimmed">
            {hasPasskeys
              ? 'None yet. A passkey is a fingerprint, a face or a security key in place of the password; it cannot be given away by mistake.'
              : 'This browser, at this address, cannot use passkeys. They need https and a host name.'}
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
        title="Authenticator app"
        aside={!account.hasTotp && <Button onClick={() => setOpen('app')}>Add an app</Button>}
      >
        <Way icon={IconDeviceMobile} on={account.hasTotp}>
          {account.hasTotp
            ? `A code from your phone follows the password. Recovery codes left: ${account.recoveryCodesLeft}.`
            : 'A code from your phone follows the password.'}
        </Way>
        {account.hasTotp && (
          <Button
            mt="sm"
            variant="default"
            loading={removeApp.isPending}
            onClick={() =>
              removeApp.mutate({}, { onError: toastFailed, onSuccess: () => toastDone('The app is removed.') })
            }
          >
            Remove
          </Button>
        )}
      </Panel>
      {account.hasPassword && (
        <Panel
          title="Password"
          aside={
            <Button variant="default" onClick={() => setOpen('password')}>
              Change
            </Button>
          }
        >
          <Way icon={IconKey} on>
            Changing it ends your sessions in other browsers.
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
  return (
    <Group gap="sm" wrap="nowrap">
      <Icon size={20} aria-hidden />
      <Text size="sm" flex={1}>
        {children}
      </Text>
      <StateBadge tone={on ? 'ready' : 'neutral'} icon={on ? IconCheck : IconMinus}>
        {on ? 'On' : 'Off'}
      </StateBadge>
    </Group>
  );
}

function Passkey({ passkey: { id, name, madeAt, lastUsedAt } }: { passkey: Account['passkeys'][number] }) {
  const remove = useCall(consoleRoutes.removePasskey, touched);
  const onSuccess = () => toastDone(`The passkey ${name} is removed.`);
  return (
    <Group justify="space-between" gap="sm">
      <Group gap="sm" wrap="nowrap">
        <IconFingerprint size={20} aria-hidden />
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed" component="div">
            Added <At at={madeAt} />
            {lastUsedAt && (
              <>
                {' · '}used <Ago at={lastUsedAt} />
              </>
            )}
          </Text>
        </div>
      </Group>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Remove the passkey ${name}`}
        loading={remove.isPending}
        onClick={() => remove.mutate({ params: { id } }, { onSuccess, onError: toastFailed })}
      >
        Remove
      </Button>
    </Group>
  );
}
