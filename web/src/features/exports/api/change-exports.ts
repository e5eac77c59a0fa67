import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Export, ExportIn, Job } from '@/client/types';
import { keys } from '@/lib/query-client';
import { toastError } from '@/lib/toast';

export function useStartExport(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ExportIn) =>
      bodyOf<Export>(api.POST('/api/v1/projects/{project_id}/exports', { params: { path: { project_id: projectId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.projectPart(projectId, 'exports'), exact: true }),
  });
}

export function useCancelExport(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId: number) =>
      bodyOf<Job>(api.POST('/api/v1/jobs/{job_id}/cancel', { params: { path: { job_id: jobId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.projectPart(projectId, 'exports'), exact: true }),
    onError: (error) => toastError(error, 'The export was not cancelled'),
  });
}

export function downloadUrl(exportId: number): string {
  return `/api/v1/exports/${exportId}/download`;
}
