import { Button, Divider, Stack, TextInput } from '@mantine/core';
import { IconBuilding, IconFingerprint } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { singleSignOnPaths } from '../../../../shared/protocol/sign-in-routes.ts';
import { call } from '../../api.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Refusal } from '../../parts/states.tsx';
import { useCall } from '../../parts/use-call.ts';
import { CodeStep } from './code-step.tsx';
import { hasPasskeys } from './passkey.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { Problem } from './problem.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { useSignedIn } from './use-signed-in.ts';

const waysQuery = queryOptions({
  queryKey: ['sign-in-ways'],
  queryFn: ({ signal }) => call(consoleRoutes.signInWays, {}, signal),
});

export function SignInPage() {
  const { to, problem } = useSearch({ from: '/sign-in' });
  const [challenge, setChallenge] = useState<string>();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useCall(consoleRoutes.signIn);
  const words = useVoice().words.signIn;
  const signedIn = useSignedIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { body: { name, password } },
      { onSuccess: (step) => ('challenge' in step ? setChallenge(step.challenge) : signedIn(step, to)) },
    );
  };
  if (challenge) return <CodeStep challenge={challenge} to={to} back={() => setChallenge(undefined)} />;
  return (
    <SignInCard title={words.title}>
      {problem && <Problem code={problem} />}
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={words.name}
            autoComplete="username"
            autoFocus
            required
            withAsterisk={false}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordField
            label={words.password}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Refusal error={signIn.error} />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {words.title}
          </Button>
        </Stack>
      </form>
      <OtherWays to={to} />
    </SignInCard>
  );
}

function OtherWays({ to }: { to: string | undefined }) {
  const voice = useVoice();
  const words = voice.words.signIn;
  const { data } = useQuery(waysQuery);
  const signedIn = useSignedIn();
  const { mutateAsync } = useCall(consoleRoutes.signInPasskey);
  if (!hasPasskeys && !data?.singleSignOn) return null;
  return (
    <>
      <Divider label={words.or} />
      <Stack gap="xs">
        {hasPasskeys && (
          <PasskeyButton
            icon={IconFingerprint}
            use={async (answer) => signedIn(await mutateAsync({ body: answer }), to)}
          >
            {words.withPasskey}
          </PasskeyButton>
        )}
        {data?.singleSignOn && (
          <Button
            component="a"
            href={`${singleSignOnPaths.start}?to=${encodeURIComponent(to ?? '/')}`}
            variant="default"
            leftSection={<IconBuilding size={18} aria-hidden />}
          >
            {voice.fill(words.withProvider, { name: data.singleSignOn.name })}
          </Button>
        )}
      </Stack>
    </>
  );
}
