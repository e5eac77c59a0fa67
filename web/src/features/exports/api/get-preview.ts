import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import { keys } from '@/lib/query-client';

/** The first five lines the file would have now. */
export function usePreview(projectId: number, columns: 'training' | 'all') {
  return useQuery({
    queryKey: keys.projectPart(projectId, 'exports', 'preview', columns),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/projects/{project_id}/exports/preview', {
          params: { path: { project_id: projectId }, query: { columns, format: 'csv' } },
          signal,
        }),
      ),
  });
}
