import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Notification } from '@/client/types';
import { keys } from '@/lib/query-client';

export function useNotifications() {
  return useQuery({
    queryKey: keys.notifications,
    queryFn: ({ signal }) => bodyOf<{ notifications: Notification[]; unread: number }>(api.GET('/api/v1/notifications', { signal })),
  });
}

/** Marks everything up to and including one notification as read. */
export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upTo: number) => bodyOf<unknown>(api.POST('/api/v1/notifications/read', { body: { up_to: upTo } })),
    // A failure leaves the dot where it is; the next opening tries again.
    onSettled: () => client.invalidateQueries({ queryKey: keys.notifications }),
  });
}
