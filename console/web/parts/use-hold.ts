import { useEffect, useRef, useState } from 'react';

/** Milliseconds after the last movement until a list counts as left alone. */
const holdFor = 4_000;

/** Whether a person moves the pointer or types in a list, whose rows then stay where they are. `listeners` go on the list. */
export function useHold() {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  const hold = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(release, holdFor);
    setHeld(true);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { isHeld, release, listeners: { onPointerMove: hold, onKeyDown: hold, onPointerLeave: release } };
}
