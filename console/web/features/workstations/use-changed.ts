import { useEffect, useRef, useState } from 'react';

/** True for a moment after a value has changed, so that the eye finds it; never for the first value. */
export function useChanged(value: string): boolean {
  const before = useRef(value);
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    setChanged(true);
    const timer = setTimeout(() => setChanged(false), 2_000);
    return () => clearTimeout(timer);
  }, [value]);
  return changed;
}
