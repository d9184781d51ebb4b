import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { ButtonLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refusal } from '../../parts/states.tsx';
import { useCall } from '../../parts/use-call.ts';
import { SignInCard } from './sign-in-card.tsx';
import { useSignedIn } from './use-signed-in.ts';

/** The shortest password that the console takes. */
const shortest = 12;

/** Opened by the one-time link that the console prints while it has no administrator. */
export function FirstPage() {
  const { token } = useSearch({ from: '/first' });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const create = useCall(consoleRoutes.firstSignIn);
  const signedIn = useSignedIn();
  const missing = shortest - password.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing > 0 || !token) return;
    create.mutate({ body: { token, name, password } }, { onSuccess: (session) => signedIn(session) });
  };
  if (!token || create.error?.code === 'link-used-or-expired') return <UsedLink />;
  return (
    <SignInCard title="Welcome" about="You are the first here. Choose the name and password of the administrator.">
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
          <PasswordInput
            label="Password"
            description={passwordHint(password.length)}
            autoComplete="new-password"
            required
            withAsterisk={false}
            minLength={shortest}
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refusal error={create.error} />
          <Button type="submit" loading={create.isPending} fullWidth>
            Create administrator and sign in
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}

function passwordHint(length: number): string {
  if (length === 0) return `At least ${shortest} characters; a few words in a row are best.`;
  return length < shortest ? `${shortest - length} more to go.` : 'Long enough.';
}

function UsedLink() {
  return (
    <SignInCard title="This link no longer works">
      <Notice tone="warned" icon={IconLinkOff}>
        It was used, or the console was started again. While there is no administrator, the console prints a new link at
        every start.
      </Notice>
      <ButtonLink to="/sign-in" variant="default">
        Go to sign-in
      </ButtonLink>
    </SignInCard>
  );
}
