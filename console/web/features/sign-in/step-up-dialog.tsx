import { Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useCall } from '../../parts/use-call.ts';
import { accountQuery } from './account-query.ts';
import { CodeField } from './code-step.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { ProviderButton } from './provider-button.tsx';

/** Asks for a fresh proof of who is sitting there. */
export function StepUpDialog({ end }: { end: (proved: boolean) => void }) {
  const { data: account, error } = useQuery(accountQuery);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const words = useVoice().words.signIn;
  const prove = useCall(consoleRoutes.stepUp);
  const byPasskey = useCall(consoleRoutes.stepUpPasskey);
  return (
    <FormDialog
      title={words.stepUp.title}
      onClose={() => end(false)}
      onSubmit={() => prove.mutate({ body: { password, code } }, { onSuccess: () => end(true) })}
      submit={words.stepUp.submit}
      pending={prove.isPending}
      disabled={!(password || code)}
      error={prove.error ?? error}
    >
      <Text size="sm">{words.stepUp.about}</Text>
      {account && account.passkeys.length > 0 && (
        <PasskeyButton
          icon={IconFingerprint}
          use={async (answer) => {
            await byPasskey.mutateAsync({ body: answer });
            end(true);
          }}
        >
          {words.stepUp.passkey}
        </PasskeyButton>
      )}
      {account?.singleSignOn && <ProviderButton name={account.singleSignOn.name} onProved={() => end(true)} />}
      {account?.hasTotp && <CodeField value={code} onChange={setCode} description={words.code.fromApp} />}
      {account?.hasPassword && !account.hasTotp && (
        <PasswordField
          label={words.password}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
