import { Chip, type Tone } from './Chip';

export type ProjectStatus = 'initializing' | 'running' | 'paused' | 'failed' | 'deleted' | 'completed' | 'draft';
export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

const PROJECT: Record<ProjectStatus, { word: string; tone: Tone; pulse?: boolean }> = {
  initializing: { word: 'Initializing', tone: 'accent', pulse: true },
  running: { word: 'Running', tone: 'good' },
  paused: { word: 'Paused', tone: 'warn' },
  failed: { word: 'Failed', tone: 'bad' },
  deleted: { word: 'Deleted', tone: 'idle' },
  completed: { word: 'Completed', tone: 'accent' },
  draft: { word: 'Draft', tone: 'plain' },
};

const JOB: Record<JobStatus, { word: string; tone: Tone; pulse?: boolean }> = {
  queued: { word: 'Queued', tone: 'idle' },
  running: { word: 'Running', tone: 'accent', pulse: true },
  succeeded: { word: 'Done', tone: 'good' },
  failed: { word: 'Failed', tone: 'bad' },
  cancelled: { word: 'Cancelled', tone: 'idle' },
};

/** `percent` is shown while initializing. */
export function StatusChip({ status, percent, title }: { status: ProjectStatus; percent?: string | null; title?: string }) {
  const { word, tone, pulse } = PROJECT[status];
  return (
    <Chip tone={tone} dot={status !== 'draft'} pulse={pulse} title={title}>
      {word}
      {status === 'initializing' && percent ? ` ${percent}` : ''}
    </Chip>
  );
}

export function JobChip({ state }: { state: JobStatus }) {
  const { word, tone, pulse } = JOB[state];
  return (
    <Chip tone={tone} dot pulse={pulse}>
      {word}
    </Chip>
  );
}
