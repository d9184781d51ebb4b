import { Box, Button, Menu } from '@mantine/core';
import { IconClockPause, IconDots, IconLock, IconMessage, IconRefresh, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CheckId } from '../../../../shared/checks/index.ts';
import type { BulkTarget } from '../../../../shared/protocol/case-views.ts';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import { useVoice } from '../../parts/speech.tsx';
import { useToast } from '../../parts/toast.tsx';
import { sessionQuery } from '../sign-in/session.ts';
import { useMay } from '../sign-in/use-may.ts';
import { useBulk } from './bulk.ts';
import { BulkDialog, type BulkKind } from './bulk-dialog.tsx';
import { useDesk } from './desk.ts';

interface BulkActsProps {
  target: BulkTarget;
  count: number;
  /** Whom the acts are about, for who only hears the names of the buttons. */
  whom: string;
  checks: readonly CheckId[];
  onDone: () => void;
}

/** What can be done to many at once. */
export function BulkActs({ target, count, whom, checks, onDone }: BulkActsProps) {
  const toast = useToast();
  const { data: session } = useQuery(sessionQuery);
  const voice = useVoice();
  const { helpers } = useDesk();
  const bulk = useBulk();
  const [asking, setAsking] = useState<BulkKind>();
  const isSupervisor = useMay(consoleRoutes.bulkDecree);
  const me = session?.name;
  const { acts, group } = voice.words.triage;
  const number = voice.number(count);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false} portalProps={{ target: 'main' }}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            rightSection={
              <Box visibleFrom="sm" lh={1}>
                <IconDots size={16} aria-hidden />
              </Box>
            }
            aria-label={voice.fill(group.actOn, { number, whom })}
          >
            {voice.fill(group.all, { number })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => bulk.run(target, { do: 'recheck' }, onDone, toast.failed)}
          >
            {acts.check}
          </Menu.Item>
          <Menu.Item leftSection={<IconMessage size={16} aria-hidden />} onClick={() => setAsking('message')}>
            {acts.askMessage}
          </Menu.Item>
          {me && (
            <Menu.Item
              leftSection={<IconUserCheck size={16} aria-hidden />}
              onClick={() => bulk.run(target, { do: 'assign', assignee: me }, onDone, toast.failed)}
            >
              {acts.takeMany}
            </Menu.Item>
          )}
          {helpers
            .filter((name) => name !== me)
            .map((name) => (
              <Menu.Item
                key={name}
                leftSection={<IconUserCheck size={16} aria-hidden />}
                onClick={() => bulk.run(target, { do: 'assign', assignee: name }, onDone, toast.failed)}
              >
                {voice.fill(acts.assignTo, { name })}
              </Menu.Item>
            ))}
          {isSupervisor && (
            <>
              <Menu.Item leftSection={<IconClockPause size={16} aria-hidden />} onClick={() => setAsking('excuse')}>
                {acts.askExcuse}
              </Menu.Item>
              <Menu.Item
                c="var(--locked-text)"
                leftSection={<IconLock size={16} aria-hidden />}
                onClick={() => setAsking('lock')}
              >
                {acts.askLock}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <BulkDialog {...{ target, count, checks, onDone }} kind={asking} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}
