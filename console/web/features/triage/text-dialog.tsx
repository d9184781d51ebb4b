import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { whoIs } from './desk.ts';

interface TextDialogProps {
  kind: 'message' | 'note';
  row: Pick<TriageRow, 'workstation' | 'hostName' | 'person' | 'language'>;
  onClose: () => void;
}

/** A message that the person reads in their tray, or a note that only operators read. */
export function TextDialog({ kind, row, onClose }: TextDialogProps) {
  const toast = useToast();
  const [text, setText] = useState('');
  const touches = [keys.triage, keys.timeline(row.workstation), keys.messages(row.workstation)];
  const message = useCall(consoleRoutes.sendMessage, touches);
  const note = useCall(consoleRoutes.note, touches);
  const input = { params: { id: row.workstation }, body: { text } };
  const done = (sentence: string) => () => {
    onClose();
    toast.done(sentence);
  };
  const send = () => {
    if (kind === 'note') note.mutate(input, { onSuccess: done(`Noted for ${whoIs(row)}.`) });
    else
      message.mutate(input, {
        onSuccess: ({ connected }) =>
          done(connected ? `Sent to ${whoIs(row)}.` : `It waits until ${whoIs(row)}’s PC is connected.`)(),
      });
  };
  const isMessage = kind === 'message';
  return (
    <FormDialog
      title={isMessage ? `Message to ${whoIs(row)}` : `Note about ${whoIs(row)}`}
      onClose={onClose}
      onSubmit={send}
      submit={isMessage ? 'Send' : 'Write it down'}
      disabled={text.trim() === ''}
      pending={message.isPending || note.isPending}
      error={message.error ?? note.error}
    >
      {isMessage && row.language && row.language !== 'en' && (
        <Text size="sm">Their Shiftgate speaks {languageNames[row.language]}; what you write is not translated.</Text>
      )}
      <Textarea
        label={isMessage ? 'Message' : 'Note'}
        description={
          isMessage ? 'It shows in the person’s tray.' : 'Operators read it in the timeline; the person does not.'
        }
        data-autofocus
        required
        autosize
        minRows={3}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
