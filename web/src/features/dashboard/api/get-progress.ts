import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { ProgressView } from '@/client/types';
import { keys } from '@/lib/query-client';

export function useProgress(projectId: number) {
  return useQuery({
    queryKey: keys.projectPart(projectId, 'progress'),
    queryFn: ({ signal }) =>
      bodyOf<ProgressView>(api.GET('/api/v1/projects/{project_id}/progress', { params: { path: { project_id: projectId } }, signal })),
  });
}
