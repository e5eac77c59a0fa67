import { Button, Skeleton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatClock } from '@/lib/format';
import { useLiveStatus } from '@/lib/live-context';
import { isApiError, messageOf } from '@/lib/problem';
import { useDelayed } from '@/lib/use-delayed';
import classes from './states.module.css';

/** Rows of the height the content will have, so nothing jumps; silent for the first 150 ms. */
export function LoadingState({ rows = 4, rowHeight = 36, label = 'Loading' }: { rows?: number; rowHeight?: number; label?: string }) {
  const shown = useDelayed(150);
  return (
    <div className={classes.loading} role="status" aria-busy="true" style={{ minHeight: rows * (rowHeight + 8) - 8 }}>
      {shown && (
        <>
          <span className="ld-visually-hidden">{label}</span>
          {Array.from({ length: rows }, (_, row) => (
            <Skeleton key={row} height={rowHeight} radius={6} aria-hidden />
          ))}
        </>
      )}
    </div>
  );
}

/** One sentence and one button. */
export function EmptyState({ title, sentence, icon, children }: { title?: string; sentence: ReactNode; icon?: ReactNode; children?: ReactNode }) {
  return (
    <div className={classes.centre}>
      {icon && <span className={classes.icon} aria-hidden>{icon}</span>}
      {title && <h2 className={classes.title}>{title}</h2>}
      <p className={classes.sentence}>{sentence}</p>
      {children}
    </div>
  );
}

/** What failed, a way to try again, and the request id to pass on. The rest of the page lives on. */
export function ErrorState({ error, what, onRetry }: { error: unknown; what: string; onRetry?: () => void }) {
  const requestId = isApiError(error) ? error.requestId : null;
  return (
    <div className={classes.error} role="alert">
      <div className={classes.errorText}>
        <p>
          <strong>Could not load {what}.</strong> {messageOf(error)}
        </p>
        {requestId && <RequestId id={requestId} />}
      </div>
      {onRetry && (
        <Button variant="default" size="xs" onClick={onRetry}>
          Retry
        </Button>
      )}
    </div>
  );
}

function RequestId({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(id).then(() => setCopied(true));
  return (
    <p className={classes.request}>
      Request {id}{' '}
      <button type="button" onClick={copy}>
        {copied ? 'Copied' : 'Copy'}
      </button>
    </p>
  );
}

/** Shown on panels whose numbers may be old because the live stream is away. */
export function StaleNote() {
  const { state, inStepAt } = useLiveStatus();
  if (state === 'live' || state === 'connecting') return null;
  return (
    <span className={classes.stale}>
      <span className={classes.dot} aria-hidden />
      Reconnecting{inStepAt ? `, last update ${formatClock(inStepAt)}` : ''}
    </span>
  );
}
