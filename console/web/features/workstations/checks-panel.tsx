import { Stack, Text, VisuallyHidden } from '@mantine/core';
import type { CheckId } from '../../../../shared/checks/index.ts';
import type { FindingView, WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { OutcomeBadge } from '../../parts/access-badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { type CheckRow, checkRows } from './check-rows.ts';

/** Every check: what was read and when, and what the policies make of it. */
export function ChecksPanel({ workstation }: { workstation: WorkstationDetail }) {
  const voice = useVoice();
  const { checks: words } = voice.words.workstation;
  const rows = checkRows(workstation, voice);
  const several = workstation.programs.length > 1;
  return (
    <Panel title={words.title}>
      <table className="table table-flush">
        <thead>
          <tr>
            <th>{words.check}</th>
            <th>{words.result}</th>
            <th className="mantine-visible-from-md">{words.wasRead}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.check} row={row} several={several} excusedUntil={excusedUntil(workstation, row.check)} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {words.none}
        </Text>
      )}
    </Panel>
  );
}

/** The end of the longest excuse that covers a check. */
function excusedUntil({ excuses }: WorkstationDetail, check: CheckId): string | undefined {
  return excuses
    .filter(({ checks }) => checks.includes(check))
    .map(({ until }) => until)
    .sort()
    .at(-1);
}

interface RowProps {
  row: CheckRow;
  several: boolean;
  excusedUntil: string | undefined;
}

function Row({ row, several, excusedUntil: until }: RowProps) {
  const voice = useVoice();
  return (
    <tr style={{ verticalAlign: 'top' }}>
      <td style={{ width: 170 }}>
        <Text size="sm" fw={600}>
          {voice.title(row.check)}
        </Text>
      </td>
      <td>
        <Stack gap="xs">
          {row.results.map(({ finding, programs }) => (
            <Result
              key={`${finding.code} ${programs.join()}`}
              finding={finding}
              programs={several ? programs.join(', ') : ''}
              excusedUntil={until}
            />
          ))}
          {row.results.length === 0 && (
            <Text size="sm" c="dimmed">
              {voice.words.workstation.checks.inNoPolicy}
            </Text>
          )}
        </Stack>
        <Text size="xs" mt={6} hiddenFrom="md" component="div">
          <Reading row={row} />
        </Text>
      </td>
      <td className="mantine-visible-from-md" style={{ width: '38%' }}>
        <Text size="sm" component="div">
          <Reading row={row} />
        </Text>
      </td>
    </tr>
  );
}

interface ResultProps {
  finding: FindingView;
  programs: string;
  excusedUntil: string | undefined;
}

function Result({ finding, programs, excusedUntil: until }: ResultProps) {
  const voice = useVoice();
  const { strategy: strategyWords } = voice.words.frame.terms;
  const { check, outcome, code, params, strategy } = finding;
  const { problem } = voice.say(check, code, params);
  const matters = outcome === 'fail' || outcome === 'cannot-tell';
  return (
    <div>
      <OutcomeBadge outcome={outcome} />
      {outcome !== 'pass' && (
        <Text size="sm" mt={4}>
          {problem}
        </Text>
      )}
      <Text size="xs" c="dimmed" component="div">
        {programs}
        {matters && programs && ' · '}
        {matters && (until ? <ExcusedUntil at={until} /> : strategyWords[strategy])}
      </Text>
    </div>
  );
}

function ExcusedUntil({ at }: { at: string }) {
  const { checks: words } = useVoice().words.workstation;
  return <Phrase text={words.excusedUntil} with={{ time: <At at={at} /> }} />;
}

function Reading({ row }: { row: CheckRow }) {
  const { checks: words } = useVoice().words.workstation;
  return (
    <>
      <VisuallyHidden>{words.wasRead}: </VisuallyHidden>
      {row.fact}
      {row.readAt && (
        <Text size="xs" c="dimmed" component="div">
          <Phrase text={words.readAt} with={{ time: <Ago at={row.readAt} /> }} />
        </Text>
      )}
    </>
  );
}
