import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CheckId } from '../../../../shared/checks/index.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { BreakerEvent, BreakerTrial } from '../../../../shared/protocol/policy-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { formatDuration } from '../../../../shared/time.ts';
import { Notice } from '../../parts/notice.tsx';
import { Panel } from '../../parts/page.tsx';
import { Failed, Refusal, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { useCall } from '../../parts/use-call.ts';
import { checkTitle, plural } from '../../parts/words.ts';
import { BreakerBanner } from '../programs/breaker-banner.tsx';
import { breakerQuery } from './queries.ts';

/** The breaker of one program: what it holds, what it would do, and what it has done. */
export function BreakerView({ program }: { program: ProgramView }) {
  const { data, error, refetch } = useQuery(breakerQuery(program.id));
  return (
    <Stack gap="md">
      <BreakerBanner program={program} />
      <Trial program={program} />
      <Panel title="What it has done">
        {data && data.rows.length === 0 && <Text size="sm">It has never tripped.</Text>}
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
  const trial = useCall(consoleRoutes.tryBreaker);
  const workstations = Math.max(Number(count) || 1, 1);
  return (
    <Panel title="Try it out">
      <Stack gap="sm">
        <Text size="sm">Suppose that one check locked so many workstations right now. Nobody is locked by this.</Text>
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label="Check"
            value={check}
            data={CheckId.options.map((id) => ({ value: id, label: checkTitle(id) }))}
            onChange={(event) => setCheck(CheckId.parse(event.currentTarget.value))}
          />
          <TextInput
            type="number"
            label="Workstations"
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
            Try
          </Button>
        </Group>
        <Refusal error={trial.error} />
        {trial.data && <Verdict trial={trial.data} />}
      </Stack>
    </Panel>
  );
}

function Verdict({ trial: { trips, workstations, lockedLately, tripsAt, within } }: { trial: BreakerTrial }) {
  const lately = lockedLately > 0 ? ` It has locked ${lockedLately} lately; they count.` : '';
  return (
    <Notice
      role="status"
      tone={trips ? 'warned' : 'ready'}
      icon={trips ? IconShieldOff : IconShieldCheck}
      title={trips ? 'The breaker would step in' : 'The breaker would let it happen'}
    >
      It steps in when a check has locked {tripsAt} of the program’s {plural(workstations, 'workstation')} within{' '}
      {formatDuration(within)}.{lately}
    </Notice>
  );
}

function Events({ events }: { events: readonly BreakerEvent[] }) {
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>When</th>
          <th>What</th>
          <th>Who</th>
        </tr>
      </thead>
      <tbody>
        {events.map(({ id, at, kind, check, by, locked, reason }) => {
          const known = CheckId.safeParse(check);
          const title = known.success ? checkTitle(known.data) : check;
          return (
            <tr key={id}>
              <td>
                <At at={at} />
              </td>
              <td>
                {kind === 'tripped'
                  ? `Held “${title}” back after it had locked ${plural(locked ?? 0, 'workstation')}`
                  : `Let “${title}” lock again${reason ? `: ${reason}` : ''}`}
              </td>
              <td>{kind === 'tripped' ? 'by itself' : by}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
