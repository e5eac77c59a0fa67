import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '@/client/session';
import { PageHeader } from '@/ui/PageHeader';
import { Panel } from '@/ui/Panel';
import { SectionHeading } from '@/ui/Table';
import { useInvitations, usePeople } from './api/people';
import { InvitationsTable } from './components/InvitationsTable';
import { InviteDialog } from './components/InviteDialog';
import { MembersTable } from './components/MembersTable';

export function PeoplePage() {
  const [inviting, setInviting] = useState(false);
  const people = usePeople();
  const mayManage = useMay('people.manage');
  return (
    <>
      <PageHeader title="People" note="Who may enter this workspace, and what they may do.">
        {mayManage && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setInviting(true)}>
            Invite
          </Button>
        )}
      </PageHeader>
      <Panel query={people} what="people" rows={3} rowHeight={48}>
        {(list) => <MembersTable people={list} />}
      </Panel>
      {mayManage && <OpenInvitations />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function OpenInvitations() {
  const invitations = useInvitations();
  const open = invitations.data?.filter((invitation) => invitation.state === 'open' || invitation.state === 'expired');
  // Most workspaces have none: an empty section would only be noise.
  if (open?.length === 0) return null;
  return (
    <section>
      <SectionHeading>Invitations</SectionHeading>
      <Panel query={{ ...invitations, data: open }} what="invitations" rows={1} rowHeight={48} stale={false}>
        {(list) => <InvitationsTable invitations={list} />}
      </Panel>
    </section>
  );
}
