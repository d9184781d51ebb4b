import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckId } from '../../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { BreakerEvent, BreakerTrial } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import type { Voice } from '../../voice.ts';
import { BreakerBanner } from '../programs/breaker-banner.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { HeldBack } from './held-back.tsx';
import { breakerQuery, thresholdsQuery } from './queries.ts';

/** The breaker of one program: what it holds, what it would do, and what it has done. */
export function BreakerView({ program }: { program: ProgramView }) {
  const { data, error, refetch } = useQuery(breakerQuery(program.id));
  const { breaker: words } = useVoice().words.policy;
  const mayTry = useMay(consoleRoutes.tryBreaker);
  return (
    <Stack gap="md">
      <BreakerBanner program={program} />
      {program.suspended.map(({ check }) => (
        <HeldBack key={check} program={program.id} check={check} />
      ))}
      {mayTry && <Trial program={program} />}
      <Panel title={words.past}>
        {data && data.rows.length === 0 && <Text size="sm">{words.never}</Text>}
        {data && data.rows.length > 0 && <Events events={data.rows} />}
        {!data && error && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <Waiting lines={3} />}
      </Panel>
    </Stack>
  );
}

function Trial({ program }: { program: ProgramView }) {
  const [check, setCheck] = useState<CheckId>(CheckId.options[0] ?? 'software');
  const [count, setCount] = useState('5');
  const voice = useVoice();
  const { breaker: words } = voice.words.policy;
  const { data: thresholds, error } = useQuery(thresholdsQuery(program.id));
  const trial = useCall(consoleRoutes.tryBreaker);
  const workstations = Math.max(Number(count) || 1, 1);
  return (
    <Panel title={words.tryOut}>
      <Stack gap="sm">
        {thresholds && <Text size="sm">{sayThresholds(thresholds, voice)}</Text>}
        <Text size="sm">{words.suppose}</Text>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={words.check}
            value={check}
            data={CheckId.options.map((id) => ({ value: id, label: voice.title(id) }))}
            onChange={(event) => setCheck(CheckId.parse(event.currentTarget.value))}
          />
          <TextInput
            type="number"
            label={words.workstations}
            min={1}
            w={120}
            value={count}
            onChange={(event) => setCount(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={trial.isPending}
            onClick={() => trial.mutate({ params: { id: program.id }, body: { check, workstations } })}
          >
            {words.try}
          </Button>
        </Group>
        <Refusal error={trial.error ?? error} />
        {trial.data && <Verdict trial={trial.data} />}
      </Stack>
    </Panel>
  );
}

function sayThresholds({ workstations, tripsAt, within }: BreakerTrial, voice: Voice): string {
  return voice.fill(voice.words.policy.breaker.from, {
    number: tripsAt,
    workstations: voice.count(voice.words.frame.terms.workstations, workstations),
    span: voice.span(within * 1000),
  });
}

function Verdict({ trial }: { trial: BreakerTrial }) {
  const { trips, lockedLately } = trial;
  const voice = useVoice();
  const { breaker: words } = voice.words.policy;
  return (
    <Notice
      role="status"
      tone={trips ? 'warned' : 'ready'}
      icon={trips ? IconShieldOff : IconShieldCheck}
      title={trips ? words.would : words.wouldNot}
    >
      {sayThresholds(trial, voice)}
      {lockedLately > 0 && ` ${voice.fill(words.lately, { number: lockedLately })}`}
    </Notice>
  );
}

function Events({ events }: { events: readonly BreakerEvent[] }) {
  const voice = useVoice();
  const { breaker: words } = voice.words.policy;
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>{words.when}</th>
          <th>{words.what}</th>
          <th>{words.who}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>
              <At at={event.at} />
            </td>
            <td>{sayEvent(event, voice)}</td>
            <td>{event.kind === 'tripped' ? words.byItself : voice.actor(event.by)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayEvent({ kind, check, locked = 0, reason }: BreakerEvent, voice: Voice): string {
  const { breaker: words } = voice.words.policy;
  const params = { check: voice.title(check) };
  if (kind === 'resumed')
    return voice.fill(reason ? words.resumedWhy : words.resumed, { ...params, reason: reason ?? '' });
  return voice.fill(words.held, { ...params, workstations: voice.count(voice.words.frame.terms.workstations, locked) });
}
