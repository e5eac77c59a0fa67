import { useEffect, useRef, useState } from 'react';

/** The latest value, but changing at most once per `everyMs`: numbers that flicker cannot be read. */
export function useCalm<T>(value: T, everyMs = 1000): T {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    if (Object.is(value, shown)) return undefined;
    const wait = Math.max(0, changedAt.current + everyMs - Date.now());
    const timer = setTimeout(() => {
      changedAt.current = Date.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, shown, everyMs]);
  return shown;
}
