import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { At } from '../../parts/time.tsx';
import { toastDone } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { checkTitle, plural } from '../../parts/words.ts';

type Suspended = ProgramView['suspended'][number];

/** Shown while the breaker holds back automatic locks, until a person resumes them. */
export function BreakerBanner({ program }: { program: ProgramView }) {
  const [resuming, setResuming] = useState<Suspended>();
  if (program.suspended.length === 0) return null;
  return (
    <>
      {program.suspended.map((suspended) => (
        <Notice
          key={suspended.check}
          tone="warned"
          icon={IconAlertTriangle}
          title={`${checkTitle(suspended.check)}: automatic locks are on hold`}
        >
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              Since <At at={suspended.since} />: the check had locked {plural(suspended.locked, 'workstation')} in a
              short time. Nobody is locked by it until a person resumes it.
            </Text>
            <Button size="xs" onClick={() => setResuming(suspended)}>
              Resume
            </Button>
          </Group>
        </Notice>
      ))}
      {resuming && <ResumeDialog program={program} suspended={resuming} onClose={() => setResuming(undefined)} />}
    </>
  );
}

interface ResumeDialogProps {
  program: ProgramView;
  suspended: Suspended;
  onClose: () => void;
}

function ResumeDialog({ program, suspended, onClose }: ResumeDialogProps) {
  const [reason, setReason] = useState('');
  const resume = useCall(consoleRoutes.resumeLocks, [keys.programs, keys.workstations, keys.audit]);
  const title = checkTitle(suspended.check);
  const onSuccess = () => {
    onClose();
    toastDone(`${title} locks again for ${program.name}.`);
  };
  return (
    <FormDialog
      title={`Let “${title}” lock again?`}
      onClose={onClose}
      onSubmit={() =>
        resume.mutate({ params: { id: program.id }, body: { check: suspended.check, reason } }, { onSuccess })
      }
      submit="Resume locks"
      danger
      disabled={reason.trim().length < 3}
      pending={resume.isPending}
      error={resume.error}
    >
      <Text size="sm">
        Everyone in {program.name} who fails this check now is locked at once. It had locked{' '}
        {plural(suspended.locked, 'workstation')} when it was put on hold.
      </Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
