import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Person } from '@/client/types';
import { useMay, useUser } from '@/client/session';
import { formatDateTime, formatRelative } from '@/lib/format';
import { Chip } from '@/ui/Chip';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Table, TwoLines } from '@/ui/Table';
import { useChangePerson } from '../api/people';
import { roleWord } from '../roles';

export function MembersTable({ people }: { people: Person[] }) {
  return (
    <Table
      label="Members"
      head={
        <>
          <th scope="col">Name</th>
          <th scope="col">Workspace role</th>
          <th scope="col">Project roles</th>
          <th scope="col">Last active</th>
          <th scope="col">
            <span className="ld-visually-hidden">Actions</span>
          </th>
        </>
      }
    >
      {people.map((person) => (
        <MemberRow key={person.id} person={person} />
      ))}
    </Table>
  );
}

function MemberRow({ person }: { person: Person }) {
  const me = useUser();
  const mayManage = useMay('people.manage');
  return (
    <tr>
      <td>
        <TwoLines
          main={
            <>
              {person.name} {person.id === me.id && <Chip tone="plain">You</Chip>} {person.disabled && <Chip tone="warn">Disabled</Chip>}
            </>
          }
          sub={person.email}
        />
      </td>
      <td>{roleWord(person.role)}</td>
      <td>{person.projects.map((project) => `${project.name} (${roleWord(project.role).toLowerCase()})`).join(', ') || '–'}</td>
      <td title={person.last_active_at ? formatDateTime(person.last_active_at) : undefined}>
        {person.last_active_at ? formatRelative(person.last_active_at) : 'Never'}
      </td>
      <td data-actions>{mayManage && person.id !== me.id && <DisableButton person={person} />}</td>
    </tr>
  );
}

function DisableButton({ person }: { person: Person }) {
  const [asking, setAsking] = useState(false);
  const change = useChangePerson();
  if (person.disabled) {
    return (
      <Button size="compact-sm" variant="default" loading={change.isPending} onClick={() => change.mutate({ personId: person.id, disabled: false })}>
        Enable
      </Button>
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="gray" aria-label={`Disable ${person.name}`} onClick={() => setAsking(true)}>
        Disable
      </Button>
      <ConfirmDialog
        opened={asking}
        title={`Disable ${person.name}`}
        confirm="Disable"
        danger
        onClose={() => setAsking(false)}
        onConfirm={() => change.mutateAsync({ personId: person.id, disabled: true })}
      >
        {person.name} is signed out at once and cannot sign in. Items they hold go back to the queue. Their answers stay, and you can enable them again.
      </ConfirmDialog>
    </>
  );
}
