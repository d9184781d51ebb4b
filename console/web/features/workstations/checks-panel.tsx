import { Stack, Text, VisuallyHidden } from '@mantine/core';
import type { CheckId } from '../../../../shared/checks/index.ts';
import type { FindingView, WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { say } from '../../../../shared/words/english.ts';
import { OutcomeBadge } from '../../parts/access-badge.tsx';
import { Panel } from '../../parts/page.tsx';
import { Ago, At } from '../../parts/time.tsx';
import { checkTitle, strategyWords } from '../../parts/words.ts';
import { type CheckRow, checkRows } from './check-rows.ts';

/** Every check: what was read and when, and what the policies make of it. */
export function ChecksPanel({ workstation }: { workstation: WorkstationDetail }) {
  const rows = checkRows(workstation);
  const several = workstation.programs.length > 1;
  return (
    <Panel title="Checks">
      <table className="table table-flush">
        <thead>
          <tr>
            <th>Check</th>
            <th>Result</th>
            <th className="mantine-visible-from-md">What was read</th>
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
          No policy of this workstation asks for a check.
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
  return (
    <tr style={{ verticalAlign: 'top' }}>
      <td style={{ width: 150 }}>
        <Text size="sm" fw={600}>
          {checkTitle(row.check)}
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
              In no policy
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
  const { check, outcome, code, params, strategy } = finding;
  const { problem } = say(check, code, params);
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
  return (
    <>
      Excused until <At at={at} />
    </>
  );
}

function Reading({ row }: { row: CheckRow }) {
  return (
    <>
      <VisuallyHidden>Read: </VisuallyHidden>
      {row.fact}
      {row.readAt && (
        <Text size="xs" c="dimmed" component="div">
          read <Ago at={row.readAt} />
        </Text>
      )}
    </>
  );
}
