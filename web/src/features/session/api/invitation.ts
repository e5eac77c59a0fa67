import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { InvitationView, Session } from '@/client/types';
import { keys } from '@/lib/query-client';

/** A POST, so that the token stays out of addresses and logs; still a question, hence a query. */
export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => bodyOf<InvitationView>(api.POST('/api/v1/invitations/show', { body: { token }, signal })),
    enabled: token !== '',
    staleTime: Infinity,
  });
}

export function useAcceptInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { token: string; name: string; email: string; password: string }) =>
      bodyOf<Session>(api.POST('/api/v1/invitations/accept', { body })),
    onSuccess: (session) => client.setQueryData(keys.session, session),
  });
}
