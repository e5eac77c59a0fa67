import { Button } from '@mantine/core';
import type { ProjectDetail } from '@/client/types';
import { useRetryInit } from '../api/init-job';
import { Card } from './Card';
import classes from './dashboard.module.css';

/** What happened, what is safe, what to do next. */
export function FailedPanel({ project }: { project: ProjectDetail }) {
  const retry = useRetryInit(project.id);
  const reason = project.state_reason ?? project.init_job?.error ?? 'The server gave no reason.';
  return (
    <Card title="The import did not finish">
      <div className={classes.failed} data-testid="failed-panel" role="alert">
        <p className={classes.reason}>{reason}</p>
        <p className={classes.note}>The project, its settings and the items read so far are kept. Retry goes on from there.</p>
        {project.operations.includes('projects.manage') && (
          <Button onClick={() => retry.mutate()} loading={retry.isPending}>
            Retry
          </Button>
        )}
      </div>
    </Card>
  );
}
