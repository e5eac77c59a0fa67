import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState, LoadingState } from '@/ui/PanelStates';
import { useSessionQuery, useSetup } from './api/session';
import { AccountForm } from './components/AccountForm';
import { Entry, EntryProblem } from './components/Entry';

/** First run. The one-time token stands in the fragment, so it never reaches a server log. */
export function SetupPage() {
  const [token] = useState(() => window.location.hash.slice(1));
  const session = useSessionQuery();
  const setup = useSetup();
  const navigate = useNavigate();

  if (session.data === undefined) {
    return (
      <Entry title="Set up Labeldesk">
        {session.error ? <ErrorState error={session.error} what="the server's state" onRetry={() => void session.refetch()} /> : <LoadingState rows={3} />}
      </Entry>
    );
  }
  // After our own success the state is already "signed in"; the redirect below is on its way then.
  if (session.data.state !== 'setup' && !setup.isSuccess) return <WorkspaceExists signedIn={session.data.state === 'signed_in'} />;
  if (session.data.storage_problem) {
    return (
      <Entry title="Storage is not ready" note="Labeldesk cannot write its data yet. Fix this, then load the page again.">
        <EntryProblem>{session.data.storage_problem}</EntryProblem>
        <Button mt="md" onClick={() => window.location.reload()}>
          Check again
        </Button>
      </Entry>
    );
  }
  if (!token) {
    return <Entry title="Open the printed link" note="The server printed a link that ends in /setup#… when it started. Open that one: it carries the key to this workspace." />;
  }
  return (
    <Entry title="Create your workspace" note="You become its owner. Everything stays on this server.">
      <AccountForm
        submitWord="Create workspace"
        busy={setup.isPending || setup.isSuccess}
        error={setup.error}
        onSubmit={(fields) => setup.mutate({ token, ...fields }, { onSuccess: () => void navigate({ to: '/start', replace: true }) })}
      />
    </Entry>
  );
}

function WorkspaceExists({ signedIn }: { signedIn: boolean }) {
  return (
    <Entry title="A workspace exists" note={
        signedIn
          ? 'This setup link was used, and you are signed in.'
          : 'This setup link was used. Sign in with the account made then, or ask an owner for an invitation.'
      }>
      <Button mt="md" fullWidth renderRoot={(props) => <Link to={signedIn ? '/' : '/signin'} {...props} />}>
        {signedIn ? 'Go to projects' : 'Sign in'}
      </Button>
    </Entry>
  );
}
