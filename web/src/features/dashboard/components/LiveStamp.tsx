import { formatClock } from '@/lib/format';
import { useLiveStatus } from '@/lib/live-context';
import { StaleNote } from '@/ui/PanelStates';
import classes from './dashboard.module.css';

/** Dates the numbers: live, or as of when. */
export function LiveStamp({ at }: { at: string }) {
  const { state } = useLiveStatus();
  if (state !== 'live' && state !== 'connecting') return <StaleNote />;
  return (
    <span className={classes.live} data-testid="live-stamp">
      {state === 'live' && <span className={classes.liveDot} aria-hidden />}
      <span>
        {state === 'live' ? 'Live, ' : 'As of '}
        <time dateTime={at}>{formatClock(at)}</time>
      </span>
    </span>
  );
}
