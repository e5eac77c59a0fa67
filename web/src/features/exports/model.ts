import type { Export, ExportIn, JobState } from '@/client/types';
import { formatDuration, formatNumber, plural } from '@/lib/format';

export interface Choices {
  columns: 'training' | 'all';
  labelAs: 'path' | 'leaf';
  formulaSafe: boolean;
}

export const DEFAULTS: Choices = { columns: 'training', labelAs: 'path', formulaSafe: true };

export function bodyFor(choices: Choices): ExportIn {
  return { format: 'csv', columns: choices.columns, formula_safe: choices.formulaSafe, label_as: choices.labelAs };
}

/** What the options mean for this kind of labels: one for each item, or several. */
export function wordsFor(several: boolean): { format: string; training: string; all: string } {
  return several
    ? {
        format: 'One row per labeled item; several labels as a list. Opens in spreadsheets and in every training tool.',
        training: 'The chosen text columns and one column “labels”.',
        all: 'Every column of the data, then the labels.',
      }
    : {
        format: 'One row per labeled item. Opens in spreadsheets and in every training tool.',
        training: 'The chosen text columns and one column “label”.',
        all: 'Every column of the data, then the label.',
      };
}

export function isUnderway(entry: { state: JobState }): boolean {
  return entry.state === 'queued' || entry.state === 'running';
}

/** The export this person started and is still waiting for, so that a reopened dialog takes it up again. */
export function findMine(exports: Export[], userName: string): Export | undefined {
  return exports.find((entry) => isUnderway(entry) && entry.created_by === userName);
}

/** What the running export says about itself, in one line. */
export function progressText(entry: Export): string {
  const { job } = entry;
  if (!job) return 'Waiting for its turn';
  if (job.waiting_for_worker) return 'Waiting for the background worker. It starts by itself.';
  if (entry.state === 'queued') return 'Waiting for its turn';
  const parts = [job.total === null ? plural(job.done, 'row') : `${formatNumber(job.done)} of ${plural(job.total, 'row')}`];
  if (job.rate !== null && job.rate > 0) parts.push(`${formatNumber(job.rate)} rows/s`);
  if (job.seconds_left !== null) parts.push(`about ${formatDuration(job.seconds_left)} left`);
  return parts.join(' · ');
}

export function optionsText(options: Export['options']): string {
  const parts = [options.columns === 'training' ? 'training shape' : 'all columns'];
  parts.push(options.label_as === 'leaf' ? 'label names' : 'label paths');
  if (!options.formula_safe) parts.push('formulas kept');
  return parts.join(', ');
}
