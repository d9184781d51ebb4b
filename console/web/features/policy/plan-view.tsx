import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { IconPlayerPlay, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { Plan, PlanEffect, PlanHistory, PlanJob } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Nothing, Refusal } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { ChangeList } from './change-list.tsx';
import { PlanChart } from './plan-chart.tsx';
import { PlanRows } from './plan-rows.tsx';
import classes from './policy.module.css';
import { type Planned, planQuery } from './queries.ts';
import type { Draft } from './use-policy-draft.ts';

const spans = ['14', '3', '0'] as const;

export interface PlanViewProps {
  program: ProgramView;
  draft: Draft;
  /** The plan that was begun last; it stays while other views are looked at. */
  planned: Planned | undefined;
  onPlan: (planned: Planned | undefined) => void;
}

/** Whom the draft would lock or warn, before it does. */
export function PlanView({ program, draft, planned, onPlan }: PlanViewProps) {
  const { policyPlan: words } = useVoice().words;
  const [days, setDays] = useState('14');
  const start = useCall(consoleRoutes.startPlan);
  const cancel = useCall(consoleRoutes.cancelPlan);
  const { data: job, error } = useQuery(planQuery(planned?.id));
  const { text } = draft;
  const run = () =>
    start.mutate(
      { params: { id: program.id }, body: { text, days: Number(days) } },
      { onSuccess: ({ id }) => onPlan({ id, text }) },
    );
  const isRunning =
    start.isPending || (planned !== undefined && job?.state !== 'done' && job?.state !== 'failed' && !error);
  const stop = () => {
    if (planned) cancel.mutate({ params: { id: planned.id } });
    onPlan(undefined);
    start.reset();
  };
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={words.replayOn}
          data={spans.map((value) => ({ value, label: words.spans[value] }))}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Button
          leftSection={<IconPlayerPlay size={18} aria-hidden />}
          disabled={!draft.parsed.ok || isRunning}
          onClick={run}
        >
          {words.start}
        </Button>
      </Group>
      {!draft.parsed.ok && <Text size="sm">{words.mistakes}</Text>}
      <Refusal error={start.error ?? error} />
      {isRunning && <Running job={job} onStop={stop} />}
      {job?.state === 'failed' && <Refusal error={new Error(words.failed)} />}
      {job?.plan && planned?.text !== text && <Text size="sm">{words.outdated}</Text>}
      {job?.plan && <Result plan={job.plan} />}
      {!planned && !start.isPending && (
        <Nothing icon={IconScale} title={words.empty}>
          {words.emptyAbout}
        </Nothing>
      )}
    </Stack>
  );
}

function Running({ job, onStop }: { job: PlanJob | undefined; onStop: () => void }) {
  const voice = useVoice();
  const { policyPlan: words } = voice.words;
  const { done = 0, total = 0 } = job ?? {};
  const workstations = voice.count(voice.words.frame.terms.workstations, total);
  return (
    <Panel
      title={words.running}
      aside={
        <Button size="xs" variant="default" onClick={onStop}>
          {words.stop}
        </Button>
      }
    >
      <Progress value={total === 0 ? 0 : (done / total) * 100} aria-label={words.progress} />
      <Text size="sm" mt="xs" role="status">
        {voice.fill(words.doneOf, { done: voice.number(done), workstations })}
      </Text>
    </Panel>
  );
}

const effects: readonly { effect: PlanEffect; tone?: string }[] = [
  { effect: 'locked', tone: 'locked' },
  { effect: 'warned', tone: 'warned' },
  { effect: 'freed', tone: 'ready' },
  { effect: 'unaffected' },
  { effect: 'no-data' },
];

function Result({ plan }: { plan: Plan }) {
  const voice = useVoice();
  const { policyPlan: words } = voice.words;
  const { counts, history, lockedInShift } = plan;
  return (
    <>
      <Panel
        title={words.result}
        aside={
          <Text size="sm" c="dimmed" component="div">
            <Phrase text={words.against} with={{ version: plan.comparedWith, time: <At at={plan.at} /> }} />
          </Text>
        }
      >
        <div className={classes['figures']}>
          {effects.map(({ effect, tone }) => (
            <div key={effect} className={classes['figure']} data-tone={counts[effect] > 0 ? tone : undefined}>
              <strong>{voice.number(counts[effect])}</strong>
              <span>{words.effects[effect]}</span>
              {effect === 'locked' && lockedInShift !== undefined && (
                <span>{voice.fill(words.inShiftNow, { number: lockedInShift })}</span>
              )}
            </div>
          ))}
        </div>
      </Panel>
      {history && <History history={history} />}
      <ChangeList changes={plan.changes} causes={plan.causes} />
      <PlanRows plan={plan} />
    </>
  );
}

function History({ history }: { history: PlanHistory }) {
  const voice = useVoice();
  const { history: words } = voice.words.policyPlan;
  const { hours, hoursInShift, everLocked } = history;
  const workstations = (count: number) => voice.count(voice.words.frame.terms.workstations, count);
  return (
    <Panel title={words.title}>
      <Stack gap="xs">
        <Text size="sm">
          <Phrase
            text={words.locked}
            with={{
              workstations: workstations(history.workstations),
              after: <strong>{voice.count(words.hours, hours.after)}</strong>,
              before: voice.number(hours.before),
            }}
          />{' '}
          {hoursInShift && `${voice.fill(words.inShift, { hours: voice.count(words.hours, hoursInShift.after) })} `}
          {voice.fill(words.ever, { workstations: workstations(everLocked.after), before: everLocked.before })}
        </Text>
        <PlanChart history={history} />
      </Stack>
    </Panel>
  );
}
