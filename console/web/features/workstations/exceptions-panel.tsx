import { Button, Group, Stack, Text } from '@mantine/core';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { Phrase, useVoice } from '../../parts/speech.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { useMay } from '../sign-in/use-may.ts';
import type { Actions } from './use-actions.ts';

interface ExceptionsPanelProps {
  workstation: WorkstationDetail;
  actions: Actions;
}

/** What people have decided about this workstation, apart from the policy: locks and excuses that hold now. */
export function ExceptionsPanel({ workstation, actions }: ExceptionsPanelProps) {
  const voice = useVoice();
  const { exceptions: words } = voice.words.workstation;
  const { locks, excuses, programs } = workstation;
  const mayUnlock = useMay(consoleRoutes.unlock);
  const mayEnd = useMay(consoleRoutes.endExcuse);
  const nameOf = (id: string) => programs.find(({ program }) => program === id)?.programName ?? id;
  return (
    <Panel title={words.title}>
      <Stack gap="md">
        {locks.map((lock) => (
          <Group key={lock.id} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" component="div">
              <Text fw={600} size="sm">
                {lock.program ? voice.fill(words.lockedFor, { program: nameOf(lock.program) }) : words.locked}
              </Text>
              {voice.fill(words.reason, { reason: lock.reason })}
              <Text size="xs" c="dimmed" component="div">
                {voice.actor(lock.by)}, <Ago at={lock.at} />
              </Text>
            </Text>
            {mayUnlock && (
              <Button
                size="compact-sm"
                variant="default"
                flex="none"
                loading={actions.isLifting}
                onClick={() => actions.lift([lock], lock.program)}
              >
                {words.lift}
              </Button>
            )}
          </Group>
        ))}
        {excuses.map((excuse) => (
          <Group key={excuse.id} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" component="div">
              <Text fw={600} size="sm">
                {voice.fill(words.excused, { checks: voice.checks(excuse.checks) })}
              </Text>
              <Phrase text={words.until} with={{ time: <Until at={excuse.until} /> }} />
              <div>{voice.fill(words.reason, { reason: excuse.reason })}</div>
              <Text size="xs" c="dimmed" component="div">
                {voice.actor(excuse.by)}, <Ago at={excuse.at} />
              </Text>
            </Text>
            {mayEnd && (
              <Button
                size="compact-sm"
                variant="default"
                flex="none"
                loading={actions.isEnding}
                onClick={() => actions.end(excuse)}
              >
                {words.end}
              </Button>
            )}
          </Group>
        ))}
        {locks.length + excuses.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.none}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
