import { useEffect, useState } from 'react';

/** True once `ms` have passed: a skeleton that shows for 40 ms is noise, so panels wait. */
export function useDelayed(ms: number): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}
