import { Button } from '@mantine/core';
import type { Invitation } from '@/client/types';
import { formatDate, formatDateTime, formatRelative } from '@/lib/format';
import { toastError } from '@/lib/toast';
import { Chip } from '@/ui/Chip';
import { Table, TwoLines } from '@/ui/Table';
import { useRevokeInvitation } from '../api/people';
import { roleWord } from '../roles';

export function InvitationsTable({ invitations }: { invitations: Invitation[] }) {
  const revoke = useRevokeInvitation();
  return (
    <Table
      label="Invitations"
      head={
        <>
          <th scope="col">For</th>
          <th scope="col">Role</th>
          <th scope="col">Projects</th>
          <th scope="col">Made</th>
          <th scope="col">Expires</th>
          <th scope="col">
            <span className="ld-visually-hidden">Actions</span>
          </th>
        </>
      }
    >
      {invitations.map((invitation) => (
        <tr key={invitation.id}>
          <td>
            <TwoLines main={invitation.email ?? 'Anyone with the link'} sub={`Invited by ${invitation.invited_by}`} />
          </td>
          <td>{roleWord(invitation.role)}</td>
          <td>{invitation.projects.map((project) => project.name).join(', ') || 'Whole workspace'}</td>
          <td title={formatDateTime(invitation.created_at)}>{formatRelative(invitation.created_at)}</td>
          <td title={formatDateTime(invitation.expires_at)}>
            {invitation.state === 'expired' ? <Chip tone="warn">Expired</Chip> : formatDate(invitation.expires_at)}
          </td>
          <td data-actions>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={`Revoke the invitation for ${invitation.email ?? 'anyone with the link'}`}
              loading={revoke.isPending && revoke.variables === invitation.id}
              onClick={() => revoke.mutate(invitation.id, { onError: (error) => toastError(error, 'The invitation still stands') })}
            >
              Revoke
            </Button>
          </td>
        </tr>
      ))}
    </Table>
  );
}
