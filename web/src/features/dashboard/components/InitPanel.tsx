import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Job, ProjectDetail } from '@/client/types';
import { formatDuration, formatNumber, formatShare, plural } from '@/lib/format';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { WorkBar } from '@/ui/ProgressBar';
import { useCancelInit } from '../api/init-job';
import { Card } from './Card';
import classes from './dashboard.module.css';

/** The import as it runs: how far, how fast, how long still, and that nobody has to wait for its end. */
export function InitPanel({ project }: { project: ProjectDetail }) {
  const job = project.init_job;
  const itemsIn = project.progress.total;
  return (
    <Card title="Reading the texts" note={job && job.total ? formatShare(job.done, job.total) : undefined} tools={job && <CancelButton projectId={project.id} job={job} />}>
      <div className={classes.init} data-testid="init-panel">
        <WorkBar done={job?.done ?? 0} total={job?.total ?? null} label="Items read" />
        <p className={classes.initNumbers} role="status">
          {job ? jobText(job) : 'Starting'}
        </p>
        {itemsIn > 0 && (
          <div className={classes.initReady}>
            <span>
              Labeling is possible now: {plural(itemsIn, 'item')} {itemsIn === 1 ? 'is' : 'are'} in.
            </span>
            {project.operations.includes('label') && (
              <Button size="xs" variant="light" renderRoot={(props) => <Link {...props} to="/projects/$projectId/label" params={{ projectId: project.id }} />}>
                Label data
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}

function jobText(job: Job): string {
  if (job.waiting_for_worker) return 'Waiting for the background worker. It starts by itself; nothing is lost.';
  if (job.state === 'queued') return 'Waiting for its turn';
  const parts = [job.total === null ? formatNumber(job.done) : `${formatNumber(job.done)} of ${plural(job.total, 'item')}`];
  if (job.rate !== null) parts.push(`${formatNumber(job.rate)} items/s`);
  if (job.seconds_left !== null) parts.push(`about ${formatDuration(job.seconds_left)} left`);
  if (job.note) parts.push(job.note);
  return parts.join(' · ');
}

function CancelButton({ projectId, job }: { projectId: number; job: Job }) {
  const [asking, setAsking] = useState(false);
  const cancel = useCancelInit(projectId);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        Cancel import
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Cancel the import?"
        confirm="Cancel import"
        danger
        onConfirm={() => cancel.mutateAsync(job.id)}
        onClose={() => setAsking(false)}
      >
        The project stays, and so do the items read so far. Retry goes on where the import stopped; nobody can label until it is through.
      </ConfirmDialog>
    </>
  );
}
