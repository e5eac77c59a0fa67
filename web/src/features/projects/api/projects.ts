import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Draft, Project } from '@/client/types';
import { keys, LIST_POLL_MS } from '@/lib/query-client';

export function useProjects({ enabled = true } = {}) {
  return useQuery({
    queryKey: keys.projects,
    queryFn: async ({ signal }) =>
      (await bodyOf<{ projects: Project[] }>(api.GET('/api/v1/projects', { signal }))).projects,
    enabled,
    refetchInterval: LIST_POLL_MS,
  });
}

export function useDrafts() {
  return useQuery({
    queryKey: keys.drafts,
    queryFn: async ({ signal }) => (await bodyOf<{ drafts: Draft[] }>(api.GET('/api/v1/drafts', { signal }))).drafts,
  });
}

export function useDiscardDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draftId: number) => api.DELETE('/api/v1/drafts/{draft_id}', { params: { path: { draft_id: draftId } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.drafts }),
  });
}

/** Creates the bundled sample projects, or returns them when they exist. */
export function useSamples() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => (await bodyOf<{ projects: Project[] }>(api.POST('/api/v1/samples'))).projects,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.projects }),
  });
}
