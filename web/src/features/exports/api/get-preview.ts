import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import { keys } from '@/lib/query-client';
import { bodyFor, type Choices } from '../model';

/** The first five lines the file would have now. */
export function usePreview(projectId: number, choices: Choices) {
  const query = bodyFor(choices);
  return useQuery({
    queryKey: keys.projectPart(projectId, 'exports', 'preview', query),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      bodyOf<{ header: string[]; rows: string[][]; total: number }>(
        api.GET('/api/v1/projects/{project_id}/exports/preview', {
          params: { path: { project_id: projectId }, query },
          signal,
        }),
      ),
  });
}
