import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Project, ProjectDetail } from '@/client/types';
import { keys } from '@/lib/query-client';

export const projectQuery = (projectId: number) =>
  queryOptions({
    queryKey: keys.project(projectId),
    queryFn: ({ signal }) =>
      bodyOf<ProjectDetail>(api.GET('/api/v1/projects/{project_id}', { params: { path: { project_id: projectId } }, signal })),
  });

export function useProject(projectId: number) {
  return useQuery(projectQuery(projectId));
}

/** Pausing ends leases at once, so the switch waits for the server instead of guessing. */
export function useSetRunning(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (running: boolean) => {
      const path = running ? '/api/v1/projects/{project_id}/resume' : '/api/v1/projects/{project_id}/pause';
      return bodyOf<Project>(api.POST(path, { params: { path: { project_id: projectId } } }));
    },
    onSuccess: (project) => {
      client.setQueryData<ProjectDetail>(keys.project(projectId), (old) => (old ? { ...old, ...project } : old));
      // Not awaited: the switch is free again as soon as the server has answered.
      void client.invalidateQueries({ queryKey: ['project', projectId] });
    },
  });
}

export function useRetryProject(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf<Project>(api.POST('/api/v1/projects/{project_id}/retry', { params: { path: { project_id: projectId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['project', projectId] }),
  });
}
