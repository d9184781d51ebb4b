import { Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useVoice } from './speech.tsx';

/** Something to pass on, with a button that copies it. */
export function Copyable({ label, value, large = false }: { label: string; value: string; large?: boolean }) {
  const voice = useVoice();
  const { dialog } = voice.words.frame;
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap" align="stretch">
        <Code flex={1} p="xs" fz={large ? 'xl' : 'xs'}>
          {value}
        </Code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              h="auto"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              aria-label={voice.fill(dialog.copyThis, { what: label })}
            >
              {copied ? dialog.copied : dialog.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}
