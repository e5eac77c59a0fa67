import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Session } from '@/client/types';
import { keys } from '@/lib/query-client';

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: ({ signal }) => bodyOf<Session>(api.GET('/api/v1/session', { signal })),
  staleTime: 60_000,
});

export function useSessionQuery() {
  return useQuery(sessionQuery);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => bodyOf<Session>(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => client.setQueryData(keys.session, session),
  });
}

export function useSignOut() {
  return useMutation({ mutationFn: () => api.DELETE('/api/v1/session') });
}

export function useSetup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { token: string; name: string; email: string; password: string }) =>
      bodyOf<Session>(api.POST('/api/v1/setup', { body })),
    onSuccess: (session) => client.setQueryData(keys.session, session),
  });
}
