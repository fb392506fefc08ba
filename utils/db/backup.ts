import type { BackupTable } from '../domain/data/import-part.ts';
import { TABLES } from '../domain/data/schema.ts';
import type { BackupRows, BackupStore } from '../flows/ports/records.ts';
import type { Database } from './database.ts';
import { settleStandings } from './standings.ts';

/** Rows that are read at once: what is sent to a page must stay far below the browsers' limit of 64 MB. */
const PAGE = 2000;

/** The result of a request; one that is refused at once rejects as well. */
const settled = async <T>(ask: () => IDBRequest<T>): Promise<T> => {
  const request = ask();
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
};

/**
 * Opens the database as it is, whatever its version: what a program that is older than it can still read, and what is
 * left of a damaged one. Creates none.
 */
function openAsIs(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return settled(() => opening);
}

interface Read {
  rows: unknown[];
  last: IDBValidKey | undefined;
  /** Rows that are there and cannot be read. */
  unreadable: number;
}

/** The next rows after a key: all at once, or, where one of them is damaged, one by one. */
async function readAfter(store: IDBObjectStore, after: string | undefined): Promise<Read> {
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const keys = await settled(() => store.getAllKeys(range, PAGE));
  const last = keys.length === PAGE ? keys.at(-1) : undefined;
  const all = await settled(() => store.getAll(range, PAGE)).catch(() => undefined);
  if (all) return { rows: all, last, unreadable: 0 };
  // A request that failed has taken its transaction with it.
  const { name, transaction } = store;
  const { db: database } = transaction;
  const rows: unknown[] = [];
  let unreadable = 0;
  for (const key of keys) {
    const reading = settled(() => database.transaction(name).objectStore(name).get(key));
    await reading.then(
      (row) => rows.push(row),
      () => {
        unreadable += 1;
      },
    );
  }
  return { rows, last, unreadable };
}

/** Everything that is kept, for files. */
export function createBackupStore(db: Database): BackupStore {
  return {
    async page(table, after) {
      const open = await openAsIs(db.name);
      try {
        // Neither a table that came with a later version than the one kept, nor one that is lost.
        if (!open.objectStoreNames.contains(table)) return { rows: [], unreadable: 0 };
        const { rows, last, unreadable } = await readAfter(open.transaction(table).objectStore(table), after);
        return { rows, unreadable, ...(typeof last === 'string' && { next: last }) };
      } finally {
        open.close();
      }
    },
    merge: (decide) =>
      db.transaction('rw', [...TABLES, 'settings', 'standings'], async () => {
        const here = await Promise.all([
          db.connections.toArray(),
          db.grants.toArray(),
          db.runs.toArray(),
          db.suggestions.toArray(),
          db.exemptions.toArray(),
          db.settings.toArray(),
        ]);
        const [connections, grants, runs, suggestions, exemptions, settings] = here;
        const write = decide({ connections, grants, runs, suggestions, exemptions, settings });
        for (const table of [...TABLES, 'settings'] satisfies BackupTable[]) {
          await db.table<BackupRows[typeof table][number]>(table).bulkPut(write[table]);
        }
        await settleStandings(
          db,
          write.grants.map(({ connectionId }) => connectionId),
        );
      }),
  };
}
