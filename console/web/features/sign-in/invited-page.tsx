import { Button, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { useVoice } from '../../parts/speech.tsx';
import { Refusal } from '../../parts/states.tsx';
import { useCall } from '../../parts/use-call.ts';
import { NewPasswordField, shortestPassword } from './new-password-field.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { useSignedIn } from './use-signed-in.ts';
import { UsedLink } from './used-link.tsx';

/** Opened by the link of an invitation, or of a reset. */
export function InvitedPage() {
  const { token } = useSearch({ from: '/invited' });
  const [password, setPassword] = useState('');
  const accept = useCall(consoleRoutes.acceptInvitation);
  const signedIn = useSignedIn();
  const { first } = useVoice().words.signIn;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!token || password.length < shortestPassword) return;
    accept.mutate({ body: { token, password } }, { onSuccess: (session) => signedIn(session) });
  };
  if (!token || accept.error?.code === 'link-used-or-expired') return <UsedLink />;
  return (
    <SignInCard title={first.welcome} about={first.invited}>
      <form onSubmit={submit}>
        <Stack>
          <NewPasswordField value={password} onChange={setPassword} />
          <Refusal error={accept.error} />
          <Button type="submit" loading={accept.isPending} fullWidth>
            {first.save}
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}
