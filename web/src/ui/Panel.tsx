import type { ReactNode } from 'react';
import { ErrorState, LoadingState, StaleNote } from './PanelStates';

/** The part of a TanStack query result a panel draws from. */
export interface PanelQuery<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/**
 * The four states of everything that is loaded: skeleton, error with Retry, empty, content with a stale note.
 * Old content stays on screen when a refetch fails; only a first load can end in the error alone.
 */
export function Panel<T>({
  query,
  what,
  rows,
  rowHeight,
  isEmpty,
  empty,
  stale = true,
  children,
}: {
  query: PanelQuery<T>;
  what: string;
  rows?: number;
  rowHeight?: number;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  /** Set to false when a page around it already carries the note. */
  stale?: boolean;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = query;
  if (data === undefined && error) return <ErrorState error={error} what={what} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState rows={rows} rowHeight={rowHeight} label={`Loading ${what}`} />;
  return (
    <>
      {stale && <StaleNote />}
      {isEmpty?.(data) && empty ? empty : children(data)}
    </>
  );
}
