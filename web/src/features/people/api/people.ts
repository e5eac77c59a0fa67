import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '@/client/api';
import type { Invitation, Person, Project, Role } from '@/client/types';
import { keys, LIST_POLL_MS } from '@/lib/query-client';

export function usePeople() {
  return useQuery({
    queryKey: keys.people,
    queryFn: async ({ signal }) => (await bodyOf<{ people: Person[] }>(api.GET('/api/v1/people', { signal }))).people,
    refetchInterval: LIST_POLL_MS,
  });
}

export function useChangePerson() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ personId, ...body }: { personId: number; role?: Role; disabled?: boolean }) =>
      bodyOf<Person>(api.PATCH('/api/v1/people/{user_id}', { params: { path: { user_id: personId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.people }),
  });
}

export function useInvitations() {
  return useQuery({
    queryKey: keys.invitations,
    queryFn: async ({ signal }) =>
      (await bodyOf<{ invitations: Invitation[] }>(api.GET('/api/v1/people/invitations', { signal }))).invitations,
    refetchInterval: LIST_POLL_MS,
  });
}

export function useInvite() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email?: string; role: Role; project_ids?: number[] }) =>
      bodyOf<{ invitation: Invitation; link: string }>(api.POST('/api/v1/people/invitations', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.invitations }),
  });
}

export function useRevokeInvitation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (invitationId: number) =>
      api.DELETE('/api/v1/people/invitations/{invitation_id}', { params: { path: { invitation_id: invitationId } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.invitations }),
  });
}

/** The projects one can be invited to; the same cache entry as the projects list. */
export function useProjectChoices() {
  return useQuery({
    queryKey: keys.projects,
    queryFn: async ({ signal }) => (await bodyOf<{ projects: Project[] }>(api.GET('/api/v1/projects', { signal }))).projects,
  });
}
