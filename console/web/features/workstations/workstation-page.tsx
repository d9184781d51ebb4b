import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Refused } from '../../api.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Nothing, Outdated, Waiting } from '../../parts/states.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { AccessPanel } from './access-panel.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { EnrolmentDialog, type EnrolmentStep } from './enrolment-dialog.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { LastContact } from './last-contact.tsx';
import { MessagesPanel } from './messages-panel.tsx';
import { workstationQuery } from './queries.ts';
import { ReportsPanel } from './reports-panel.tsx';
import { systemName } from './system-name.ts';
import { TimelinePanel } from './timeline-panel.tsx';
import { useActions } from './use-actions.ts';
import { WorkstationActions } from './workstation-actions.tsx';
import classes from './workstation-page.module.css';

export function WorkstationPage() {
  const { id } = useParams({ from: '/signed-in/workstations/$id' });
  const { workstation: words } = useVoice().words;
  const { data, error, refetch } = useQuery(workstationQuery(id));
  if (data) return <Loaded key={id} workstation={data} error={error} retry={() => void refetch()} />;
  return (
    <Page title={words.title} about={<BackLink to="/workstations">{words.all}</BackLink>}>
      {!error && <Waiting lines={5} height={90} />}
      {error instanceof Refused && error.code === 'not-found' ? (
        <Nothing icon={IconZoomQuestion} title={words.notFound}>
          {words.notFoundWhy}
        </Nothing>
      ) : (
        error && <Failed error={error} retry={() => void refetch()} />
      )}
    </Page>
  );
}

interface LoadedProps {
  workstation: WorkstationDetail;
  error: Error | null;
  retry: () => void;
}

function Loaded({ workstation, error, retry }: LoadedProps) {
  const { all } = useVoice().words.workstation;
  const actions = useActions(workstation);
  const [step, setStep] = useState<EnrolmentStep>();
  const { person, hostName } = workstation;
  return (
    <Page
      title={person ?? hostName}
      about={
        <Group gap="2px var(--mantine-spacing-md)">
          <BackLink to="/workstations">{all}</BackLink>
          {person && <span>{hostName}</span>}
          <span>{systemName(workstation)}</span>
          <LastContact row={workstation} />
        </Group>
      }
      actions={<WorkstationActions workstation={workstation} actions={actions} onStep={setStep} />}
    >
      <Outdated error={error} retry={retry} />
      <EnrolmentBanner workstation={workstation} onStep={setStep} />
      <div className={classes['columns']}>
        <div className={classes['stack']}>
          {workstation.programs.map((view) => (
            <AccessPanel key={view.program} view={view} />
          ))}
        </div>
        <div className={classes['aside']}>
          <ExceptionsPanel workstation={workstation} actions={actions} />
          <MessagesPanel workstation={workstation} />
          <FactsPanel workstation={workstation} />
        </div>
        <ChecksPanel workstation={workstation} />
        <div className={classes['stack']}>
          <ReportsPanel workstation={workstation} />
          <div id="timeline">
            <TimelinePanel workstation={workstation} />
          </div>
        </div>
      </div>
      {step && <EnrolmentDialog step={step} workstation={workstation} onClose={() => setStep(undefined)} />}
    </Page>
  );
}

interface EnrolmentBannerProps {
  workstation: WorkstationDetail;
  onStep: (step: EnrolmentStep) => void;
}

/** While the enrolment itself keeps the workstation from working: why, and what to decide. */
function EnrolmentBanner({ workstation: { enrolment }, onStep }: EnrolmentBannerProps) {
  const { enrolment: words, steps } = useVoice().words.workstation;
  const mayDecide = useMay(consoleRoutes.setEnrolment);
  if (enrolment === 'active') return null;
  if (enrolment === 'revoked') {
    return (
      <Notice tone="locked" icon={IconAlertTriangle} title={words.revoked}>
        {words.revokedWhy}
      </Notice>
    );
  }
  const isNew = enrolment === 'awaiting-approval';
  const [step, no] = isNew ? (['approve', 'refuse'] as const) : (['release', 'revoke'] as const);
  return (
    <Notice tone="warned" icon={IconAlertTriangle} title={isNew ? words.waits : words.quarantined}>
      {mayDecide ? (
        <Group gap="xs" mt={4}>
          <Button size="xs" onClick={() => onStep(step)}>
            {steps[step].verb}
          </Button>
          <Button size="xs" variant="default" onClick={() => onStep(no)}>
            {steps[no].verb}
          </Button>
        </Group>
      ) : (
        words.othersDecide
      )}
    </Notice>
  );
}
