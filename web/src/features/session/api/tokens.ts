import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Token } from '@/client/types';
import { keys } from '@/lib/query-client';

export function useTokens() {
  return useQuery({
    queryKey: keys.tokens,
    queryFn: async ({ signal }) => (await bodyOf<{ tokens: Token[] }>(api.GET('/api/v1/tokens', { signal }))).tokens,
  });
}

export function useCreateToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; expires_in_days?: number }) => bodyOf<{ token: Token; secret: string }>(api.POST('/api/v1/tokens', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
}

export function useRevokeToken() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tokenId: number) => api.DELETE('/api/v1/tokens/{token_id}', { params: { path: { token_id: tokenId } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
}
