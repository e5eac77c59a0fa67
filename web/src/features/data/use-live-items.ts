import { useEffect, useRef } from 'react';
import { useLiveChange } from '@/lib/live-context';

const PACE_MS = 2000;

/** Asks for the table again after changes, at most every two seconds and never twice at once. */
export function useLiveItems(projectId: number, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const busy = useRef(false);
  const again = useRef(false);

  const plan = () => {
    if (busy.current) again.current = true;
    else timer.current ??= setTimeout(run, PACE_MS);
  };
  const run = () => {
    timer.current = undefined;
    busy.current = true;
    again.current = false;
    void refetch().finally(() => {
      busy.current = false;
      if (again.current) plan();
    });
  };

  useLiveChange(({ topic, what }) => {
    if (topic === `project:${projectId}` && what.some((word) => word === 'items' || word === 'progress' || word === 'state')) plan();
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}
