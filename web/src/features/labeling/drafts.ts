import type { KeptDraft, SessionState } from './model/session';

/** Where a choice waits for its Enter while the page is reloaded: this tab, one item of each project. */
export interface DraftStore {
  read(itemId: number, labelSetVersion: number): KeptDraft | null;
  write(itemId: number, labelSetVersion: number, draft: Pick<SessionState, 'draft' | 'draftsBefore'>): void;
  forget(): void;
}

interface Stored extends KeptDraft {
  itemId: number;
  labelSetVersion: number;
}

/** Reading `sessionStorage` itself throws where storage is blocked, so it is read at each use. */
const ofThisTab = {
  getItem: (key: string) => sessionStorage.getItem(key),
  setItem: (key: string, value: string) => sessionStorage.setItem(key, value),
  removeItem: (key: string) => sessionStorage.removeItem(key),
};

/** Steps back that are kept; more is history nobody walks. */
const STEPS = 50;

export function tabDrafts(projectId: number, userId: number, storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = ofThisTab): DraftStore {
  const key = `labeldesk-draft-${userId}-${projectId}`;
  // Nothing to keep and nothing kept is the way of nearly every call, so it must cost nothing.
  let empty = false;
  const forget = (): void => {
    if (empty) return;
    empty = true;
    try {
      storage.removeItem(key);
    } catch {
      // Then nothing was kept either.
    }
  };
  return {
    forget,
    read(itemId, labelSetVersion) {
      try {
        const stored = JSON.parse(storage.getItem(key) ?? 'null') as Stored | null;
        // With other labels the ids may mean something else.
        const fits = stored !== null && stored.itemId === itemId && stored.labelSetVersion === labelSetVersion;
        return fits ? { choice: stored.choice, before: stored.before } : null;
      } catch {
        return null;
      }
    },
    write(itemId, labelSetVersion, { draft: choice, draftsBefore }) {
      if (choice === null) return forget();
      empty = false;
      try {
        const stored: Stored = { itemId, labelSetVersion, choice, before: draftsBefore.slice(-STEPS) };
        storage.setItem(key, JSON.stringify(stored));
      } catch {
        // Storage can be blocked; the choice then lasts as long as the page.
      }
    },
  };
}
