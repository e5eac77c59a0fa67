import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Role } from '@/client/types';
import { formatDateTime } from '@/lib/format';
import { isApiError, messageOf } from '@/lib/problem';
import { CopyField } from '@/ui/CopyField';
import { useInvite, useProjectChoices } from '../api/people';
import { ROLES, roleWord } from '../roles';
import classes from './InviteDialog.module.css';

/** Makes a link and shows it once; no mail server is needed. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useInvite();
  if (invite.data) return <LinkShown link={invite.data.link} role={invite.data.invitation.role} expires={invite.data.invitation.expires_at} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title="Invite by link">
      <InviteForm busy={invite.isPending} error={invite.error} onCancel={onClose} onSubmit={(body) => invite.mutate(body)} />
    </Modal>
  );
}

function LinkShown({ link, role, expires, onClose }: { link: string; role: string; expires: string; onClose: () => void }) {
  // The server may answer with a path only; people need a whole address to send.
  const whole = new URL(link, window.location.origin).href;
  return (
    <Modal opened onClose={onClose} title="The invitation is ready" closeOnClickOutside={false}>
      <div className={classes.form}>
        <p className={classes.note}>
          Send this link to the new {roleWord(role).toLowerCase()}. It is shown only now, works once, and expires {formatDateTime(expires)}.
        </p>
        <CopyField value={whole} label="Invitation link" />
        <div className={classes.buttons}>
          <Button onClick={onClose}>Done</Button>
        </div>
      </div>
    </Modal>
  );
}

interface FormProps {
  busy: boolean;
  error: unknown;
  onCancel: () => void;
  onSubmit: (body: { email?: string; role: Role; project_ids?: number[] }) => void;
}

function InviteForm({ busy, error, onCancel, onSubmit }: FormProps) {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('labeler');
  const [chosen, setChosen] = useState<number[]>([]);
  const beside = isApiError(error) ? error.problemFor('email') : undefined;
  // Owners and contributors are roles of the workspace, not of a project.
  const byProject = role !== 'owner' && role !== 'contributor';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit({ role, ...(email.trim() ? { email: email.trim() } : {}), ...(byProject && chosen.length ? { project_ids: chosen } : {}) });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Select
        label="Role"
        data={ROLES.map(({ role: value, word }) => ({ value, label: word }))}
        value={role}
        onChange={(value) => value && setRole(value as Role)}
        description={ROLES.find((candidate) => candidate.role === role)?.may}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data-autofocus
      />
      {byProject && <ProjectChoice chosen={chosen} onChange={setChosen} />}
      <TextInput
        label="E-mail (optional)"
        description="With an e-mail only this person can use the link."
        type="email"
        value={email}
        error={beside}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      {error && !beside ? (
        <p className={classes.error} role="alert">
          {messageOf(error)}
        </p>
      ) : null}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={busy}>
          Make link
        </Button>
      </div>
    </form>
  );
}

function ProjectChoice({ chosen, onChange }: { chosen: number[]; onChange: (ids: number[]) => void }) {
  const { data: projects = [] } = useProjectChoices();
  if (projects.length === 0) return <p className={classes.note}>There are no projects yet, so the role holds for the whole workspace.</p>;
  return (
    <div role="group" aria-label="Projects">
      <p className={classes.label}>Projects</p>
      <div className={classes.projects}>
        <Checkbox size="xs" label="The whole workspace, also later projects" checked={chosen.length === 0} onChange={() => onChange([])} />
        {projects.map((project) => (
          <Checkbox
            key={project.id}
            size="xs"
            label={project.name}
            checked={chosen.includes(project.id)}
            onChange={(event) => onChange(event.currentTarget.checked ? [...chosen, project.id] : chosen.filter((id) => id !== project.id))}
          />
        ))}
      </div>
    </div>
  );
}
