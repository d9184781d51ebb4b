import { Button, Group, Stack, Text } from '@mantine/core';
import { Copyable } from '../../parts/copyable.tsx';
import { Dialog } from '../../parts/dialog.tsx';
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
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text size="sm">{about} It is shown only now: the console keeps no readable copy.</Text>
        <Copyable label={label} value={value} />
        <Text size="sm" c="dimmed" component="div">
          Good until <Until at={expiresAt} />
        </Text>
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
