import { Button, Text } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useVoice } from '../../parts/speech.tsx';
import { Problem } from './problem.tsx';
import { askProvider } from './proof.ts';

interface ProviderButtonProps {
  /** Of the identity provider. */
  name: string;
  onProved: () => void;
}

/** Has the identity provider ask who is sitting there. */
export function ProviderButton({ name, onProved }: ProviderButtonProps) {
  const voice = useVoice();
  const words = voice.words.signIn.stepUp;
  const [asking, setAsking] = useState<AbortController>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => () => asking?.abort(), [asking]);
  const ask = () => {
    const own = new AbortController();
    setAsking(own);
    setProblem(undefined);
    askProvider(own.signal, (code) => {
      setAsking(undefined);
      if (code === undefined) onProved();
      else setProblem(code);
    });
  };
  return (
    <>
      {problem && <Problem code={problem} />}
      <Button variant="default" leftSection={<IconBuilding size={18} aria-hidden />} onClick={ask}>
        {voice.fill(words.provider, { name })}
      </Button>
      {asking && (
        <Text size="sm" role="status">
          {voice.fill(words.waiting, { name })}
        </Text>
      )}
    </>
  );
}
