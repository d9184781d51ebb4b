import { Text } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useVoice } from '../../parts/speech.tsx';
import { Problem } from './problem.tsx';
import { tellProof } from './proof.ts';
import { SignInCard } from './sign-in-card.tsx';

/** Where the identity provider sends somebody back to who proved there who they are: it tells the other window, and closes. */
export function ProvedPage() {
  const { problem } = useSearch({ from: '/proved' });
  const { stepUp } = useVoice().words.signIn;
  useEffect(() => {
    tellProof(problem);
    window.close();
  }, [problem]);
  return (
    <SignInCard title={problem ? stepUp.notProved : stepUp.proved}>
      {problem && <Problem code={problem} />}
      <Text size="sm">{stepUp.closeWindow}</Text>
    </SignInCard>
  );
}
