import { ActionIcon, Checkbox, Group, Menu, Text } from '@mantine/core';
import {
  IconClockPause,
  IconDots,
  IconLock,
  IconLockOpen,
  IconMessage,
  IconMessageReply,
  IconNote,
  IconRefresh,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { TriageRow, TriageSection } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { languageNames } from '../../../../shared/words/language.ts';
import { Ago, At, Until } from '../../parts/time.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { LastContact } from '../workstations/last-contact.tsx';
import { useDesk, whoIs } from './desk.ts';
import classes from './triage.module.css';
import { caseWords } from './triage-words.ts';

interface CaseRowProps {
  row: TriageRow;
  section: TriageSection;
  /** Its cause stands in the line of its group. */
  isMember?: boolean;
}

/** One workstation that needs helpdesk: who, why, how urgent, and what to do. */
export function CaseRow({ row, section, isMember = false }: CaseRowProps) {
  const { chosen, choose, show, me } = useDesk();
  useEffect(() => show(row));
  const { workstation, shift } = row;
  const { assignee, since, locksAt, requests } = row.case;
  return (
    <tr
      className={classes['row']}
      data-workstation={workstation}
      data-chosen={chosen.has(workstation) || undefined}
      data-member={isMember || undefined}
    >
      <td className={classes['tick']}>
        <Checkbox
          size="xs"
          aria-label={`Select ${whoIs(row)}`}
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
          {row.language && row.language !== 'en' && ` · ${languageNames[row.language]}`}
        </Text>
        <Text size="sm" hiddenFrom="sm" component="div" mt={4}>
          <Why row={row} isMember={isMember} />
        </Text>
      </td>
      <td className="mantine-visible-from-sm">
        <Why row={row} isMember={isMember} />
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm" component="div">
          {section === 'soon' && locksAt ? <Until at={locksAt} /> : <Ago at={requests[0]?.at ?? since} />}
        </Text>
      </td>
      <td className="mantine-visible-from-md">
        <Text size="sm" component="div" {...(!shift && { c: 'dimmed', style: { whiteSpace: 'nowrap' } })}>
          {shift ? <Shift shift={shift} /> : 'Not known'}
        </Text>
      </td>
      <td className="mantine-visible-from-lg">
        <LastContact row={row} />
      </td>
      <td className="mantine-visible-from-lg">
        <Text size="sm" {...(!assignee && { c: 'dimmed' })}>
          {assignee === undefined ? 'Nobody' : assignee === me ? 'You' : assignee}
        </Text>
      </td>
      <td className={classes['acts']}>
        <RowActs row={row} />
      </td>
    </tr>
  );
}

function Shift({ shift }: { shift: NonNullable<TriageRow['shift']> }) {
  if (Date.parse(shift.from) > Date.now()) return <Until at={shift.from} />;
  return (
    <>
      In shift until <At at={shift.to} />
    </>
  );
}

function Why({ row, isMember }: { row: TriageRow; isMember: boolean }) {
  const [request] = row.case.requests;
  const isOwnWish = row.case.cause === 'help' || row.case.cause === 'incident';
  return (
    <>
      {!(isMember && !request) && !(isOwnWish && request) && (
        <Text size="sm" lineClamp={3}>
          {caseWords(row.case)}
        </Text>
      )}
      {request && (
        <Text size="sm" lineClamp={3}>
          <strong>{asksWord[request.asks]}:</strong> {request.text || 'without a word'}
        </Text>
      )}
      {row.more > 0 && (
        <Text size="xs" c="dimmed">
          + {row.more} more
        </Text>
      )}
    </>
  );
}

const asksWord = {
  help: 'Asks for help',
  excuse: 'Asks for an excuse',
  incident: 'Reports something suspicious',
} as const;

function RowActs({ row }: { row: TriageRow }) {
  const { act, me } = useDesk();
  const isAsked = row.case.requests.length > 0;
  const mayLock = useMay(consoleRoutes.lock);
  const mayUnlock = useMay(consoleRoutes.unlock);
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        variant="default"
        size={34}
        visibleFrom="sm"
        title="Check now (c)"
        aria-label={`Check ${whoIs(row)} now`}
        onClick={() => act('check', row)}
      >
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant={isAsked ? 'filled' : 'default'}
        size={34}
        title={isAsked ? 'Answer (r)' : 'Message (m)'}
        aria-label={isAsked ? `Answer ${whoIs(row)}` : `Message to ${whoIs(row)}`}
        onClick={() => act('answer', row)}
      >
        {isAsked ? <IconMessageReply size={18} aria-hidden /> : <IconMessage size={18} aria-hidden />}
      </ActionIcon>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={`More for ${whoIs(row)}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            hiddenFrom="sm"
            onClick={() => act('check', row)}
          >
            Check now
          </Menu.Item>
          <Menu.Item leftSection={<IconClockPause size={16} aria-hidden />} onClick={() => act('excuse', row)}>
            Excuse…
          </Menu.Item>
          {isAsked && (
            <Menu.Item leftSection={<IconMessage size={16} aria-hidden />} onClick={() => act('message', row)}>
              Message…
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => act('assign', row)}>
            {row.case.assignee === me ? 'Give it back' : 'Take it on'}
          </Menu.Item>
          <Menu.Item leftSection={<IconNote size={16} aria-hidden />} onClick={() => act('note', row)}>
            Note…
          </Menu.Item>
          {mayUnlock && row.case.cause === 'manual-lock' && (
            <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => act('unlock', row)}>
              Lift lock
            </Menu.Item>
          )}
          {mayLock && row.case.cause !== 'manual-lock' && (
            <Menu.Item
              c="var(--locked-text)"
              leftSection={<IconLock size={16} aria-hidden />}
              onClick={() => act('lock', row)}
            >
              Lock…
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
