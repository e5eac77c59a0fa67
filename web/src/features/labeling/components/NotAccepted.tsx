import { Button } from '@mantine/core';
import { memo } from 'react';
import { plural } from '@/lib/format';
import type { Entry } from '../outbox/entry';
import type { Outbox } from '../outbox/outbox';
import type { SessionDriver } from '../session-driver';
import classes from './notices.module.css';

interface Props {
  driver: SessionDriver;
  outbox: Outbox;
  refused: readonly Entry[];
  projectId: number;
}

/** Answers the server did not take, each with its reason, until the labeler has dealt with them. */
export const NotAccepted = memo(function NotAccepted({ driver, outbox, refused, projectId }: Props) {
  const here = refused.filter((entry) => entry.projectId === projectId);
  if (here.length === 0) return null;
  return (
    <details className={classes.notice} data-tone="bad" open={here.length <= 3} data-testid="not-accepted">
      <summary>{plural(here.length, 'answer was', 'answers were')} not accepted</summary>
      <ul className={classes.refusals}>
        {here.map((entry) => (
          <li key={entry.submissionId}>
            <span className={classes.excerpt} dir="auto">
              {entry.text}
            </span>
            <span>{entry.refusal?.detail}</span>
            <span className={classes.buttons}>
              <Button size="compact-xs" variant="default" onClick={() => driver.visit(entry.itemId)}>
                Open
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => outbox.retry(entry.submissionId)}>
                Try again
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                onClick={() => outbox.dismiss(entry.submissionId)}
              >
                Dismiss
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
});
