import { Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { useVoice } from '../../parts/speech.tsx';
import { Refusal } from '../../parts/states.tsx';
import { useCall } from '../../parts/use-call.ts';
import { SignInCard } from './sign-in-card.tsx';
import { useSignedIn } from './use-signed-in.ts';

interface CodeStepProps {
  challenge: string;
  to: string | undefined;
  /** Back to the password. */
  back: () => void;
}

/** The password was right; the code of the authenticator app is still missing. */
export function CodeStep({ challenge, to, back }: CodeStepProps) {
  const [code, setCode] = useState('');
  const finish = useCall(consoleRoutes.signInCode);
  const signedIn = useSignedIn();
  const words = useVoice().words.signIn;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    finish.mutate({ body: { challenge, code } }, { onSuccess: (session) => signedIn(session, to) });
  };
  const isOver = finish.error?.code === 'sign-in-expired';
  return (
    <SignInCard title={words.code.title} about={words.code.about}>
      <form onSubmit={submit}>
        <Stack>
          <CodeField value={code} onChange={setCode} description={words.code.orRecovery} />
          <Refusal error={finish.error} />
          <Button type="submit" loading={finish.isPending} disabled={isOver} fullWidth>
            {words.title}
          </Button>
          <Button variant="subtle" onClick={back}>
            {words.code.again}
          </Button>
        </Stack>
      </form>
    </SignInCard>
  );
}

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  description?: string;
}

/** The six digits of an authenticator app. */
export function CodeField({ value, onChange, description }: CodeFieldProps) {
  return (
    <TextInput
      label={useVoice().words.signIn.code.label}
      description={description}
      autoComplete="one-time-code"
      inputMode="numeric"
      autoFocus
      data-autofocus
      required
      withAsterisk={false}
      maxLength={40}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
