import { Button, Group, Stack, Text } from '@mantine/core';
import { Copyable } from '../../parts/copyable.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Until } from '../../parts/time.tsx';

interface ShownOnceProps {
  title: string;
  about: string;
  label: string;
  value: string;
  expiresAt: string;
  onClose: () => void;
}

/** A secret, the only time that it is shown. */
export function ShownOnce({ title, about, label, value, expiresAt, onClose }: ShownOnceProps) {
  const { shownOnce: words } = useVoice().words.operators;
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text size="sm">
          {about} {words.only}
        </Text>
        <Copyable label={label} value={value} />
        <Text size="sm" c="dimmed" component="div">
          <Phrase text={words.goodUntil} with={{ time: <Until at={expiresAt} /> }} />
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
