import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Job } from '@/client/types';
import { keys, LIST_POLL_MS } from '@/lib/query-client';

export function useJobs() {
  return useQuery({
    queryKey: keys.jobs,
    queryFn: async ({ signal }) => (await bodyOf<{ jobs: Job[] }>(api.GET('/api/v1/jobs', { signal }))).jobs,
    // Jobs of the whole workspace have no topic of their own; running ones are asked for often.
    refetchInterval: ({ state }) => (state.data?.some((job) => job.state === 'running' || job.state === 'queued') ? 1500 : LIST_POLL_MS),
  });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (jobId: number) => bodyOf<Job>(api.POST('/api/v1/jobs/{job_id}/cancel', { params: { path: { job_id: jobId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.jobs }),
  });
}
