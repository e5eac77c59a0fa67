import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import { keys } from '@/lib/query-client';

/** What the page needs besides tasks: names, labels, instructions, my counts. */
export function labelingViewQuery(projectId: number) {
  return queryOptions({
    queryKey: keys.projectPart(projectId, 'labeling'),
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/v1/projects/{project_id}/labeling', { params: { path: { project_id: projectId } }, signal }),
      ),
  });
}
