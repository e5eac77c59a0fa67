import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import { keys } from '@/lib/query-client';

const PAGE = 50;

/** The rows that could not be imported, page by page. */
export function useRefused(projectId: number, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: keys.projectPart(projectId, 'refused'),
    enabled,
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
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
