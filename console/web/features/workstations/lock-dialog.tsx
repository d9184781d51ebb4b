import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import type { Actions } from './use-actions.ts';

interface LockDialogProps {
  workstation: WorkstationDetail;
  actions: Actions;
  onClose: () => void;
}

/** Shorter reasons help nobody who reads them later; the console refuses them. */
export const shortestReason = 3;

export function LockDialog({ workstation, actions, onClose }: LockDialogProps) {
  const voice = useVoice();
  const { lock: words } = voice.words.workstation;
  const [reason, setReason] = useState('');
  const [program, setProgram] = useState('');
  const { programs, person = words.somebody } = workstation;
  const where = programs.find((one) => one.program === program)?.programName ?? words.everyProgram;
  return (
    <FormDialog
      title={voice.fill(words.title, { who: workstation.person ?? workstation.hostName })}
      onClose={onClose}
      onSubmit={() => actions.lockNow({ reason, program: program || undefined }, onClose)}
      submit={words.submit}
      danger
      disabled={reason.trim().length < shortestReason}
      pending={actions.lock.isPending}
      error={actions.lock.error}
    >
      <Text size="sm">{voice.fill(words.about, { person, program: where })}</Text>
      {programs.length > 1 && (
        <Radio.Group label={words.what} value={program} onChange={setProgram}>
          <Stack gap={6} mt={6}>
            <Radio value="" label={words.all} />
            {programs.map((one) => (
              <Radio
                key={one.program}
                value={one.program}
                label={voice.fill(words.only, { program: one.programName })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <ReasonField value={reason} onChange={setReason} description={words.reasonIsFor} />
    </FormDialog>
  );
}
