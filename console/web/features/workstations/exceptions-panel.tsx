import { Button, Group, Stack, Text } from '@mantine/core';
import { consoleRoutes } from '../../../../shared/protocol/console-routes.ts';
import type { WorkstationDetail } from '../../../../shared/protocol/views.ts';
import { Panel } from '../../parts/page.tsx';
import { Ago, Until } from '../../parts/time.tsx';
import { listChecks } from '../../parts/words.ts';
import { useMay } from '../sign-in/use-may.ts';
import type { Actions } from './use-actions.ts';

interface ExceptionsPanelProps {
  workstation: WorkstationDetail;
  actions: Actions;
}

/** What people have decided about this workstation, apart from the policy: locks and excuses that hold now. */
export function ExceptionsPanel({ workstation, actions }: ExceptionsPanelProps) {
  const { locks, excuses, programs } = workstation;
  const mayUnlock = useMay(consoleRoutes.unlock);
  const mayEnd = useMay(consoleRoutes.endExcuse);
  const nameOf = (id: string) => programs.find(({ program }) => program === id)?.programName ?? id;
  return (
    <Panel title="Locks and excuses">
      <Stack gap="md">
        {locks.map((lock) => (
          <Group key={lock.id} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" component="div">
              <Text fw={600} size="sm">
                Locked by hand{lock.program ? `: ${nameOf(lock.program)}` : ''}
              </Text>
              “{lock.reason}”
              <Text size="xs" c="dimmed" component="div">
                {lock.by}, <Ago at={lock.at} />
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
                Lift
              </Button>
            )}
          </Group>
        ))}
        {excuses.map((excuse) => (
          <Group key={excuse.id} justify="space-between" align="flex-start" wrap="nowrap">
            <Text size="sm" component="div">
              <Text fw={600} size="sm">
                Excused: {listChecks(excuse.checks)}
              </Text>
              until <Until at={excuse.until} />
              <div>“{excuse.reason}”</div>
              <Text size="xs" c="dimmed" component="div">
                {excuse.by}, <Ago at={excuse.at} />
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
                End now
              </Button>
            )}
          </Group>
        ))}
        {locks.length + excuses.length === 0 && (
          <Text size="sm" c="dimmed">
            None. The policy alone decides.
          </Text>
        )}
      </Stack>
    </Panel>
  );
}
