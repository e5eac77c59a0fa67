import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/client/api';
import type { LabelingView } from '@/client/types';
import { labelingViewQuery } from './labeling-view';

/** Remember that this labeler has read a version. Failing only means being shown it once more. */
export function useInstructionsSeen(projectId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      api.POST('/api/v1/projects/{project_id}/instructions/seen', {
        params: { path: { project_id: projectId } },
        body: { version },
      }),
    onMutate: (version) => {
      client.setQueryData<LabelingView>(
        labelingViewQuery(projectId).queryKey,
        (view) => view && { ...view, instructions: { ...view.instructions, seen_version: version } },
      );
    },
  });
}
