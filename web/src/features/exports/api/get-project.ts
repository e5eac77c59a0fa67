import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { ProjectDetail } from '@/client/types';
import { keys } from '@/lib/query-client';

export function useProject(projectId: number) {
  return useQuery({
    queryKey: keys.project(projectId),
    queryFn: ({ signal }) =>
      bodyOf<ProjectDetail>(api.GET('/api/v1/projects/{project_id}', { params: { path: { project_id: projectId } }, signal })),
  });
}
