import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { Entry } from './entry';

/** Where entries survive a reload or a crash. */
export interface EntryStore {
  all(): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(submissionId: string): Promise<void>;
  /** Take over the entries of a tab that is gone, in one transaction so that no two tabs do. */
  adopt(from: string, to: string): Promise<Entry[]>;
  close(): void;
}

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { tab: string } };
}

export function databaseName(userId: number): string {
  return `labeldesk-outbox-${userId}`;
}

/** One database per person: someone else at the same browser never sends these answers. */
export function openEntryStore(userId: number): EntryStore {
  const opening = open(databaseName(userId));
  // The first write reports a browser without storage; nobody awaits `opening` on its own.
  opening.catch(() => undefined);
  return {
    all: async () => (await opening).getAll('entries'),
    put: async (entry) => {
      await (await opening).put('entries', entry);
    },
    remove: async (submissionId) => (await opening).delete('entries', submissionId),
    adopt: async (from, to) => {
      const tx = (await opening).transaction('entries', 'readwrite');
      const adopted: Entry[] = [];
      for (const entry of await tx.store.index('tab').getAll(from)) {
        const mine = { ...entry, tab: to };
        adopted.push(mine);
        void tx.store.put(mine);
      }
      await tx.done;
      return adopted;
    },
    close: () =>
      void opening.then(
        (db) => db.close(),
        () => undefined,
      ),
  };
}

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'submissionId' }).createIndex('tab', 'tab');
    },
    // Let another tab delete the database at sign-out instead of hanging on us.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}
