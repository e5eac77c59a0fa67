import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { RefusedRow } from '@/client/types';
import { keys } from '@/lib/query-client';

const PAGE = 50;

/** The rows that could not be imported, page by page. */
export function useRefused(projectId: number) {
  return useInfiniteQuery({
    queryKey: keys.projectPart(projectId, 'refused'),
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      bodyOf<{ rows: RefusedRow[]; next: number | null; total: number }>(
        api.GET('/api/v1/projects/{project_id}/refused', {
          params: { path: { project_id: projectId }, query: { after: pageParam, limit: PAGE } },
          signal,
        }),
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function refusedFileUrl(projectId: number): string {
  return `/api/v1/projects/${projectId}/refused.csv`;
}
