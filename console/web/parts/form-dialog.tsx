import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { useVoice } from './speech.tsx';
import { Refusal } from './states.tsx';

interface FormDialogProps {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  /** What the button does, in its own words: `Lock now`. */
  submit: string;
  danger?: boolean;
  disabled?: boolean;
  pending: boolean;
  error: Error | null;
  children: ReactNode;
}

/** A question that ends in one action. What was typed stays when the action is refused. */
export function FormDialog(props: FormDialogProps) {
  const { title, onClose, onSubmit, submit, danger, disabled, pending, error, children } = props;
  const words = useVoice().words.frame.dialog;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send}>
        <Stack>
          {children}
          <Refusal error={error} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={pending} disabled={disabled ?? false} {...(danger && { color: 'red.9' })}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
