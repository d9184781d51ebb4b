import { Button, Group, Text } from '@mantine/core';
import type { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../../parts/dialog.tsx';

/** Asks before leaving throws away what was written. */
export function LeaveDialog({ blocker }: { blocker: ReturnType<typeof useBlocker> }) {
  if (blocker?.status !== 'blocked') return null;
  return (
    <Dialog title="Leave without publishing?" onClose={blocker.reset}>
      <Text size="sm">What you changed in the policy is lost.</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={blocker.reset} data-autofocus>
          Stay
        </Button>
        <Button color="red.9" onClick={blocker.proceed}>
          Leave
        </Button>
      </Group>
    </Dialog>
  );
}
