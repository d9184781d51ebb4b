import { Group, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AccessView, WorkstationRow as Row } from '../../../../shared/protocol/views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import { worstView } from '../../parts/severity.ts';
import { Ago, Until } from '../../parts/time.tsx';
import { causeOf, enrolmentWord, osWord } from '../../parts/words.ts';
import { LastContact } from './last-contact.tsx';
import { useChanged } from './use-changed.ts';
import classes from './workstation-table.module.css';

/** One workstation in one line: can the person work, since when, why, and until when. */
export function WorkstationRow({ row, left }: { row: Row; left: boolean }) {
  const worst = worstView(row.programs);
  const changed = useChanged(row.access);
  return (
    <tr
      className={classes['row']}
      data-access={row.access}
      data-left={left || undefined}
      data-changed={changed || undefined}
    >
      <td className={classes['access']}>
        <AccessBadge access={row.access} />
      </td>
      <td>
        <Link to="/workstations/$id" params={{ id: row.id }} className={classes['link']} data-row-link>
          {row.person ?? row.hostName}
        </Link>
        <Text size="xs" c="dimmed">
          {row.person ? `${row.hostName} · ${osWord[row.os]}` : osWord[row.os]}
        </Text>
        <Text size="sm" hiddenFrom="sm" component="div" mt={4}>
          <Cause row={row} worst={worst} />
          {worst?.decision.deadline && (
            <div>
              Locks <Until at={worst.decision.deadline} />
            </div>
          )}
        </Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Cause row={row} worst={worst} />
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm" component="div">
          {worst && <Ago at={worst.since} />}
        </Text>
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm" component="div">
          {worst?.decision.deadline ? <Until at={worst.decision.deadline} /> : <None />}
        </Text>
      </td>
      <td className="mantine-visible-from-lg">
        <LastContact row={row} />
      </td>
    </tr>
  );
}

function None() {
  return (
    <Text span c="dimmed">
      <span aria-hidden>–</span>
      <VisuallyHidden>no deadline</VisuallyHidden>
    </Text>
  );
}

function Cause({ row, worst }: { row: Row; worst: AccessView | undefined }) {
  if (!worst)
    return <Text size="sm">{row.enrolment === 'active' ? 'No report yet' : enrolmentWord[row.enrolment]}</Text>;
  const more = worst.decision.reasons.length - 1;
  const others = row.programs.length > 1;
  const [first] = worst.decision.reasons;
  return (
    <>
      <Text size="sm" lineClamp={3} {...(!first && { c: 'dimmed' })}>
        {first ? causeOf(first) : 'Nothing to fix'}
      </Text>
      <Group gap={6}>
        {others && (
          <Text size="xs" c="dimmed">
            {worst.programName}
          </Text>
        )}
        {more > 0 && (
          <Text size="xs" c="dimmed">
            + {more} more
          </Text>
        )}
      </Group>
    </>
  );
}
