import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InvitationView } from '@/client/types';
import { formatDateTime } from '@/lib/format';
import { isApiError, messageOf } from '@/lib/problem';
import { LoadingState } from '@/ui/PanelStates';
import { useAcceptInvitation, useInvitation } from './api/invitation';
import { AccountForm } from './components/AccountForm';
import { Entry, EntryProblem } from './components/Entry';

export function InvitePage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const invitation = useInvitation(token);
  const accept = useAcceptInvitation();
  const navigate = useNavigate();

  if (!token || invitation.error) return <InvitationFailed error={token ? invitation.error : null} onRetry={() => void invitation.refetch()} />;
  if (!invitation.data) {
    return (
      <Entry title="Invitation">
        <LoadingState rows={3} />
      </Entry>
    );
  }
  return (
    <Entry title={`${invitation.data.invited_by} invites you`} note={invitedTo(invitation.data)}>
      <AccountForm
        submitWord="Join"
        fixedEmail={invitation.data.email}
        busy={accept.isPending || accept.isSuccess}
        error={accept.error}
        onSubmit={(fields) => accept.mutate({ token, ...fields }, { onSuccess: () => void navigate({ to: '/', replace: true }) })}
      />
    </Entry>
  );
}

function invitedTo(invitation: InvitationView): string {
  const where = invitation.projects.length ? invitation.projects.map((project) => project.name).join(', ') : 'the whole workspace';
  return `You join ${where} as ${invitation.role}. The link works until ${formatDateTime(invitation.expires_at)}.`;
}

function InvitationFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const temporary = isApiError(error) && error.status !== 404;
  return (
    <Entry title={temporary ? 'The invitation could not be read' : 'This invitation does not work'}>
      <EntryProblem>
        {temporary ? messageOf(error) : 'The link is cut short, was used, or has expired. Ask the person who sent it for a new one.'}
      </EntryProblem>
      {temporary ? (
        <Button mt="md" onClick={onRetry}>
          Retry
        </Button>
      ) : (
        <Button mt="md" variant="default" renderRoot={(props) => <Link to="/signin" {...props} />}>
          Sign in
        </Button>
      )}
    </Entry>
  );
}
