import { IconCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { plural } from '@/lib/format';
import type { OutboxStatus, Stall } from '../outbox/outbox';
import classes from './footer.module.css';

const STALLED: Record<Stall, string> = {
  offline: 'Offline',
  server: 'Server is not answering',
  signed_out: 'Signed out',
  paused: 'Paused',
};

/** "Saved" only when the server has said so for every answer. */
export function SaveState({ saving }: { saving: OutboxStatus }) {
  const waiting = saving.pending.length;
  const state = waiting === 0 ? 'saved' : saving.stalled === null ? 'saving' : 'waiting';
  return (
    <span className={classes.save} data-testid="save-state" data-state={state} data-waiting={waiting}>
      {state === 'saved' && <IconCheck size={16} aria-hidden />}
      {state === 'saving' && <IconRefresh size={16} aria-hidden />}
      {state === 'waiting' && <IconCloudOff size={16} aria-hidden />}
      {state === 'saved' && 'Saved'}
      {state === 'saving' && `${waiting} saving`}
      {state === 'waiting' && saving.stalled !== null && (
        // Spoken once when it begins, not with every further answer.
        <span>
          <span role="status">{STALLED[saving.stalled]}</span>, {waiting} waiting
        </span>
      )}
      {!saving.durable && waiting > 0 && (
        <span className={classes.fragile}>
          Keep this tab open: this browser cannot keep {plural(waiting, 'answer')} by itself
        </span>
      )}
    </span>
  );
}
