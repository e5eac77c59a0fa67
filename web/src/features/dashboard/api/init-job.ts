import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Job, Project } from '@/client/types';
import { keys } from '@/lib/query-client';
import { toastError } from '@/lib/toast';

/** Stops the initialization; items that are in stay in. */
export function useCancelInit(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId: number) =>
      bodyOf<Job>(api.POST('/api/v1/jobs/{job_id}/cancel', { params: { path: { job_id: jobId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.project(projectId) }),
    onError: (error) => toastError(error, 'The import was not cancelled'),
  });
}

export function useRetryInit(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      bodyOf<Project>(api.POST('/api/v1/projects/{project_id}/retry', { params: { path: { project_id: projectId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['project', projectId] }),
    onError: (error) => toastError(error, 'The import did not start again'),
  });
}
