import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { isCancelled } from '../api.ts';
import type { Voice } from '../voice.ts';
import { useVoice } from './speech.tsx';

/** Milliseconds; long enough to read the sentence and reach the button. */
const stays = { plain: 5_000, withUndo: 12_000, failure: 10_000 };

/** What can be said at the edge of the page, in the language that the page speaks; the same as long as that is. */
export function useToast() {
  const voice = useVoice();
  return useMemo(() => toastsOf(voice), [voice]);
}

function toastsOf(voice: Voice) {
  const { states } = voice.words.frame;
  const closeButtonProps = { 'aria-label': states.dismiss };
  const toasts = {
    /** Says what was done; with `undo`, offers to take it back, and says when that did not work. */
    done(message: string, undo?: () => unknown): void {
      const id = `done-${Date.now()}`;
      const undoNow = () => {
        notifications.hide(id);
        Promise.resolve(undo?.()).catch(toasts.failed);
      };
      notifications.show({
        id,
        autoClose: undo ? stays.withUndo : stays.plain,
        icon: <IconCheck size={18} aria-hidden />,
        color: 'green.9',
        closeButtonProps,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{message}</Text>
            {undo && (
              <Button size="compact-sm" variant="default" flex="none" onClick={undoNow}>
                {states.undo}
              </Button>
            )}
          </Group>
        ),
      });
    },
    /** Says what did not work, and the remedy. */
    failed(problem: Error | string): void {
      if (isCancelled(problem)) return;
      notifications.show({
        autoClose: stays.failure,
        icon: <IconAlertTriangle size={18} aria-hidden />,
        color: 'red.9',
        title: states.didNotWork,
        closeButtonProps,
        message: (
          <Text size="sm" c="var(--mantine-color-text)">
            {typeof problem === 'string' ? problem : voice.error(problem)}
          </Text>
        ),
      });
    },
  };
  return toasts;
}
