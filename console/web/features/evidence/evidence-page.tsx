import { Anchor, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { evidencePaths } from '../../../../shared/protocol/oversight-routes.ts';
import type { Control, FrameworkView } from '../../../../shared/protocol/oversight-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { call } from '../../api.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { listChecks } from '../../parts/words.ts';
import { programsQuery } from '../programs/queries.ts';

const controlsQuery = queryOptions({
  queryKey: ['controls'],
  queryFn: ({ signal }) => call(consoleRoutes.controls, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What can be shown to an assessor: reports for a period, and what they speak to. */
export function EvidencePage() {
  const controls = useQuery(controlsQuery);
  const programs = useQuery(programsQuery);
  const error = controls.error ?? programs.error;
  const retry = () => void Promise.all([controls.refetch(), programs.refetch()]);
  return (
    <Page
      title="Evidence"
      about="What was checked and what was found. Whether a standard is met is for an assessor to judge."
    >
      {programs.data && programs.data.rows.length > 0 && <Report programs={programs.data.rows} />}
      {controls.data?.frameworks.map((framework) => (
        <FrameworkPanel
          key={framework.id}
          framework={framework}
          controls={controls.data.controls.filter((control) => control.framework === framework.id)}
        />
      ))}
      {!controls.data && error && <Failed error={error} retry={retry} />}
      {!controls.data && !error && <Waiting lines={6} height={90} />}
    </Page>
  );
}

const day = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

function Report({ programs }: { programs: readonly ProgramView[] }) {
  const [program, setProgram] = useState(programs[0]?.id ?? '');
  const [from, setFrom] = useState(() => toDay(Date.now() - 30 * day));
  const [to, setTo] = useState(() => toDay(Date.now()));
  const isWhole = from !== '' && to !== '' && from <= to;
  const query = isWhole
    ? new URLSearchParams({
        program,
        from: `${from}T00:00:00.000Z`,
        // The last day belongs to the period.
        to: new Date(Date.parse(`${to}T00:00:00.000Z`) + day).toISOString(),
      })
    : undefined;
  return (
    <Panel title="Report for a period">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Program"
          value={program}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setProgram(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="From"
          value={from}
          max={to}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="To"
          value={to}
          min={from}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        {query ? (
          <Group gap="md" pb={8}>
            <Anchor href={`${evidencePaths.pdf}?${query}`} download>
              <IconFileTypePdf size={18} aria-hidden style={{ verticalAlign: '-0.2rem' }} /> Download PDF
            </Anchor>
            <Anchor href={`${evidencePaths.csv}?${query}`} download>
              <IconFileTypeCsv size={18} aria-hidden style={{ verticalAlign: '-0.2rem' }} /> Download CSV
            </Anchor>
          </Group>
        ) : (
          <Text size="sm" pb={10}>
            Choose a first and a last day.
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        Days are UTC. The report verifies the audit chain and names its last hash.
      </Text>
    </Panel>
  );
}

function FrameworkPanel({ framework, controls }: { framework: FrameworkView; controls: readonly Control[] }) {
  const { name, edition, source, asOf } = framework;
  return (
    <Panel title={name}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {edition}. Compared on {asOf}.{' '}
          <Anchor href={source} target="_blank" rel="noreferrer" size="sm">
            Where {name} is published
          </Anchor>
        </Text>
        <table className="table table-flush">
          <thead>
            <tr>
              <th>Control</th>
              <th>What it asks for</th>
              <th>What is shown here</th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ control, asks, shows, checks }) => (
              <tr key={control}>
                <td>{control}</td>
                <td>{asks}</td>
                <td>
                  {shows}
                  {checks.length > 0 && (
                    <Text size="sm" c="dimmed">
                      {listChecks(checks)}
                    </Text>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Stack>
    </Panel>
  );
}
