import { Text } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { shortestReason } from './lock-dialog.tsx';

export type EnrolmentStep = 'approve' | 'release' | 'refuse' | 'revoke';

const states = { approve: 'active', release: 'active', refuse: 'revoked', revoke: 'revoked' } as const;

interface EnrolmentDialogProps {
  step: EnrolmentStep;
  workstation: WorkstationDetail;
  onClose: () => void;
}

export function EnrolmentDialog({ step, workstation, onClose }: EnrolmentDialogProps) {
  const toast = useToast();
  const voice = useVoice();
  const words = voice.words.workstation.steps[step];
  const { id, hostName, person } = workstation;
  const [reason, setReason] = useState('');
  const set = useCall(consoleRoutes.setEnrolment, [
    keys.workstation(id),
    keys.timeline(id),
    keys.workstations,
    keys.queue,
    keys.programs,
    keys.audit,
  ]);
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.done, { pc: hostName }));
  };
  return (
    <FormDialog
      title={person ? voice.fill(words.titleOf, { pc: hostName, person }) : voice.fill(words.title, { pc: hostName })}
      onClose={onClose}
      onSubmit={() => set.mutate({ params: { id }, body: { state: states[step], reason } }, { onSuccess })}
      submit={words.verb}
      danger={states[step] === 'revoked'}
      disabled={reason.trim().length < shortestReason}
      pending={set.isPending}
      error={set.error}
    >
      <Text size="sm">{words.about}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
