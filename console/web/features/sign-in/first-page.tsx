import { Button, Stack, TextInput } from '@mantine/core';
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

/** Opened by the one-time link that the console prints while it has no owner. */
export function FirstPage() {
  const { token } = useSearch({ from: '/first' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const create = useCall(consoleRoutes.firstSignIn);
  const signedIn = useSignedIn();
  const { first } = useVoice().words.signIn;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password.length < shortestPassword || !token) return;
    create.mutate({ body: { token, name, password } }, { onSuccess: (session) => signedIn(session) });
  };
  if (!token || create.error?.code === 'link-used-or-expired') return <UsedLink isFirst />;
  return (
    <SignInCard title={first.welcome} about={first.about}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={first.yourName}
            description={first.nameIsFor}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NewPasswordField value={password} onChange={setPassword} />
          <Refusal error={create.error} />
          <Button type="submit" loading={create.isPending} fullWidth>
            {first.create}
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}
