import { useLocalStorage, useWindowEvent } from '@mantine/hooks';
import { useEffect } from 'react';

/** Every shortcut of one key; `does` names its words. */
const shortcuts = [
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

type Actions = Readonly<Record<string, (() => void) | undefined>>;

/** What keys do right now: the frame's, and those of the page at hand. */
const current = new Set<Actions>();

/** The shortcuts that do something where the person is. Enter opens the row that `j` and `k` led to. */
export function shortcutsHere() {
  const does = (key: string) => [...current].some((actions) => actions[key]);
  return shortcuts.filter(({ keys: [key] }) => does(key === 'Enter' ? 'j' : key));
}

/** Runs an action when its key is pressed anywhere but in a field or a dialog. An undefined one is not for this person. */
export function useShortcuts(actions: Actions): void {
  const [on] = useShortcutsOn();
  useEffect(() => {
    current.add(actions);
    return () => {
      current.delete(actions);
    };
  });
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
