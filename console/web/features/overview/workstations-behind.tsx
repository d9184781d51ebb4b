import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Facet } from '../../../../shared/protocol/oversight-views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { useVoice } from '../../parts/speech.tsx';
import { Failed, Waiting } from '../../parts/states.tsx';
import { Ago } from '../../parts/time.tsx';
import { sayFacet } from './facet-words.ts';
import { behindQuery, rowsPerPage } from './queries.ts';

interface WorkstationsBehindProps {
  program: string | undefined;
  facet: Facet;
  value: string;
}

/** The list behind one figure. */
export function WorkstationsBehind({ program, facet, value }: WorkstationsBehindProps) {
  const voice = useVoice();
  const { overview, frame } = voice.words;
  const { facets, behind: words } = overview;
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(behindQuery({ program, facet, value, offset }));
  return (
    <Panel
      title={voice.fill(words.title, { facet: facets[facet], value: sayFacet(voice, facet, value) })}
      aside={
        <TextLink to="/overview" search={{ program }}>
          {words.close}
        </TextLink>
      }
    >
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && (
        <>
          <Text size="sm" c="dimmed" mb="xs" role="status">
            {voice.count(frame.terms.workstations, data.total)}
          </Text>
          <table className="table table-flush">
            <thead>
              <tr>
                <th>{words.workstation}</th>
                <th>{words.access}</th>
                <th className="mantine-visible-from-sm">{words.system}</th>
                <th className="mantine-visible-from-sm">{words.lastContact}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map(({ id, hostName, person, access, system, agentVersion, lastContactAt }) => (
                <tr key={id}>
                  <td>
                    <TextLink to="/workstations/$id" params={{ id }}>
                      {hostName}
                    </TextLink>
                    {person && <Text size="sm">{person}</Text>}
                  </td>
                  <td>
                    <AccessBadge access={access} />
                  </td>
                  <td className="mantine-visible-from-sm">
                    {system}
                    <Text size="xs" c="dimmed">
                      {voice.fill(words.agent, { version: agentVersion })}
                    </Text>
                  </td>
                  <td className="mantine-visible-from-sm">
                    {lastContactAt ? <Ago at={lastContactAt} /> : words.never}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {(offset > 0 || data.total > offset + rowsPerPage) && (
            <Button.Group mt="sm">
              <Button variant="default" disabled={offset === 0} onClick={() => setOffset(offset - rowsPerPage)}>
                {words.before}
              </Button>
              <Button
                variant="default"
                disabled={data.total <= offset + rowsPerPage}
                onClick={() => setOffset(offset + rowsPerPage)}
              >
                {words.after}
              </Button>
            </Button.Group>
          )}
        </>
      )}
    </Panel>
  );
}
