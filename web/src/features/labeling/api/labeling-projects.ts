import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import { keys, LIST_POLL_MS } from '@/lib/query-client';

/** The projects this person may label. */
export const labelingProjectsQuery = queryOptions({
  queryKey: keys.labelingHome,
  queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/labeling/projects', { signal })),
  select: (body) => body.projects,
  refetchInterval: LIST_POLL_MS,
});
