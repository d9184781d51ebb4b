import { Stack, Text } from '@mantine/core';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { policySentences, ruleSentences } from '../programs/policy-words.ts';

/** The policy in sentences. */
export function InWords({ policy }: { policy: Policy }) {
  const voice = useVoice();
  return (
    <Panel title={voice.words.policy.inWords.title}>
      <Stack gap="sm">
        {ruleSentences(policy, voice).map(({ check, sentence }) => (
          <div key={check}>
            <Text size="sm" fw={600}>
              {voice.title(check)}
            </Text>
            <Text size="sm">{sentence}</Text>
          </div>
        ))}
        {policySentences(policy, voice).map((sentence) => (
          <Text key={sentence} size="sm" c="dimmed">
            {sentence}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}
