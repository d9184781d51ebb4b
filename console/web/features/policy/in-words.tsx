import { Stack, Text } from '@mantine/core';
import type { Policy } from '../../../../shared/policy/policy.ts';
import { Panel } from '../../parts/page.tsx';
import { checkTitle } from '../../parts/words.ts';
import { policySentences, ruleSentences } from '../programs/policy-words.ts';

/** The policy in sentences. */
export function InWords({ policy }: { policy: Policy }) {
  return (
    <Panel title="In words">
      <Stack gap="sm">
        {ruleSentences(policy).map(({ check, sentence }) => (
          <div key={check}>
            <Text size="sm" fw={600}>
              {checkTitle(check)}
            </Text>
            <Text size="sm">{sentence}</Text>
          </div>
        ))}
        {policySentences(policy).map((sentence) => (
          <Text key={sentence} size="sm" c="dimmed">
            {sentence}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}
