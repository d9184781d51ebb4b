import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useVoice } from '../../parts/speech.tsx';
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
  const voice = useVoice();
  const { message: asMessage, note: asNote } = voice.words.triage;
  const who = whoIs(row);
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
    if (kind === 'note') note.mutate(input, { onSuccess: done(voice.fill(asNote.written, { who })) });
    else
      message.mutate(input, {
        onSuccess: ({ connected }) => done(voice.fill(connected ? asMessage.sent : asMessage.waits, { who }))(),
      });
  };
  const isMessage = kind === 'message';
  const words = isMessage ? asMessage : asNote;
  return (
    <FormDialog
      title={voice.fill(words.title, { who })}
      onClose={onClose}
      onSubmit={send}
      submit={isMessage ? asMessage.send : asNote.write}
      disabled={text.trim() === ''}
      pending={message.isPending || note.isPending}
      error={message.error ?? note.error}
    >
      {isMessage && row.language && row.language !== voice.language && (
        <Text size="sm">{voice.fill(asMessage.language, { language: languageNames[row.language] })}</Text>
      )}
      <Textarea
        label={words.label}
        description={words.about}
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
