import { formatNumber, formatShare } from '@/lib/format';
import classes from './ProgressBar.module.css';

export interface ProgressParts {
  total: number;
  labeled: number;
  skipped: number;
  needs_review: number;
}

/** The four numbers in one sentence, for titles and screen readers. */
export function progressText(parts: ProgressParts): string {
  const left = Math.max(0, parts.total - parts.labeled - parts.skipped - parts.needs_review);
  return (
    `${formatNumber(parts.labeled)} labeled, ${formatNumber(parts.skipped)} skipped, ` +
    `${formatNumber(parts.needs_review)} need review, ${formatNumber(left)} left`
  );
}

/** Labeled, skipped, needs review, left: one stacked bar. */
export function ProgressBar({ parts, tall, label = 'Progress' }: { parts: ProgressParts; tall?: boolean; label?: string }) {
  const width = (count: number) => ({ width: parts.total > 0 ? `${(count / parts.total) * 100}%` : '0%' });
  const text = progressText(parts);
  return (
    <div
      className={classes.bar}
      data-tall={tall || undefined}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={parts.total > 0 ? Math.floor((parts.labeled / parts.total) * 100) : 0}
      aria-valuetext={`${formatShare(parts.labeled, parts.total)}: ${text}`}
      title={text}
    >
      {parts.labeled > 0 && <div className={`${classes.part} ${classes.labeled}`} style={width(parts.labeled)} />}
      {parts.skipped > 0 && <div className={`${classes.part} ${classes.skipped}`} style={width(parts.skipped)} />}
      {parts.needs_review > 0 && <div className={`${classes.part} ${classes.review}`} style={width(parts.needs_review)} />}
    </div>
  );
}

/** A plain bar for jobs and uploads; without a total it moves instead of lying about a share. */
export function WorkBar({ done, total, label }: { done: number; total: number | null; label: string }) {
  const known = total !== null && total > 0;
  const share = known ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div
      className={classes.bar}
      data-tall
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.floor(share) : undefined}
    >
      <div className={`${classes.part} ${known ? classes.labeled : classes.moving}`} style={known ? { width: `${share}%` } : undefined} />
    </div>
  );
}
