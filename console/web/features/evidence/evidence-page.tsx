import { Anchor, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { evidencePaths } from '../../../../shared/protocol/oversight-routes.ts';
import type { Control, FrameworkView } from '../../../../shared/protocol/oversight-views.ts';
import type { ProgramView } from '../../../../shared/protocol/views.ts';
import { call } from '../../api.ts';
import { Page, Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { programsQuery } from '../programs/queries.ts';

const controlsQuery = queryOptions({
  queryKey: ['controls'],
  queryFn: ({ signal }) => call(consoleRoutes.controls, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** What can be shown to an assessor: reports for a period, and what they speak to. */
export function EvidencePage() {
  const { evidence: words } = useVoice().words;
  const controls = useQuery(controlsQuery);
  const programs = useQuery(programsQuery);
  const error = controls.error ?? programs.error;
  const retry = () => void Promise.all([controls.refetch(), programs.refetch()]);
  return (
    <Page title={words.title} about={words.about}>
      {programs.data && programs.data.rows.length > 0 && <Report programs={programs.data.rows} />}
      {controls.data?.frameworks.map((framework) => (
        <FrameworkPanel
          key={framework.id}
          framework={framework}
          controls={controls.data.controls.filter((control) => control.framework === framework.id)}
        />
      ))}
      {(controls.data || programs.data) && <Outdated error={error} retry={retry} />}
      {!controls.data && !programs.data && error && <Failed error={error} retry={retry} />}
      {!controls.data && !error && <Waiting lines={6} height={90} />}
    </Page>
  );
}

const day = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

function Report({ programs }: { programs: readonly ProgramView[] }) {
  const { report: words } = useVoice().words.evidence;
  const search = useSearch({ from: '/signed-in/evidence' });
  const navigate = useNavigate({ from: '/evidence' });
  const show = (change: typeof search) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const program = programs.find(({ id }) => id === search.program)?.id ?? programs[0]?.id ?? '';
  const { from = toDay(Date.now() - 30 * day), to = toDay(Date.now()) } = search;
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
    <Panel title={words.title}>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={words.program}
          value={program}
          data={programs.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => show({ program: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.from}
          value={from}
          max={to}
          onChange={(event) => show({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={words.to}
          value={to}
          min={from}
          onChange={(event) => show({ to: event.currentTarget.value })}
        />
        {query ? (
          <Group gap="md" pb={8}>
            <Anchor href={`${evidencePaths.pdf}?${query}`} download>
              <IconFileTypePdf size={18} aria-hidden style={{ verticalAlign: '-0.2rem' }} /> {words.pdf}
            </Anchor>
            <Anchor href={`${evidencePaths.csv}?${query}`} download>
              <IconFileTypeCsv size={18} aria-hidden style={{ verticalAlign: '-0.2rem' }} /> {words.csv}
            </Anchor>
          </Group>
        ) : (
          <Text size="sm" pb={10}>
            {words.chooseDays}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        {words.note}
      </Text>
    </Panel>
  );
}

function FrameworkPanel({ framework, controls }: { framework: FrameworkView; controls: readonly Control[] }) {
  const voice = useVoice();
  const { evidence: words } = voice.words;
  const name = voice.phrase(framework.name);
  const edition = voice.phrase(framework.edition);
  return (
    <Panel title={name}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {voice.fill(words.compared, { edition, date: framework.asOf })}{' '}
          <Anchor href={framework.source} target="_blank" rel="noreferrer" size="sm" underline="always">
            {voice.fill(words.published, { name })}
          </Anchor>
        </Text>
        <table className="table table-flush">
          <thead>
            <tr>
              <th>{words.control}</th>
              <th>{words.asks}</th>
              <th>{words.shows}</th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ control, asks, shows, checks }) => (
              <tr key={control}>
                <td>{control}</td>
                <td>{voice.phrase(asks)}</td>
                <td>
                  {voice.phrase(shows)}
                  {checks.length > 0 && (
                    <Text size="sm" c="dimmed">
                      {voice.checks(checks)}
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
