import { Button } from '@mantine/core';
import type { Job } from '@/client/types';
import { formatDateTime, formatDuration, formatNumber, formatRelative } from '@/lib/format';
import { toastError } from '@/lib/toast';
import { WorkBar } from '@/ui/ProgressBar';
import { JobChip } from '@/ui/StatusChip';
import { TwoLines } from '@/ui/Table';
import { useCancelJob } from '../api/jobs';

export function JobRow({ job }: { job: Job }) {
  const cancel = useCancelJob();
  const active = job.state === 'queued' || job.state === 'running';
  return (
    <tr>
      <td>
        <TwoLines main={job.title} sub={job.error ?? (active ? job.note : null)} />
      </td>
      <td>
        <JobChip state={job.state} />
      </td>
      <td style={{ minWidth: 180 }}>
        {job.state === 'running' && <WorkBar done={job.done} total={job.total} label={`Progress of ${job.title}`} />}
        <TwoLines main="" sub={progressWords(job)} />
      </td>
      <td data-tight title={formatDateTime(job.created_at)}>
        <TwoLines main={formatRelative(job.created_at)} sub={tookWords(job)} />
      </td>
      <td data-actions>
        {active && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`Cancel ${job.title}`}
            loading={cancel.isPending}
            onClick={() => cancel.mutate(job.id, { onError: (error) => toastError(error, 'The job goes on') })}
          >
            Cancel
          </Button>
        )}
      </td>
    </tr>
  );
}

function progressWords(job: Job): string {
  if (job.waiting_for_worker) return 'Waiting for the background worker';
  if (job.state === 'queued') return 'Waiting for its turn';
  const count = job.total ? `${formatNumber(job.done)} of ${formatNumber(job.total)}` : job.done > 0 ? formatNumber(job.done) : '';
  const left = job.state === 'running' && job.seconds_left !== null ? `about ${formatDuration(job.seconds_left)} left` : '';
  return [count, left].filter(Boolean).join(' · ');
}

function tookWords(job: Job): string | undefined {
  if (!job.started_at || !job.finished_at) return undefined;
  return `took ${formatDuration((new Date(job.finished_at).getTime() - new Date(job.started_at).getTime()) / 1000)}`;
}
