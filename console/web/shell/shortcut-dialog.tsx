import { Group, Kbd, Stack, Switch, Text } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { shortcuts, useShortcutsOn } from './shortcuts.ts';

export function ShortcutDialog({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useShortcutsOn();
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <Stack>
        <table className="table table-plain">
          <tbody>
            {shortcuts.map(({ keys, does }) => (
              <tr key={does}>
                <td style={{ width: 110 }}>
                  <Group gap={4}>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </Group>
                </td>
                <td>
                  <Text size="sm">{does}</Text>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Switch
          label="Use shortcuts of a single key"
          checked={on}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
      </Stack>
    </Dialog>
  );
}
