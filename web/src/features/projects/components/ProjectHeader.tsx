import { Button, Switch, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ProjectDetail } from '@/client/types';
import { shortcutProps } from '@/lib/shortcuts';
import { toastError } from '@/lib/toast';
import { Chip } from '@/ui/Chip';
import { useDocumentTitle } from '@/ui/PageHeader';
import { StatusChip } from '@/ui/StatusChip';
import { useSetRunning } from '../api/project';
import { initPercent, statusOf, TASK_TYPE_WORD } from '../model';
import classes from './ProjectHeader.module.css';

export function ProjectHeader({ project, onExport }: { project: ProjectDetail; onExport: () => void }) {
  useDocumentTitle(project.name);
  const may = (operation: string) => project.operations.includes(operation);
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 className={classes.name}>{project.name}</h1>
        <div className={classes.line}>
          <Chip tone="plain">{TASK_TYPE_WORD[project.task_type]}</Chip>
          <StatusChip status={statusOf(project)} percent={initPercent(project)} />
          {project.state === 'paused' && project.state_changed_by && <span>Paused by {project.state_changed_by}</span>}
          {project.description && <span>{project.description}</span>}
        </div>
      </div>
      <div className={classes.actions}>
        {may('projects.manage') && <RunningSwitch project={project} />}
        {may('exports.write') && (
          <Button variant="default" leftSection={<IconDownload size={16} />} onClick={onExport}>
            Export
          </Button>
        )}
        {may('label') && <LabelButton project={project} />}
      </div>
    </header>
  );
}

/** Acts at once; the server ends the leases and tells every labeler who paused. */
function RunningSwitch({ project }: { project: ProjectDetail }) {
  const setRunning = useSetRunning(project.id);
  const switchable = project.state === 'running' || project.state === 'paused';
  if (!switchable) return null;
  return (
    <Tooltip label={project.state === 'running' ? 'Pause labeling for everyone' : 'Let labeling go on'}>
      <Switch
        label="Running"
        labelPosition="left"
        checked={setRunning.isPending ? setRunning.variables : project.state === 'running'}
        aria-busy={setRunning.isPending}
        onChange={(event) => {
          // Not disabled while it waits: a disabled control would drop the keyboard focus.
          if (setRunning.isPending) return;
          setRunning.mutate(event.currentTarget.checked, { onError: (error) => toastError(error, 'The project did not change') });
        }}
      />
    </Tooltip>
  );
}

function LabelButton({ project }: { project: ProjectDetail }) {
  const reason = whyNotLabel(project);
  if (reason) {
    return (
      <Tooltip label={reason}>
        <Button data-disabled aria-disabled onClick={(event) => event.preventDefault()}>
          Label data
        </Button>
      </Tooltip>
    );
  }
  return (
    <Button
      {...shortcutProps('go.label')}
      renderRoot={(props) => <Link to="/projects/$projectId/label" params={{ projectId: project.id }} {...props} />}
    >
      Label data
    </Button>
  );
}

/** Labeling opens with the first page of items; it does not wait for the whole import. */
function whyNotLabel(project: ProjectDetail): string | null {
  if (project.state === 'paused') return 'The project is paused.';
  if (project.state === 'failed') return 'The import failed. Retry it first.';
  if (project.state === 'initializing' && project.progress.total === 0) return 'The first items are being read.';
  return null;
}
