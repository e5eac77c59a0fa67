/** The outbox of the signed-in person: one for the whole page, so that leaving the labeling page sends on. */

import { isSignInNeeded, onSignInNeeded } from '@/client/session-expired';
import { sendDecision } from '../api/send-decision';
import { newId } from '../model/new-id';
import { Outbox } from './outbox';
import { databaseName, openEntryStore } from './store';
import { webTabLocks } from './tab-locks';

interface Current {
  userId: number;
  outbox: Outbox;
  /** Settles when what an earlier page left behind is loaded and the tab has its name. */
  ready: Promise<void>;
  stop: () => void;
}

const TAB_KEY = 'labeldesk-tab';
let current: Current | null = null;

/** The running outbox of this person, started at the first call. */
export function outboxOf(userId: number): Current {
  if (current?.userId === userId) return current;
  current?.stop();
  const outbox = new Outbox(rememberedTab(), {
    store: openEntryStore(userId),
    locks: webTabLocks(databaseName(userId), newId),
    send: sendDecision,
    now: () => Date.now(),
    random: Math.random,
    isOnline: () => navigator.onLine,
    needsSignIn: isSignInNeeded,
    // A task of its own, after the paint that the key press asked for.
    defer: (run) => void setTimeout(run, 0),
  });
  const ready = outbox.start().then(() => rememberTab(outbox.tabName));
  const unlisten = listen(outbox);
  const stop = (): void => {
    unlisten();
    outbox.close();
  };
  current = { userId, outbox, ready, stop };
  return current;
}

/** For sign-out: how many answers of this person the server does not have yet. */
export function unsentAnswers(): number {
  return current?.outbox.status().pending.length ?? 0;
}

/** At sign-out: stop sending. What is left stays in this browser for the same person's next sign-in. */
export function closeOutbox(): void {
  current?.stop();
  current = null;
}

/** At sign-out, once the person has agreed to lose what is unsent. */
export function discardOutbox(): void {
  const userId = current?.userId;
  closeOutbox();
  if (userId !== undefined) indexedDB.deleteDatabase(databaseName(userId));
}

function listen(outbox: Outbox): () => void {
  const connection = (): void => outbox.connectionChanged();
  const leaving = (event: BeforeUnloadEvent): void => {
    if (outbox.status().pending.length > 0) event.preventDefault();
  };
  const unSignIn = onSignInNeeded(connection);
  window.addEventListener('online', connection);
  window.addEventListener('offline', connection);
  window.addEventListener('beforeunload', leaving);
  return () => {
    unSignIn();
    window.removeEventListener('online', connection);
    window.removeEventListener('offline', connection);
    window.removeEventListener('beforeunload', leaving);
  };
}

/** The same tab keeps its name over a reload, and with it its leases and its unsent answers. */
function rememberedTab(): string {
  try {
    return sessionStorage.getItem(TAB_KEY) ?? newId();
  } catch {
    return newId();
  }
}

function rememberTab(tab: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, tab);
  } catch {
    // Storage can be blocked; a reload is then a new tab, and the old one's answers are adopted.
  }
}
