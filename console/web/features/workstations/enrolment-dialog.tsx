import { Text } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { shortestReason } from './lock-dialog.tsx';

export type EnrolmentStep = 'approve' | 'release' | 'revoke';

const steps = {
  approve: {
    title: 'Approve',
    state: 'active',
    about: 'It may work as soon as its checks allow it. Approve only a PC that you expected.',
    done: 'approved',
  },
  release: {
    title: 'Release from quarantine',
    state: 'active',
    about:
      'Two PCs used the same identity. Release it only when you know why, such as a restored disk image; otherwise revoke it and enrol both anew.',
    done: 'released from quarantine',
  },
  revoke: {
    title: 'Revoke',
    state: 'revoked',
    about: 'It loses every CRM at once and for good: only a new enrolment code brings the PC back.',
    done: 'revoked',
  },
} as const;

interface EnrolmentDialogProps {
  step: EnrolmentStep;
  workstation: WorkstationDetail;
  onClose: () => void;
}

export function EnrolmentDialog({ step, workstation, onClose }: EnrolmentDialogProps) {
  const toast = useToast();
  const { id, hostName, person } = workstation;
  const { title, state, about, done } = steps[step];
  const [reason, setReason] = useState('');
  const set = useCall(consoleRoutes.setEnrolment, [
    keys.workstation(id),
    keys.timeline(id),
    keys.workstations,
    keys.programs,
    keys.audit,
  ]);
  const onSuccess = () => {
    onClose();
    toast.done(`${hostName} is ${done}.`);
  };
  return (
    <FormDialog
      title={`${title} ${hostName}${person ? ` of ${person}` : ''}?`}
      onClose={onClose}
      onSubmit={() => set.mutate({ params: { id }, body: { state, reason } }, { onSuccess })}
      submit={title}
      danger={step === 'revoke'}
      disabled={reason.trim().length < shortestReason}
      pending={set.isPending}
      error={set.error}
    >
      <Text size="sm">{about}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
