import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CheckId } from '../../../../shared/checks/index.ts';
import type { WorkstationRow } from '../../../../shared/protocol/views.ts';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Outdated, Waiting } from '../../parts/states.tsx';
import { At } from '../../parts/time.tsx';
import { listBehind } from '../workstations/list-search.ts';
import { workstationsQuery } from '../workstations/queries.ts';

interface HeldBackProps {
  program: string;
  check: CheckId;
}

/** More of them stand in the list of workstations. */
const most = 20;

/** Whom a check would lock or warn if the breaker let it. */
export function HeldBack({ program, check }: HeldBackProps) {
  const search = listBehind('held', check, program);
  const { data, error, refetch } = useQuery(workstationsQuery(search, 0));
  const voice = useVoice();
  const { breaker: words } = voice.words.policy;
  const retry = () => void refetch();
  return (
    <Panel
      title={voice.fill(words.whom, { check: voice.title(check) })}
      aside={
        data &&
        data.total > 0 && (
          <TextLink to="/workstations" search={search}>
            {voice.count(voice.words.frame.terms.workstations, data.total)}
          </TextLink>
        )
      }
    >
      {data && <Outdated error={error} retry={retry} />}
      <Text size="sm">{data?.total === 0 ? words.nobody : words.whomAbout}</Text>
      {data && data.total > 0 && <Held rows={data.rows.slice(0, most)} check={check} />}
      {!data && error && <Failed error={error} retry={retry} />}
      {!data && !error && <Waiting lines={3} />}
    </Panel>
  );
}

function Held({ rows, check }: { rows: readonly WorkstationRow[]; check: CheckId }) {
  const voice = useVoice();
  const { breaker: words } = voice.words.policy;
  return (
    <table className="table table-flush">
      <thead>
        <tr>
          <th>{words.person}</th>
          <th>{words.pc}</th>
          <th className="mantine-visible-from-sm">{words.problem}</th>
          <th>{words.since}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, person, hostName, programs }) => {
          const reason = programs.flatMap(({ decision }) => decision.reasons).find(({ cause }) => cause === check);
          return (
            <tr key={id}>
              <td>{person ?? '–'}</td>
              <td>
                <TextLink to="/workstations/$id" params={{ id }}>
                  {hostName}
                </TextLink>
              </td>
              <td className="mantine-visible-from-sm">{reason && voice.problem(reason)}</td>
              <td>{reason?.since && <At at={reason.since} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
