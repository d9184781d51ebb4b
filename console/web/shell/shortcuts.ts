import { useLocalStorage, useWindowEvent } from '@mantine/hooks';

/** Every shortcut of one key, for the dialog that lists them; `does` names its words. */
export const shortcuts = [
  { keys: ['/'], does: 'search' },
  { keys: ['j', 'k'], does: 'step' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['c'], does: 'check' },
  { keys: ['m'], does: 'message' },
  { keys: ['e'], does: 'excuse' },
  { keys: ['r'], does: 'answer' },
  { keys: ['a'], does: 'assign' },
  { keys: ['n'], does: 'note' },
  { keys: ['x'], does: 'select' },
  { keys: ['l'], does: 'lock' },
  { keys: ['u'], does: 'unlock' },
  { keys: ['?'], does: 'help' },
] as const;

/** Keys without Ctrl can be spoken or hit by accident, so a person can switch them off. */
export function useShortcutsOn() {
  return useLocalStorage({ key: 'shiftgate-shortcuts', defaultValue: true, getInitialValueInEffect: false });
}

/** Runs an action when its key is pressed anywhere but in a field or a dialog. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const [on] = useShortcutsOn();
  useWindowEvent('keydown', (event) => {
    const action = actions[event.key];
    if (!on || !action || event.ctrlKey || event.altKey || event.metaKey || isTaken(event.target)) return;
    event.preventDefault();
    action();
  });
}

function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null
  );
}
