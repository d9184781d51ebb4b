import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationInQueue } from '../../../../shared/protocol/policy-views.ts';
import { TextLink } from '../../parts/links.tsx';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago } from '../../parts/time.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { DecideDialog, type Decision, yesTo } from './decide-dialog.tsx';
import { useProgramName } from './use-program-name.ts';

interface Opened {
  row: WorkstationInQueue;
  decision: Decision;
}

/** Workstations that wait for a decision by IT, the longest first. */
export function Queue({ rows }: { rows: readonly WorkstationInQueue[] }) {
  const [opened, setOpened] = useState<Opened>();
  const voice = useVoice();
  const { queue: words } = voice.words.programs;
  const mayDecide = useMay(consoleRoutes.setEnrolment);
  return (
    <>
      {rows.length > 0 && (
        <Panel title={words.title} aside={<Behind rows={rows} />}>
          <table className="table table-flush">
            <thead>
              <tr>
                <th>{words.pc}</th>
                <th className="mantine-visible-from-sm">{words.person}</th>
                <th className="mantine-visible-from-md">{words.programs}</th>
                <th className="mantine-visible-from-sm">{words.state}</th>
                <th className="mantine-visible-from-md">{words.code}</th>
                {mayDecide && (
                  <th>
                    <span className="unseen">{words.action}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <QueueRow
                  key={row.id}
                  row={row}
                  onDecide={mayDecide ? (decision) => setOpened({ row, decision }) : undefined}
                />
              ))}
            </tbody>
          </table>
        </Panel>
      )}
      {opened && <DecideDialog {...opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** The lists of workstations behind the rows. */
function Behind({ rows }: { rows: readonly WorkstationInQueue[] }) {
  const voice = useVoice();
  const { behind } = voice.words.programs.queue;
  return (
    <Group gap="md">
      {(['awaiting-approval', 'quarantined'] as const).map((enrolment) => {
        const count = rows.filter((row) => row.enrolment === enrolment).length;
        return (
          count > 0 && (
            <TextLink key={enrolment} to="/workstations" search={{ enrolment }}>
              {voice.count(behind[enrolment], count)}
            </TextLink>
          )
        );
      })}
    </Group>
  );
}

interface QueueRowProps {
  row: WorkstationInQueue;
  /** Absent: only to be read. */
  onDecide: ((decision: Decision) => void) | undefined;
}

function QueueRow({ row, onDecide }: QueueRowProps) {
  const voice = useVoice();
  const { queue: words } = voice.words.programs;
  const nameOf = useProgramName();
  const { hostName, person, code } = row;
  const yes = yesTo(row);
  return (
    <tr>
      <td>
        <TextLink to="/workstations/$id" params={{ id: row.id }}>
          {hostName}
        </TextLink>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {row.system}
        </Text>
        <Text size="sm" component="div" hiddenFrom="sm">
          {person && <div>{person}</div>}
          <Standing row={row} />
        </Text>
      </td>
      <td className="mantine-visible-from-sm">{person ?? '–'}</td>
      <td className="mantine-visible-from-md">{voice.list(row.programs.map(nameOf))}</td>
      <td className="mantine-visible-from-sm">
        <Standing row={row} />
      </td>
      <td className="mantine-visible-from-md">
        {code ? (
          <Phrase text={words.codeOf} with={{ name: voice.actor(code.madeBy), time: <Ago at={code.madeAt} /> }} />
        ) : (
          words.codeGone
        )}
      </td>
      {onDecide && (
        <td>
          <Group justify="flex-end" gap="xs" miw={{ base: 0, md: '12.5rem' }}>
            <Button
              size="compact-sm"
              onClick={() => onDecide(yes)}
              aria-label={voice.fill(words[yes].named, { pc: hostName })}
            >
              {words[yes].verb}
            </Button>
            {yes === 'approve' && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onDecide('refuse')}
                aria-label={voice.fill(words.refuse.named, { pc: hostName })}
              >
                {words.refuse.verb}
              </Button>
            )}
          </Group>
        </td>
      )}
    </tr>
  );
}

/** How it stands and since when; for a quarantine also why. */
function Standing({ row: { enrolment, enrolledAt, changed } }: { row: WorkstationInQueue }) {
  const voice = useVoice();
  return (
    <>
      {voice.words.frame.terms.enrolment[enrolment]}
      <Text size="xs" c="dimmed" component="div">
        <Ago at={changed?.at ?? enrolledAt} />
      </Text>
      {enrolment === 'quarantined' && changed && <Text size="xs">{voice.phrase(changed.reason)}</Text>}
    </>
  );
}
