import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { Refusal } from '../../parts/states.tsx';
import { useCall } from '../../parts/use-call.ts';
import { SignInCard } from './sign-in-card.tsx';
import { useSignedIn } from './use-signed-in.ts';

export function SignInPage() {
  const { to } = useSearch({ from: '/sign-in' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useCall(consoleRoutes.signIn);
  const signedIn = useSignedIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { name, password } }, { onSuccess: (session) => signedIn(session, to) });
  };
  return (
    <SignInCard title="Sign in">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Name"
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refusal error={signIn.error} />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            Sign in
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}
