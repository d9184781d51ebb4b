import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CheckId } from '../../../../shared/checks/index.ts';
import type { BulkTarget } from '../../../../shared/protocol/case-views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { timeZone, toLocalInput } from '../../parts/time-words.ts';
import { shortestReason } from '../workstations/lock-dialog.tsx';
import { useBulk } from './bulk.ts';

/** What many people are asked about before it is done to them. */
export type BulkKind = 'message' | 'excuse' | 'lock';

interface BulkDialogProps {
  kind: BulkKind;
  target: BulkTarget;
  count: number;
  /** Ticked at first when it is about an excuse. */
  checks: readonly CheckId[];
  onClose: () => void;
  onDone: () => void;
}

const hour = 3_600_000;

/** Says to how many it will be done before it is. */
export function BulkDialog({ kind, target, count, checks, onClose, onDone }: BulkDialogProps) {
  const bulk = useBulk();
  const voice = useVoice();
  const { bulk: words, frame, triage, workstation } = voice.words;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<CheckId[]>([...checks]);
  const [until, setUntil] = useState(() => toLocalInput(new Date(Date.now() + 4 * hour)));
  const end = new Date(until);
  const isPast = !(end.getTime() > Date.now());
  const isShort = text.trim().length < (kind === 'message' ? 1 : shortestReason);
  const lacksMore = kind === 'excuse' && (chosen.length === 0 || isPast);
  const send = () => {
    const done = () => {
      onClose();
      onDone();
    };
    if (kind === 'message') bulk.run(target, { do: 'message', text }, done);
    else if (kind === 'lock') bulk.run(target, { do: 'lock', reason: text }, done);
    else bulk.run(target, { do: 'excuse', checks: chosen, until: end.toISOString(), reason: text }, done);
  };
  return (
    <FormDialog
      title={voice.count(words.title[kind], count)}
      onClose={onClose}
      onSubmit={send}
      submit={voice.count(kind === 'message' ? words.send : words.title[kind], count)}
      danger={kind === 'lock'}
      disabled={isShort || lacksMore}
      pending={bulk.isPending}
      error={bulk.error}
    >
      {kind === 'lock' && <Text size="sm">{words.lockAbout}</Text>}
      {kind === 'excuse' && (
        <>
          <Checkbox.Group
            label={workstation.excuse.checks}
            description={words.checksAbout}
            value={chosen}
            onChange={(values) => setChosen(values.flatMap((value) => CheckId.safeParse(value).data ?? []))}
          >
            <Stack gap={6} mt={6}>
              {CheckId.options.map((id) => (
                <Checkbox key={id} value={id} label={voice.title(id)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            type="datetime-local"
            label={workstation.excuse.until}
            description={voice.fill(frame.times.zone, { zone: timeZone })}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={isPast ? frame.times.choosePast : undefined}
          />
        </>
      )}
      {kind === 'message' ? (
        <Textarea
          label={triage.message.label}
          description={words.messageAbout}
          data-autofocus
          required
          autosize
          minRows={3}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : (
        <ReasonField value={text} onChange={setText} description={words.reasonIsFor} />
      )}
    </FormDialog>
  );
}
