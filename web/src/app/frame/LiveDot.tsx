import { Tooltip } from '@mantine/core';
import { formatClock } from '@/lib/format';
import { useLiveStatus } from '@/lib/live-context';
import classes from './Frame.module.css';

/** Says whether what is on screen follows the server by itself. */
export function LiveDot() {
  const { state, inStepAt } = useLiveStatus();
  const word = state === 'live' ? 'Live' : state === 'connecting' ? 'Connecting' : 'Reconnecting';
  const since = inStepAt ? ` Last update ${formatClock(inStepAt)}.` : '';
  const note =
    state === 'live'
      ? 'Changes appear by themselves.'
      : state === 'polling'
        ? `Reconnecting. Numbers are fetched every 15 s meanwhile.${since}`
        : `${word}.${since}`;
  return (
    <Tooltip label={note}>
      <span className={classes.live} role="status">
        <span className={classes.liveDot} data-state={state} aria-hidden />
        <span className={classes.liveWord}>{word}</span>
        <span className="ld-visually-hidden">{note}</span>
      </span>
    </Tooltip>
  );
}
