import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { keys } from '../../keys.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Notice } from '../../parts/notice.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { At } from '../../parts/time.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useCall } from '../../parts/use-call.ts';
import { useMay } from '../sign-in/use-may.ts';
import { listBehind } from '../workstations/list-search.ts';

type Suspended = ProgramView['suspended'][number];

/** Shown while the breaker holds back automatic locks, until a person resumes them. */
export function BreakerBanner({ program }: { program: ProgramView }) {
  const [resuming, setResuming] = useState<Suspended>();
  const voice = useVoice();
  const { held: words } = voice.words.programs;
  const { workstations } = voice.words.frame.terms;
  const mayResume = useMay(consoleRoutes.resumeLocks);
  if (program.suspended.length === 0) return null;
  return (
    <>
      {program.suspended.map((suspended) => (
        <Notice
          key={suspended.check}
          tone="warned"
          icon={IconAlertTriangle}
          title={voice.fill(words.title, { check: voice.title(suspended.check) })}
        >
          <Stack gap="xs">
            <Text size="sm" component="div">
              <Phrase
                text={words.since}
                with={{
                  time: <At at={suspended.since} />,
                  workstations: voice.count(workstations, suspended.locked),
                }}
              />
            </Text>
            <Group gap="md">
              {mayResume && (
                <Button size="xs" onClick={() => setResuming(suspended)}>
                  {words.resume}
                </Button>
              )}
              <TextLink
                to="/workstations"
                search={listBehind('held', suspended.check, program.id)}
                c="inherit"
                underline="always"
              >
                {words.open}
              </TextLink>
            </Group>
          </Stack>
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
  const voice = useVoice();
  const { held: words } = voice.words.programs;
  const toast = useToast();
  const about = {
    check: voice.title(suspended.check),
    program: program.name,
    workstations: voice.count(voice.words.frame.terms.workstations, suspended.locked),
  };
  const onSuccess = () => {
    onClose();
    toast.done(voice.fill(words.resumed, about));
  };
  return (
    <FormDialog
      title={voice.fill(words.resumeTitle, about)}
      onClose={onClose}
      onSubmit={() =>
        resume.mutate({ params: { id: program.id }, body: { check: suspended.check, reason } }, { onSuccess })
      }
      submit={words.resumeSubmit}
      danger
      disabled={reason.trim().length < 3}
      pending={resume.isPending}
      error={resume.error}
    >
      <Text size="sm">{voice.fill(words.resumeAbout, about)}</Text>
      <ReasonField value={reason} onChange={setReason} />
    </FormDialog>
  );
}
