import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import type { ChangeEvent, LiveConnection, LiveStatus } from './live';

export const LiveContext = createContext<LiveConnection | null>(null);

const ABSENT: LiveStatus = { state: 'connecting', inStepAt: null };
const never = () => () => undefined;

/** Connection state for the live dot and for stale notes. */
export function useLiveStatus(): LiveStatus {
  const live = useContext(LiveContext);
  return useSyncExternalStore(live?.subscribeStatus ?? never, live?.getStatus ?? (() => ABSENT));
}

/** Subscribes this tab to a project's changes for as long as the component is mounted. */
export function useWatchProject(projectId: number | null): void {
  const live = useContext(LiveContext);
  useEffect(() => (live && projectId != null ? live.watch(projectId) : undefined), [live, projectId]);
}

/** Subscribes to all projects of a list; the server hears only of those it is asked for. */
export function useWatchProjects(projectIds: readonly number[]): void {
  const live = useContext(LiveContext);
  const ids = projectIds.join(',');
  useEffect(() => {
    if (!live || ids === '') return undefined;
    const stops = ids.split(',').map((id) => live.watch(Number(id)));
    return () => stops.forEach((stop) => stop());
  }, [live, ids]);
}

/** Calls back on every change event, for screens that decide themselves what to do with it. */
export function useLiveChange(onChange: (event: ChangeEvent) => void): void {
  const live = useContext(LiveContext);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => live?.onChange((event) => latest.current(event)), [live]);
}
