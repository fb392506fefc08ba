/** The result of a request; one that is refused at once rejects as well. */
export const settled = async <T>(ask: () => IDBRequest<T>): Promise<T> => {
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
export function openAsIs(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return settled(() => opening);
}

/** Rows that are read at once: what is sent to a page must stay far below the browsers' limit of 64 MB. */
const PAGE = 2000;

export interface Page {
  /** Rows with their keys; a row that is there and cannot be read has its key alone. */
  entries: { key: IDBValidKey; read?: { row: unknown } }[];
  /** Where the next page begins. */
  next?: IDBValidKey;
}

/** The next rows after a key: all at once, or, where one of them is damaged, one by one. */
export async function readAfter(store: IDBObjectStore, after: IDBValidKey | undefined): Promise<Page> {
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const keys = await settled(() => store.getAllKeys(range, PAGE));
  const last = keys.length === PAGE ? keys.at(-1) : undefined;
  const next = last === undefined ? {} : { next: last };
  const all = await settled(() => store.getAll(range, PAGE)).catch(() => undefined);
  if (all) return { entries: all.map((row, index) => ({ key: keys[index] ?? '', read: { row } })), ...next };
  // A request that failed has taken its transaction with it.
  const { name, transaction } = store;
  const { db: database } = transaction;
  const entries: Page['entries'] = [];
  for (const key of keys) {
    const reading = settled(() => database.transaction(name).objectStore(name).get(key));
    entries.push(
      await reading.then(
        (row) => ({ key, read: { row } }),
        () => ({ key }),
      ),
    );
  }
  return { entries, ...next };
}
