import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { LabelingView } from '@/client/types';
import { plural } from '@/lib/format';
import { shownTask } from '../model/session';
import type { SessionDriver, Sitting } from '../session-driver';
import { Notice } from './Notice';

interface Props {
  view: LabelingView;
  sitting: Sitting;
  waiting: number;
  driver: SessionDriver;
}

/** What a labeler should know about the item on screen. It stays there, whatever happens elsewhere. */
export function ItemNotices({ view, sitting, waiting, driver }: Props) {
  const { session, paused, openFailed } = sitting;
  const task = shownTask(session);
  if (openFailed !== null) return <Notice tone="bad">{openFailed}</Notice>;
  if (task === null) return null;
  if (paused) {
    return (
      <Notice tone="warn" testId="paused">
        {pausedText(view, waiting)} This item stays here; labeling goes on by itself when the project runs again.
      </Notice>
    );
  }
  if (session.visiting !== null) return null;
  if (session.lost.has(task.itemId)) {
    return (
      <Notice tone="warn" testId="lease-lost">
        Your time for this item has run out, and someone else may get it. You can still answer: it counts if nobody was
        faster.{' '}
        <Button size="compact-xs" variant="default" onClick={() => driver.passFront()}>
          Next item instead
        </Button>
      </Notice>
    );
  }
  return <LeaseWarning expiresAt={task.expiresAt} />;
}

export function pausedText(view: LabelingView, waiting: number): string {
  const by = view.project.state_changed_by;
  const safe =
    waiting === 0
      ? 'Everything you did is saved.'
      : `${plural(waiting, 'answer')} of yours wait in this browser and will be sent.`;
  return `Paused${by ? ` by ${by}` : ''}. ${waiting === 1 ? 'One answer of yours waits in this browser and will be sent.' : safe}`;
}

const WARN_MS = 120_000;

/** Leases renew by themselves; this shows only when that has not worked for a long while. */
function LeaseWarning({ expiresAt }: { expiresAt: number | null }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (expiresAt === null) return undefined;
    const until = expiresAt - WARN_MS - Date.now();
    const timer = setTimeout(() => setNow(Date.now()), Math.min(2 ** 31 - 1, until > 0 ? until : 10_000));
    return () => clearTimeout(timer);
  }, [expiresAt, now]);
  if (expiresAt === null || now < expiresAt - WARN_MS) return null;
  const minutes = Math.max(0, Math.ceil((expiresAt - now) / 60_000));
  return (
    <Notice tone="warn" testId="lease-warning">
      {minutes === 0
        ? 'Your time for this item is over; someone else may get it.'
        : `This item is kept for you for ${plural(minutes, 'more minute', 'more minutes')}.`}
    </Notice>
  );
}
