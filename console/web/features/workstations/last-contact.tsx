import { Group, Text } from '@mantine/core';
import { IconPlugConnected, IconPlugConnectedX } from '@tabler/icons-react';
import type { WorkstationRow } from '../../../../shared/protocol/views.ts';
import { useVoice } from '../../parts/speech.tsx';
import { Ago } from '../../parts/time.tsx';

/** Whether the workstation is connected, and when it was last heard of if it is not. */
export function LastContact({ row }: { row: Pick<WorkstationRow, 'connected' | 'lastContactAt'> }) {
  const { row: words } = useVoice().words.list;
  const Icon = row.connected ? IconPlugConnected : IconPlugConnectedX;
  return (
    <Group gap={6} wrap="nowrap" c={row.connected ? 'var(--ready-text)' : 'dimmed'}>
      <Icon size={16} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" component="span">
        {row.connected ? words.connected : row.lastContactAt ? <Ago at={row.lastContactAt} /> : words.never}
      </Text>
    </Group>
  );
}
