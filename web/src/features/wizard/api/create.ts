import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Project, ProjectIn } from '@/client/types';
import { keys } from '@/lib/query-client';

export function useCreateProject() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProjectIn) => bodyOf<Project>(api.POST('/api/v1/projects', { body })),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.drafts });
      void client.invalidateQueries({ queryKey: keys.datasets });
      return client.invalidateQueries({ queryKey: keys.projects });
    },
  });
}
