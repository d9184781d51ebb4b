import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { worstView } from '../../../../shared/access/severity.ts';
import type { AccessView, WorkstationRow as Row } from '../../../../shared/protocol/views.ts';
import { AccessBadge } from '../../parts/access-badge.tsx';
import type { ShownRow } from '../../parts/settle.ts';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import type { RowPlace } from '../../parts/virtual-rows.tsx';
import { LastContact } from './last-contact.tsx';
import { useChanged } from './use-changed.ts';
import classes from './workstation-table.module.css';

interface WorkstationRowProps extends ShownRow<Row> {
  readonly place: RowPlace;
}

/** One workstation in one line: can the person work, why not, since when, until when, and on what. */
export const WorkstationRow = memo(function WorkstationRow({ row, left, place }: WorkstationRowProps) {
  const worst = worstView(row.programs);
  const changed = useChanged(row.access);
  const { row: words } = useVoice().words.list;
  const { deadline } = worst?.decision ?? {};
  return (
    <tr
      {...place}
      className={classes['row']}
      data-access={row.access}
      data-left={left || undefined}
      data-changed={changed || undefined}
    >
      <td>
        <AccessBadge access={row.access} />
      </td>
      <td>
        <Link to="/workstations/$id" params={{ id: row.id }} className={classes['link']} data-row-link>
          {row.person ?? row.hostName}
        </Link>
        {row.person && <div className={classes['below']}>{row.hostName}</div>}
        <Text size="sm" hiddenFrom="sm" component="div" mt={2}>
          <Cause row={row} worst={worst} />
          {deadline && <Phrase text={words.locks} with={{ time: <Until at={deadline} /> }} />}
        </Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Cause row={row} worst={worst} />
      </td>
      <td className="mantine-visible-from-xl">
        <div className={classes['clamp']}>{row.programs.map(({ programName }) => programName).join(', ')}</div>
      </td>
      <td className="mantine-visible-from-md">
        {worst && <Ago at={worst.since} />}
        <div className={classes['below']}>{deadline && <Until at={deadline} />}</div>
      </td>
      <td className="mantine-visible-from-lg">
        <div className={`${classes['line']} ${classes['small']}`} title={row.system}>
          {row.system}
        </div>
        <div className={classes['below']}>{row.agentVersion}</div>
      </td>
      <td className="mantine-visible-from-lg">
        <LastContact row={row} />
      </td>
    </tr>
  );
});

function Cause({ row, worst }: { row: Row; worst: AccessView | undefined }) {
  const voice = useVoice();
  const { list, frame } = voice.words;
  if (!worst) return <>{row.enrolment === 'active' ? list.row.noReport : frame.terms.enrolment[row.enrolment]}</>;
  const [first, ...others] = worst.decision.reasons;
  if (!first)
    return (
      <Text size="sm" c="dimmed">
        {list.row.nothingToFix}
      </Text>
    );
  const cause = voice.cause(first);
  return (
    <>
      <div className={others.length > 0 ? classes['line'] : classes['clamp']} title={cause}>
        {cause}
      </div>
      {others.length > 0 && <div className={classes['below']}>{voice.count(list.row.more, others.length)}</div>}
    </>
  );
}
