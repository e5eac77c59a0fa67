import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { LabelSet, Project, ProjectDetail } from '@/client/types';
import { keys } from '@/lib/query-client';

export function useProject(projectId: number) {
  return useQuery({
    queryKey: keys.project(projectId),
    queryFn: ({ signal }) =>
      bodyOf<ProjectDetail>(api.GET('/api/v1/projects/{project_id}', { params: { path: { project_id: projectId } }, signal })),
  });
}

export function useLabels(projectId: number) {
  return useQuery({
    queryKey: keys.projectPart(projectId, 'labels'),
    queryFn: ({ signal }) =>
      bodyOf<LabelSet>(api.GET('/api/v1/projects/{project_id}/labels', { params: { path: { project_id: projectId } }, signal })),
  });
}

export interface ProjectChange {
  description?: string;
  instructions?: { markdown: string; link: string | null };
  page_size?: number;
  lease_minutes?: number;
}

/** Changes settings. The answer may lack the detail's own fields, so the detail is asked for again. */
export function useChangeProject(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProjectChange) =>
      bodyOf<ProjectDetail>(api.PATCH('/api/v1/projects/{project_id}', { params: { path: { project_id: projectId } }, body })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.project(projectId) }),
        client.invalidateQueries({ queryKey: keys.projects }),
      ]),
  });
}

export function useDeleteProject(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => bodyOf<unknown>(api.DELETE('/api/v1/projects/{project_id}', { params: { path: { project_id: projectId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.projects }),
  });
}

export function useRestoreProject(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf<Project>(api.POST('/api/v1/projects/{project_id}/restore', { params: { path: { project_id: projectId } } })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['project', projectId] }),
        client.invalidateQueries({ queryKey: keys.projects }),
      ]),
  });
}
