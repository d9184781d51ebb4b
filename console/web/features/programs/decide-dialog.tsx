import { Text } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationInQueue } from '../../../../shared/protocol/policy-views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { shortestReason } from '../workstations/lock-dialog.tsx';

export type Decision = 'approve' | 'release' | 'refuse';

/** What lets a workstation in, as it stands. */
export function yesTo({ enrolment }: WorkstationInQueue): 'approve' | 'release' {
  return enrolment === 'quarantined' ? 'release' : 'approve';
}

interface DecideDialogProps {
  row: WorkstationInQueue;
  decision: Decision;
  onClose: () => void;
}

export function DecideDialog({ row, decision, onClose }: DecideDialogProps) {
  const [reason, setReason] = useState('');
  const voice = useVoice();
  const words = voice.words.programs.queue[decision];
  const toast = useToast();
  const pc = row.hostName;
  const state = decision === 'refuse' ? 'revoked' : 'active';
  const decide = useCall(consoleRoutes.setEnrolment, [keys.queue, keys.workstations, keys.programs, keys.audit]);
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.done, { pc }));
  };
  return (
    <FormDialog
      title={voice.fill(words.title, { pc })}
      onClose={onClose}
      onSubmit={() => decide.mutate({ params: { id: row.id }, body: { state, reason } }, { onSuccess })}
      submit={words.verb}
      danger={decision === 'refuse'}
      disabled={reason.trim().length < shortestReason}
      pending={decide.isPending}
      error={decide.error}
    >
      <Text size="sm">
        {row.system}
        {row.person && `, ${row.person}`}. {words.about}
      </Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
