import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Plan, PlanEffect, PlanJob } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { Nothing, Refusal } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { plural } from '../../parts/words.ts';
import { ChangeList } from './change-list.tsx';
import { PlanChart } from './plan-chart.tsx';
import { PlanRows } from './plan-rows.tsx';
import classes from './policy.module.css';
import { planQuery } from './queries.ts';
import type { Draft } from './use-policy-draft.ts';

const spans = [
  { value: '14', label: 'Current facts and the last 14 days' },
  { value: '3', label: 'Current facts and the last 3 days' },
  { value: '0', label: 'Current facts alone' },
];

/** Whom the draft would lock or warn, before it does. */
export function PlanView({ program, draft }: { program: ProgramView; draft: Draft }) {
  const [days, setDays] = useState('14');
  const start = useCall(consoleRoutes.startPlan);
  const cancel = useCall(consoleRoutes.cancelPlan);
  const { data: job, error } = useQuery(planQuery(start.data?.id));
  const run = () => start.mutate({ params: { id: program.id }, body: { text: draft.text, days: Number(days) } });
  const isRunning =
    start.isPending || (start.data !== undefined && job?.state !== 'done' && job?.state !== 'failed' && !error);
  const stop = () => {
    if (start.data) cancel.mutate({ params: { id: start.data.id } });
    start.reset();
  };
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Replay on"
          data={spans}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Button
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          disabled={!draft.parsed.ok || isRunning}
          onClick={run}
        >
          Work out the plan
        </Button>
      </Group>
      {!draft.parsed.ok && <Text size="sm">The text has mistakes; correct them first.</Text>}
      <Refusal error={start.error ?? error} />
      {isRunning && <Running job={job ?? start.data} onStop={stop} />}
      {job?.state === 'failed' && <Refusal error={new Error('The plan could not be worked out. Start it again.')} />}
      {job?.plan && <Result plan={job.plan} />}
      {!start.data && !start.isPending && (
        <Nothing icon={IconScale} title="See whom it hits before it does">
          The draft is played on the facts of every workstation and on the recorded reports. Nobody is locked by it.
        </Nothing>
      )}
    </Stack>
  );
}

function Running({ job, onStop }: { job: PlanJob | undefined; onStop: () => void }) {
  const { done = 0, total = 0 } = job ?? {};
  return (
    <Panel
      title="Working it out"
      aside={
        <Button size="xs" variant="default" onClick={onStop}>
          Stop
        </Button>
      }
    >
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label="Workstations looked at" />
      <Text size="sm" mt="xs" role="status">
        {done.toLocaleString('en')} of {plural(total, 'workstation')}
      </Text>
    </Panel>
  );
}

const effects: readonly { effect: PlanEffect; label: string; tone?: string }[] = [
  { effect: 'locked', label: 'would be locked', tone: 'locked' },
  { effect: 'warned', label: 'would be warned', tone: 'warned' },
  { effect: 'freed', label: 'would be let in', tone: 'ready' },
  { effect: 'unaffected', label: 'not affected' },
  { effect: 'no-data', label: 'without data' },
];

function Result({ plan }: { plan: Plan }) {
  const { counts, history, lockedInShift } = plan;
  return (
    <>
      <Panel
        title="If it were published now"
        aside={
          <Text size="sm" c="dimmed" component="div">
            Against version {plan.comparedWith}, <At at={plan.at} />
          </Text>
        }
      >
        <div className={classes['figures']}>
          {effects.map(({ effect, label, tone }) => (
            <div key={effect} className={classes['figure']} data-tone={counts[effect] > 0 ? tone : undefined}>
              <strong>{counts[effect].toLocaleString('en')}</strong>
              <span>{label}</span>
              {effect === 'locked' && lockedInShift !== undefined && <span>{lockedInShift} of them in shift now</span>}
            </div>
          ))}
        </div>
      </Panel>
      {history && (
        <Panel title="On recorded history">
          <Stack gap="xs">
            <Text size="sm">
              On {plural(history.workstations, 'workstation')} with recorded reports, locked for{' '}
              <strong>{history.hours.after.toLocaleString('en')} hours</strong> instead of{' '}
              {history.hours.before.toLocaleString('en')}
              {history.hoursInShift && `, ${history.hoursInShift.after.toLocaleString('en')} of them in shift`};{' '}
              {plural(history.everLocked.after, 'workstation')} at some time instead of {history.everLocked.before}.
            </Text>
            <PlanChart history={history} />
          </Stack>
        </Panel>
      )}
      <ChangeList changes={plan.changes} causes={plan.causes} />
      <PlanRows plan={plan} />
    </>
  );
}
