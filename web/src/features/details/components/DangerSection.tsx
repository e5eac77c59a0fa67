import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProjectDetail } from '@/client/types';
import { plural } from '@/lib/format';
import { messageOf } from '@/lib/problem';
import { toastDone } from '@/lib/toast';
import { useDeleteProject, useRestoreProject } from '../api/project';
import { sameName } from '../model';
import classes from './details.module.css';
import { Section } from './Section';

export function DangerSection({ project, mayManage }: { project: ProjectDetail; mayManage: boolean }) {
  if (!mayManage) return <Section title="Danger zone" note="Only people who manage this project can delete or restore it.">{null}</Section>;
  return <Section title="Danger zone">{project.state === 'deleted' ? <Restore project={project} /> : <Delete project={project} />}</Section>;
}

function Delete({ project }: { project: ProjectDetail }) {
  const [typed, setTyped] = useState('');
  const remove = useDeleteProject(project.id);
  const navigate = useNavigate();
  const matches = sameName(typed, project.name);
  const submit = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        toastDone(`“${project.name}” is deleted. It can be restored for 30 days.`);
        void navigate({ to: '/', ignoreBlocker: true });
      },
    });
  return (
    <form
      className={classes.danger}
      onSubmit={(event) => {
        event.preventDefault();
        if (matches) submit();
      }}
    >
      <p>
        Deleting ends all labeling at once. {plural(project.progress.labeled, 'labeled item')} and every export are kept for 30 days and can be
        restored; after that they are gone. The name is never free again.
      </p>
      <TextInput
        label={
          <>
            Type <bdi className={classes.name}>{project.name}</bdi> to delete it
          </>
        }
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {remove.error && (
        <p className={classes.problem} role="alert">
          Not deleted. {messageOf(remove.error)}
        </p>
      )}
      <div>
        <Button type="submit" color="red.9" variant={matches ? 'filled' : 'default'} disabled={!matches} loading={remove.isPending} data-testid="project-delete">
          Delete project
        </Button>
      </div>
    </form>
  );
}

function Restore({ project }: { project: ProjectDetail }) {
  const restore = useRestoreProject(project.id);
  return (
    <div className={classes.danger}>
      <p>This project is deleted{project.state_changed_by ? ` (by ${project.state_changed_by})` : ''}. Its items, labels and exports are still here.</p>
      {restore.error && (
        <p className={classes.problem} role="alert">
          Not restored. {messageOf(restore.error)}
        </p>
      )}
      <div>
        <Button loading={restore.isPending} onClick={() => restore.mutate(undefined, { onSuccess: (restored) => toastDone(restored.state === 'paused' ? 'Project restored. It is paused until you switch it on.' : 'Project restored') })} data-testid="project-restore">
          Restore project
        </Button>
      </div>
    </div>
  );
}
