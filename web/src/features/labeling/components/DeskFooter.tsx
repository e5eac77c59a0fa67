import { memo } from 'react';
import { formatNumber } from '@/lib/format';
import { perHour, type SessionState } from '../model/session';
import type { OutboxStatus } from '../outbox/outbox';
import { usePreferences } from '../preferences';
import classes from './footer.module.css';
import { SaveState } from './SaveState';

interface Props {
  session: SessionState;
  saving: OutboxStatus;
  /** Decisions of today when the page was opened. */
  today: number;
}

export const DeskFooter = memo(function DeskFooter({ session, saving, today }: Props) {
  const { showPace } = usePreferences();
  const pace = perHour(session);
  return (
    <footer className={classes.footer}>
      <span data-testid="count-today">
        You today <b>{formatNumber(Math.max(0, today + session.answered + session.skipped))}</b>
      </span>
      {session.skipped > 0 && (
        <span data-testid="count-skipped">
          Skipped <b>{formatNumber(session.skipped)}</b>
        </span>
      )}
      {showPace && pace !== null && (
        <span data-testid="count-pace" className={classes.pace}>
          <b>{formatNumber(pace)}</b>/h
        </span>
      )}
      {session.left !== null && (
        <span data-testid="count-left">
          Left in project <b>{formatNumber(session.left)}</b>
        </span>
      )}
      <span className={classes.grow} />
      <SaveState saving={saving} />
    </footer>
  );
});
