import { ActionIcon, Group, Menu } from '@mantine/core';
import {
  IconCheck,
  IconClockPause,
  IconDots,
  IconHistory,
  IconLock,
  IconLockOpen,
  IconMessage,
  IconMessageReply,
  IconNote,
  IconRefresh,
  IconUserCheck,
  IconUserShare,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TriageRow } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useMay } from '../sign-in/use-may.ts';
import { closableCase, useDesk, whoIs } from './desk.ts';

/** What can be done for one workstation. */
export function RowActs({ row }: { row: TriageRow }) {
  const { act, me, helpers, assign } = useDesk();
  const voice = useVoice();
  const { acts } = voice.words.triage;
  const who = whoIs(row);
  const mayLock = useMay(consoleRoutes.lock);
  const mayUnlock = useMay(consoleRoutes.unlock);
  const isAsked = row.requests.length > 0;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <ActionIcon
        variant="default"
        size={34}
        visibleFrom="sm"
        title={`${acts.check} (c)`}
        aria-label={voice.fill(acts.checkOne, { who })}
        onClick={() => act('check', row)}
      >
        <IconRefresh size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant={isAsked ? 'filled' : 'default'}
        size={34}
        title={isAsked ? `${acts.answer} (r)` : `${acts.message} (m)`}
        aria-label={voice.fill(isAsked ? acts.answerOne : acts.messageOne, { who })}
        onClick={() => act('answer', row)}
      >
        {isAsked ? <IconMessageReply size={18} aria-hidden /> : <IconMessage size={18} aria-hidden />}
      </ActionIcon>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false} portalProps={{ target: 'main' }}>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={voice.fill(acts.moreFor, { who })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {closableCase(row) && (
            <Menu.Item leftSection={<IconCheck size={16} aria-hidden />} onClick={() => act('done', row)}>
              {acts.done}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconHistory size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link to="/workstations/$id" params={{ id: row.workstation }} hash="timeline" {...props} />
            )}
          >
            {acts.openTimeline}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            hiddenFrom="sm"
            onClick={() => act('check', row)}
          >
            {acts.check}
          </Menu.Item>
          <Menu.Item leftSection={<IconClockPause size={16} aria-hidden />} onClick={() => act('excuse', row)}>
            {acts.askExcuse}
          </Menu.Item>
          {isAsked && (
            <Menu.Item leftSection={<IconMessage size={16} aria-hidden />} onClick={() => act('message', row)}>
              {acts.askMessage}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => act('assign', row)}>
            {row.case.assignee === me ? acts.giveBack : acts.take}
          </Menu.Item>
          {helpers
            .filter((name) => name !== me && name !== row.case.assignee)
            .map((name) => (
              <Menu.Item
                key={name}
                leftSection={<IconUserShare size={16} aria-hidden />}
                onClick={() => assign(row, name)}
              >
                {voice.fill(acts.assignTo, { name })}
              </Menu.Item>
            ))}
          <Menu.Item leftSection={<IconNote size={16} aria-hidden />} onClick={() => act('note', row)}>
            {acts.askNote}
          </Menu.Item>
          {mayUnlock && row.case.cause === 'manual-lock' && (
            <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => act('unlock', row)}>
              {acts.lift}
            </Menu.Item>
          )}
          {mayLock && row.case.cause !== 'manual-lock' && (
            <Menu.Item
              c="var(--locked-text)"
              leftSection={<IconLock size={16} aria-hidden />}
              onClick={() => act('lock', row)}
            >
              {acts.askLock}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
