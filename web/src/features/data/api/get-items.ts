import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Item, ItemState } from '@/client/types';

const PAGE = 100;

/**
 * Items in the project's order, page by page. The key stands apart from the `items` key of the live stream: a busy
 * project changes several times a second, and starting all loaded pages over each time would never end. The table
 * asks again at its own pace (use-live-items.ts).
 */
export function useItems(projectId: number, state: ItemState | null) {
  return useInfiniteQuery({
    queryKey: ['project', projectId, 'table', state ?? 'all'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      bodyOf<{ items: Item[]; next: number | null; total: number | null }>(
        api.GET('/api/v1/projects/{project_id}/items', {
          params: { path: { project_id: projectId }, query: { state: state ?? undefined, after: pageParam, limit: PAGE } },
          signal,
        }),
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}
