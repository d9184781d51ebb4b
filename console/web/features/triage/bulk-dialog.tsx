import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CheckId } from '../../../../shared/checks/index.ts';
import type { BulkTarget } from '../../../../shared/protocol/case-views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { timeZone, toLocalInput } from '../../parts/time-words.ts';
import { checkTitle, plural } from '../../parts/words.ts';
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
const titles: Readonly<Record<BulkKind, string>> = { message: 'Message to', excuse: 'Excuse', lock: 'Lock' };
const submits: Readonly<Record<BulkKind, string>> = { message: 'Send to', excuse: 'Excuse', lock: 'Lock' };

/** Says to how many it will be done before it is. */
export function BulkDialog({ kind, target, count, checks, onClose, onDone }: BulkDialogProps) {
  const bulk = useBulk();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<CheckId[]>([...checks]);
  const [until, setUntil] = useState(() => toLocalInput(new Date(Date.now() + 4 * hour)));
  const end = new Date(until);
  const isPast = !(end.getTime() > Date.now());
  const many = plural(count, 'workstation');
  const isShort = words.trim().length < (kind === 'message' ? 1 : shortestReason);
  const lacksMore = kind === 'excuse' && (chosen.length === 0 || isPast);
  const send = () => {
    const done = () => {
      onClose();
      onDone();
    };
    if (kind === 'message') bulk.run(target, { do: 'message', text: words }, done);
    else if (kind === 'lock') bulk.run(target, { do: 'lock', reason: words }, done);
    else bulk.run(target, { do: 'excuse', checks: chosen, until: end.toISOString(), reason: words }, done);
  };
  return (
    <FormDialog
      title={`${titles[kind]} ${many}`}
      onClose={onClose}
      onSubmit={send}
      submit={`${submits[kind]} ${many}`}
      danger={kind === 'lock'}
      disabled={isShort || lacksMore}
      pending={bulk.isPending}
      error={bulk.error}
    >
      {kind === 'lock' && <Text size="sm">Their people lose the CRM at once, until somebody lifts the lock.</Text>}
      {kind === 'excuse' && (
        <>
          <Checkbox.Group
            label="From which checks"
            description="Nobody’s caller code stands for many: the audit says that you went without."
            value={chosen}
            onChange={(values) => setChosen(values.flatMap((value) => CheckId.safeParse(value).data ?? []))}
          >
            <Stack gap={6} mt={6}>
              {CheckId.options.map((id) => (
                <Checkbox key={id} value={id} label={checkTitle(id)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <TextInput
            type="datetime-local"
            label="Until"
            description={`Times are in ${timeZone}.`}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            error={isPast ? 'Choose a time to come.' : undefined}
          />
        </>
      )}
      {kind === 'message' ? (
        <Textarea
          label="Message"
          description="It shows in each person’s tray."
          data-autofocus
          required
          autosize
          minRows={3}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      ) : (
        <ReasonField value={words} onChange={setWords} description="The people see it, and it stays in the history." />
      )}
    </FormDialog>
  );
}
