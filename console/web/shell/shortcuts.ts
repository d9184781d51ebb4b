import { useLocalStorage, useWindowEvent } from '@mantine/hooks';

/** Every shortcut of one key, for the dialog that lists them. */
export const shortcuts = [
  { keys: ['/'], does: 'Search workstations' },
  { keys: ['j', 'k'], does: 'Next or previous workstation in the list' },
  { keys: ['Enter'], does: 'Open the workstation' },
  { keys: ['c'], does: 'Check now' },
  { keys: ['m'], does: 'Message to the person' },
  { keys: ['e'], does: 'Excuse' },
  { keys: ['r'], does: 'Answer a request, in the triage' },
  { keys: ['a'], does: 'Take it on, or give it back, in the triage' },
  { keys: ['n'], does: 'Write a note, in the triage' },
  { keys: ['x'], does: 'Select, in the triage' },
  { keys: ['l'], does: 'Lock' },
  { keys: ['u'], does: 'Lift the lock' },
  { keys: ['?'], does: 'Show this list' },
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
