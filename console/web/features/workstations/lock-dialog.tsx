import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import type { Actions } from './use-actions.ts';

interface LockDialogProps {
  workstation: WorkstationDetail;
  actions: Actions;
  onClose: () => void;
}

/** Shorter reasons help nobody who reads them later; the console refuses them. */
export const shortestReason = 3;

export function LockDialog({ workstation, actions, onClose }: LockDialogProps) {
  const [reason, setReason] = useState('');
  const [program, setProgram] = useState('');
  const { programs, person = 'The person at this PC' } = workstation;
  const where = programs.find((one) => one.program === program)?.programName ?? 'every program';
  return (
    <FormDialog
      title={`Lock ${workstation.person ?? workstation.hostName}`}
      onClose={onClose}
      onSubmit={() => actions.lockNow({ reason, program: program || undefined }, onClose)}
      submit="Lock now"
      danger
      disabled={reason.trim().length < shortestReason}
      pending={actions.lock.isPending}
      error={actions.lock.error}
    >
      <Text size="sm">
        {person} loses the CRM of {where} at once, open pages included, until somebody lifts the lock.
      </Text>
      {programs.length > 1 && (
        <Radio.Group label="What to lock" value={program} onChange={setProgram}>
          <Stack gap={6} mt={6}>
            <Radio value="" label="All programs" />
            {programs.map((one) => (
              <Radio key={one.program} value={one.program} label={`Only ${one.programName}`} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <ReasonField value={reason} onChange={setReason} description="The person sees it, and it stays in the history." />
    </FormDialog>
  );
}
