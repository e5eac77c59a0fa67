import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Draft } from '@/client/types';

export function useDraft(draftId: number | null) {
  return useQuery({
    queryKey: ['draft', draftId],
    queryFn: ({ signal }) => bodyOf<Draft>(api.GET('/api/v1/drafts/{draft_id}', { params: { path: { draft_id: draftId as number } }, signal })),
    enabled: draftId !== null,
    // The open wizard is the newest version; a refetch must not put an older one under the person's hands.
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Creates the draft on the first save, and answers with its id. */
export async function saveDraft(draftId: number | null, body: Record<string, unknown>): Promise<number> {
  // Outlives the page that sends it; browsers allow this for small bodies only.
  const keepalive = JSON.stringify(body).length < 30_000;
  if (draftId === null) return (await bodyOf<Draft>(api.POST('/api/v1/drafts', { body: { body }, keepalive }))).id;
  await api.PUT('/api/v1/drafts/{draft_id}', { params: { path: { draft_id: draftId } }, body: { body }, keepalive });
  return draftId;
}
