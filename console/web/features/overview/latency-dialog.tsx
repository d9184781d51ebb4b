import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Transition } from '../../../../shared/protocol/oversight-views.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { TextLink } from '../../parts/links.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { latenciesQuery, type Speed } from './queries.ts';

interface LatencyDialogProps {
  of: Speed;
  program: string | undefined;
  onClose: () => void;
}

/** What a figure of speed is made of, the slowest first. */
export function LatencyDialog({ of, program, onClose }: LatencyDialogProps) {
  const voice = useVoice();
  const { speed: words } = voice.words.overview;
  const { data, error, refetch } = useQuery(latenciesQuery(of, program));
  return (
    <Dialog title={voice.fill(words.slowest, { what: words[of] })} onClose={onClose} size="xl">
      {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <Waiting lines={5} />)}
      {data?.total === 0 && <Text size="sm">{words.none}</Text>}
      {data && data.total > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {data.rows.length < data.total
              ? voice.fill(words.some, { shown: voice.number(data.rows.length), total: voice.number(data.total) })
              : words.every}
          </Text>
          <Transitions rows={data.rows} />
        </>
      )}
    </Dialog>
  );
}

function Transitions({ rows }: { rows: readonly Transition[] }) {
  const voice = useVoice();
  const { columns } = voice.words.overview.speed;
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>{columns.whom}</th>
          <th className="mantine-visible-from-sm">{columns.program}</th>
          <th>{columns.when}</th>
          <th>{columns.took}</th>
          <th className="mantine-visible-from-sm">{columns.console}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ workstation, program, at, person, hostName, programName, total, console }) => (
          <tr key={`${workstation} ${program} ${at}`}>
            <td>
              <TextLink to="/workstations/$id" params={{ id: workstation }}>
                {person ?? hostName}
              </TextLink>
              {person && (
                <Text size="xs" c="dimmed">
                  {hostName}
                </Text>
              )}
            </td>
            <td className="mantine-visible-from-sm">{programName}</td>
            <td>
              <At at={at} />
            </td>
            <td>{voice.milliseconds(total)}</td>
            <td className="mantine-visible-from-sm">{voice.milliseconds(console)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
