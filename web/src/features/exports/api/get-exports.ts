import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Export } from '@/client/types';
import { keys } from '@/lib/query-client';
import { isUnderway } from '../model';

const POLL_MS = 2000;

/** The project's exports, newest first. */
export function useExports(projectId: number) {
  return useQuery({
    queryKey: keys.projectPart(projectId, 'exports'),
    queryFn: ({ signal }) =>
      bodyOf<{ exports: Export[] }>(api.GET('/api/v1/projects/{project_id}/exports', { params: { path: { project_id: projectId } }, signal })),
    select: (data) => [...data.exports].sort((a, b) => b.id - a.id),
    // Progress counts are not announced one by one on the live stream.
    refetchInterval: (query) => (query.state.data?.exports.some(isUnderway) ? POLL_MS : false),
  });
}
