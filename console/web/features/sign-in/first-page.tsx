import { Button, Stack, TextInput } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { ButtonLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refusal } from '../../parts/states.tsx';
import { useCall } from '../../parts/use-call.ts';
import { NewPasswordField, shortestPassword } from './new-password-field.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { useSignedIn } from './use-signed-in.ts';

/** Opened by the one-time link that the console prints while it has no owner. */
export function FirstPage() {
  const { token } = useSearch({ from: '/first' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const create = useCall(consoleRoutes.firstSignIn);
  const signedIn = useSignedIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password.length < shortestPassword || !token) return;
    create.mutate({ body: { token, name, password } }, { onSuccess: (session) => signedIn(session) });
  };
  if (!token || create.error?.code === 'link-used-or-expired') return <UsedLink />;
  return (
    <SignInCard title="Welcome" about="You are the first here. Choose the name and password of the first owner.">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Your name"
            description="It stands beside everything you do."
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
            Create owner and sign in
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}

function UsedLink() {
  return (
    <SignInCard title="This link no longer works">
      <Notice tone="warned" icon={IconLinkOff}>
        It was used, or the console was started again. While there is no owner, the console prints a new link at every
        start.
      </Notice>
      <ButtonLink to="/sign-in" variant="default">
        Go to sign-in
      </ButtonLink>
    </SignInCard>
  );
}
