/**
 * Which tab sends which answers. Each tab holds a Web Lock under its own name for as long as it
 * lives, and sends only its own entries; those of a tab that is gone are taken over by whoever gets
 * its lock. So an entry is never sent by two tabs, and a tab frozen in the background cannot hold
 * back the one in front.
 */
export interface TabLocks {
  /** A name this page alone holds: the given one, or a fresh one when a duplicated tab has it. */
  hold(wanted: string): Promise<string>;
  whenGone(tab: string, run: () => Promise<void>): void;
  close(): void;
}

/** A reloaded page may ask before its former self has let go. */
const HANDOVER_MS = 500;
/** Without Web Locks (plain http) a tab's death cannot be seen; a double send is still only a replay. */
const UNSEEN_DEATH_MS = 60_000;

export function webTabLocks(scope: string, newId: () => string): TabLocks {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks === undefined ? timedTabLocks() : realTabLocks(locks, scope, newId);
}

function realTabLocks(locks: LockManager, scope: string, newId: () => string): TabLocks {
  const closing = new AbortController();
  let letGo: () => void = () => undefined;
  const take = (tab: string): Promise<boolean> =>
    new Promise((resolve) => {
      const held = new Promise<void>((release) => (letGo = release));
      locks
        .request(`${scope}/${tab}`, { signal: AbortSignal.timeout(HANDOVER_MS) }, () => {
          resolve(true);
          return held;
        })
        .catch(() => resolve(false));
    });
  return {
    hold: async (wanted) => {
      if (await take(wanted)) return wanted;
      const fresh = newId();
      await take(fresh);
      return fresh;
    },
    whenGone: (tab, run) => {
      locks.request(`${scope}/${tab}`, { signal: closing.signal }, run).catch(() => undefined);
    },
    close: () => {
      closing.abort();
      letGo();
    },
  };
}

function timedTabLocks(): TabLocks {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  return {
    hold: (wanted) => Promise.resolve(wanted),
    whenGone: (_tab, run) => timers.add(setTimeout(() => void run(), UNSEEN_DEATH_MS)),
    close: () => timers.forEach(clearTimeout),
  };
}
