import { Button, Stack } from '@mantine/core';
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

/** Opened by the link of an invitation, or of a reset. */
export function InvitedPage() {
  const { token } = useSearch({ from: '/invited' });
  const [password, setPassword] = useState('');
  const accept = useCall(consoleRoutes.acceptInvitation);
  const signedIn = useSignedIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!token || password.length < shortestPassword) return;
    accept.mutate({ body: { token, password } }, { onSuccess: (session) => signedIn(session) });
  };
  if (!token || accept.error?.code === 'link-used-or-expired') return <UsedInvitation />;
  return (
    <SignInCard title="Welcome" about="Choose the password with which you sign in from now on.">
      <form onSubmit={submit}>
        <Stack>
          <NewPasswordField value={password} onChange={setPassword} />
          <Refusal error={accept.error} />
          <Button type="submit" loading={accept.isPending} fullWidth>
            Save and sign in
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}

function UsedInvitation() {
  return (
    <SignInCard title="This link no longer works">
      <Notice tone="warned" icon={IconLinkOff}>
        It was used, or is older than three days. Ask an owner of the console for a new one.
      </Notice>
      <ButtonLink to="/sign-in" variant="default">
        Go to sign-in
      </ButtonLink>
    </SignInCard>
  );
}
