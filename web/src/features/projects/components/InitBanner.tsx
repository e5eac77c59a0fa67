import { Button } from '@mantine/core';
import type { ProjectDetail } from '@/client/types';
import { formatDuration, formatNumber } from '@/lib/format';
import { messageOf } from '@/lib/problem';
import { WorkBar } from '@/ui/ProgressBar';
import { useRetryProject } from '../api/project';
import classes from './ProjectHeader.module.css';

/** While items are being read, or when reading them failed. */
export function InitBanner({ project }: { project: ProjectDetail }) {
  if (project.state === 'failed') return <FailedBanner project={project} />;
  if (project.state !== 'initializing' || !project.init_job) return null;
  const { done, total, rate, seconds_left, waiting_for_worker, note } = project.init_job;
  const words = waiting_for_worker
    ? 'Waiting for the background worker to start.'
    : [
        `${formatNumber(done)}${total ? ` of ${formatNumber(total)}` : ''} items read`,
        rate ? `${formatNumber(rate)} items/s` : null,
        seconds_left != null ? `about ${formatDuration(seconds_left)} left` : null,
        note,
      ]
        .filter(Boolean)
        .join(' · ');
  return (
    <div className={classes.banner}>
      <div className={classes.bannerText}>
        <p aria-live="polite">{words}</p>
        {!waiting_for_worker && <p className={classes.dim}>You can label as soon as the first items are in.</p>}
      </div>
      <div className={classes.bannerText}>
        <WorkBar done={done} total={total} label="Items read" />
      </div>
    </div>
  );
}

function FailedBanner({ project }: { project: ProjectDetail }) {
  const retry = useRetryProject(project.id);
  return (
    <div className={classes.banner} data-tone="bad" role="alert">
      <div className={classes.bannerText}>
        <p>
          <strong>Reading the items failed.</strong> {project.state_reason ?? 'The server gave no reason.'}
        </p>
        <p className={classes.dim}>
          {retry.error ? messageOf(retry.error) : 'The dataset is untouched. Retry goes on from where it stopped.'}
        </p>
      </div>
      {project.operations.includes('projects.manage') && (
        <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          Retry
        </Button>
      )}
    </div>
  );
}
