import { Badge, Checkbox, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, memo, useEffect } from 'react';
import type { TriageRow, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago, At, Until } from '../../parts/time.tsx';
import { timeZone } from '../../parts/time-words.ts';
import type { RowPlace } from '../../parts/virtual-rows.tsx';
import { LastContact } from '../workstations/last-contact.tsx';
import { Asks } from './asks.tsx';
import { useDesk, whoIs } from './desk.ts';
import { RowActs } from './row-acts.tsx';
import classes from './triage.module.css';
import { caseWords } from './triage-words.ts';

interface CaseRowProps {
  row: TriageRow;
  place: Pick<RowPlace, 'aria-rowindex'> & Partial<RowPlace>;
  /** It no longer stands here, and goes as soon as nobody points at it. */
  left?: boolean;
  section: TriageSection;
  /** Its cause stands in the line of its group. */
  isMember?: boolean;
}

/** One workstation that needs helpdesk: who, why, how urgent, and what to do. */
export const CaseRow = memo(function CaseRow(props: CaseRowProps) {
  const { row, place, left = false, section, isMember = false } = props;
  const { chosen, choose, show, me, stale } = useDesk();
  const voice = useVoice();
  const { row: words } = voice.words.triage;
  useEffect(() => show(row));
  const { workstation, shift } = row;
  const { assignee } = row.case;
  return (
    <tr
      {...place}
      className={classes['row']}
      data-left={left || undefined}
      data-workstation={workstation}
      data-chosen={chosen.has(workstation) || undefined}
      data-member={isMember || undefined}
    >
      <td className={classes['tick']}>
        <Checkbox
          size="xs"
          aria-label={voice.fill(words.select, { who: whoIs(row) })}
          checked={chosen.has(workstation)}
          onChange={(event) => choose([workstation], event.currentTarget.checked)}
        />
      </td>
      <td>
        <Link to="/workstations/$id" params={{ id: workstation }} className={classes['link']} data-row-link>
          {whoIs(row)}
        </Link>
        <Text size="xs" c="dimmed">
          {[row.person && row.hostName, ...row.programs.map(({ name }) => name)].filter(Boolean).join(' · ')}
          {` · ${row.language ? languageNames[row.language] : words.unknownLanguage}`}
        </Text>
        <Text size="xs" hiddenFrom="md" component="div" mt={4} c="dimmed">
          <When row={row} section={section} />
          {shift && (
            <>
              {' · '}
              <Shift row={row} shift={shift} />
            </>
          )}
          {assignee && ` · ${assignee === me ? words.you : assignee}`}
        </Text>
        <Text size="sm" hiddenFrom="sm" component="div" mt={4}>
          <Why row={row} />
        </Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Why row={row} />
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm" component="div">
          <When row={row} section={section} />
        </Text>
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm" component="div" {...(!shift && { c: 'dimmed', style: { whiteSpace: 'nowrap' } })}>
          {shift ? <Shift row={row} shift={shift} /> : words.noShift}
        </Text>
      </td>
      <td className="mantine-visible-from-lg">{stale ? '–' : <LastContact row={row} />}</td>
      <td className="mantine-visible-from-lg">
        <Text size="sm" {...(!assignee && { c: 'dimmed' })}>
          {assignee === undefined ? words.nobody : assignee === me ? words.you : assignee}
        </Text>
      </td>
      <td className={classes['acts']}>
        <RowActs row={row} />
      </td>
    </tr>
  );
});

/** Since when, and where a lock is to come, when it comes. */
function When({ row, section }: Pick<CaseRowProps, 'row' | 'section'>) {
  const { row: words } = useVoice().words.triage;
  const { since, locksAt } = row.case;
  if (section !== 'soon' || !locksAt) return <Ago at={row.requests[0]?.at ?? since} />;
  return (
    <>
      <Until at={locksAt} />
      <Text size="xs" c="dimmed" component="div">
        <Phrase text={words.since} with={{ time: <At at={since} /> }} />
      </Text>
    </>
  );
}

/** The shift, and its hours as the person's own clock shows them where that is another one. */
function Shift({ row, shift }: { row: TriageRow; shift: NonNullable<TriageRow['shift']> }) {
  const voice = useVoice();
  const { row: words } = voice.words.triage;
  const zone = row.timeZone;
  return (
    <>
      {Date.parse(shift.from) > Date.now() ? (
        <Until at={shift.from} />
      ) : (
        <Phrase text={words.inShiftUntil} with={{ time: <At at={shift.to} /> }} />
      )}
      {zone && zone !== timeZone && (
        <Text size="xs" c="dimmed" component="div">
          <Phrase
            text={words.ownTime}
            with={{
              from: voice.clockIn(shift.from, zone),
              to: voice.clockIn(shift.to, zone),
              zone: <Zone name={zone} />,
            }}
          />
        </Text>
      )}
    </>
  );
}

function Why({ row }: { row: TriageRow }) {
  const [request] = row.requests;
  const voice = useVoice();
  const { row: words } = voice.words.triage;
  const isOwnWish = row.case.cause === 'help' || row.case.cause === 'incident';
  return (
    <>
      {row.incident && (
        <Badge size="sm" color="red.9" mr={6}>
          {words.suspicious}
        </Badge>
      )}
      {row.case.standing === 'draining' && (
        <Badge size="sm" variant="outline" color="var(--warned-text)">
          {words.finishingCall}
        </Badge>
      )}
      {!(isOwnWish && request) && (
        <Text size="sm" lineClamp={3}>
          {caseWords(row.case, voice)}
        </Text>
      )}
      {request && (
        <Text size="sm" lineClamp={3}>
          <Asks {...request} />
        </Text>
      )}
      {row.more > 0 && (
        <Text size="xs" c="dimmed">
          {voice.count(words.more, row.more)}
        </Text>
      )}
    </>
  );
}

/** The name of a time zone, which a narrow column parts between its words alone. */
function Zone({ name }: { name: string }) {
  return name.split(/(?<=[/_])/).map((part) => (
    <Fragment key={part}>
      <wbr />
      {part}
    </Fragment>
  ));
}
