import { Group, Kbd, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useVoice } from '../parts/speech.tsx';
import { shortcutsHere, useShortcutsOn } from './shortcuts.ts';

export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  const words = useVoice().words.frame.shortcuts;
  const [here] = useState(shortcutsHere);
  const [on, setOn] = useShortcutsOn();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Stack>
        <table className="table table-plain">
          <tbody>
            {here.map(({ keys, does }) => (
              <tr key={does}>
                <td style={{ width: 110 }}>
                  <Group gap={4}>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </Group>
                </td>
                <td>
                  <Text size="sm">{words[does]}</Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Switch label={words.single} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
      </Stack>
    </Dialog>
  );
}
