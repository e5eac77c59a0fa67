import { QueryClient } from '@tanstack/react-query';
import { isApiError } from './problem';

/** Client errors are answers, not accidents: only busy or unreachable servers are asked again. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (isApiError(error) && error.status >= 400 && error.status < 500) return false;
  return failures < 2;
}

/**
 * For lists whose growth no live topic announces, such as a project that someone else has just made. What is
 * on the list already comes by the stream.
 */
export const LIST_POLL_MS = 20_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The live stream says when data is old, so this only spares a double fetch while moving between pages.
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
        // The server is often this very machine: "offline" says nothing about reaching it.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/**
 * Query keys, so that the live stream can invalidate by topic.
 * Everything of a project starts with `['project', id]`; the second word is the `what` of the event.
 */
export const keys = {
  session: ['session'] as const,
  projects: ['projects'] as const,
  drafts: ['drafts'] as const,
  project: (id: number) => ['project', id, 'detail'] as const,
  projectPart: (
    id: number,
    what: 'progress' | 'items' | 'labels' | 'labeling' | 'exports' | 'jobs' | 'refused',
    ...rest: unknown[]
  ) => ['project', id, what, ...rest] as const,
  labelingHome: ['labeling'] as const,
  datasets: ['datasets'] as const,
  dataset: (id: number) => ['dataset', id] as const,
  people: ['people'] as const,
  invitations: ['invitations'] as const,
  tokens: ['tokens'] as const,
  jobs: ['jobs'] as const,
  job: (id: number) => ['jobs', id] as const,
  export: (id: number) => ['export', id] as const,
  notifications: ['notifications'] as const,
};
