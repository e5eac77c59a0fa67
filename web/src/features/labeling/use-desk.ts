import { useEffect, useState, useSyncExternalStore } from 'react';
import { useUser } from '@/client/session';
import type { LabelingView } from '@/client/types';
import { useLiveChange, useLiveStatus, useWatchProject } from '@/lib/live-context';
import { taskCalls } from './api/calls';
import { toDecision } from './api/convert';
import { tabDrafts } from './drafts';
import { newId } from './model/new-id';
import { outboxOf } from './outbox/current';
import type { Outbox, OutboxStatus } from './outbox/outbox';
import { SessionDriver, type Sitting } from './session-driver';

export interface Desk {
  driver: SessionDriver;
  sitting: Sitting;
  outbox: Outbox;
  saving: OutboxStatus;
  /** My decisions of the last day before this sitting; the sitting counts its own. */
  todayBefore: number;
}

/** The outbox of this person once it has loaded what an earlier page left behind. */
export function useOutbox(userId: number): Outbox | null {
  const [ready, setReady] = useState<Outbox | null>(null);
  useEffect(() => {
    let here = true;
    const current = outboxOf(userId);
    void current.ready.then(() => here && setReady(current.outbox));
    return () => {
      here = false;
    };
  }, [userId]);
  return ready;
}

/** A sitting at one project, alive as long as the page is. */
export function useDesk(view: LabelingView, outbox: Outbox): Desk {
  const { id: userId } = useUser();
  const projectId = view.project.id;
  const [driver] = useState(
    () =>
      new SessionDriver({
        projectId,
        pageSize: view.settings.page_size,
        left: view.left,
        recent: view.recent.map(toDecision).sort((a, b) => a.at - b.at),
        calls: taskCalls(projectId, view.project.task_type, () => outbox.tabName),
        outbox,
        drafts: tabDrafts(projectId, userId),
        now: () => Date.now(),
        newId,
        isVisible: () => document.visibilityState === 'visible',
      }),
  );
  // The view is read anew while the sitting goes on, and by then counts what the sitting counted too.
  const [todayBefore] = useState(view.me.today);
  const sitting = useSyncExternalStore(driver.subscribe, driver.getSitting);
  const saving = useSyncExternalStore(
    (listener) => outbox.subscribe(listener),
    () => outbox.status(),
  );

  useEffect(() => driver.labelsAre(view.label_set.version), [driver, view.label_set.version]);
  useEffect(() => driver.projectIs({ paused: view.project.state === 'paused' }), [driver, view.project.state]);
  useEffect(() => liveThroughPageLife(driver), [driver]);
  useLive(projectId, driver, outbox);
  return { driver, sitting, outbox, saving, todayBefore };
}

function liveThroughPageLife(driver: SessionDriver): () => void {
  const shown = (): void => driver.visibilityChanged();
  const leave = (): void => driver.stop();
  // Back from the browser's page cache: the leases were given up on leaving.
  const back = (event: PageTransitionEvent): void => {
    if (event.persisted) driver.start();
  };
  driver.start();
  document.addEventListener('visibilitychange', shown);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', back);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', back);
    driver.stop();
  };
}

function useLive(projectId: number, driver: SessionDriver, outbox: Outbox): void {
  useWatchProject(projectId);
  useLiveChange((event) => {
    if (event.topic !== `project:${projectId}`) return;
    const touchesQueue = event.what.some((what) => ['queue', 'items', 'progress', 'state'].includes(what));
    if (touchesQueue) driver.queueChanged();
  });
  const { state } = useLiveStatus();
  useEffect(() => {
    // The stream is back, so the server is: no need to sit out a wait.
    if (state !== 'live') return;
    outbox.wake();
    driver.queueChanged();
  }, [state, driver, outbox]);
}
