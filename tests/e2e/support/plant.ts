import type { Browser } from '../../driver/index.ts';

/** A row for the extension's own database. */
export interface Planted {
  table: string;
  row: object;
}

/** Writes rows straight into the extension's database, whatever they hold; JSON carries them there. */
export function plant(browser: Browser, rows: readonly Planted[]): Promise<void> {
  return browser.background(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const planted = JSON.parse(text) as { table: string; row: object }[];
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction([...new Set(planted.map(({ table }) => table))], 'readwrite');
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
          for (const { table, row } of planted) writing.objectStore(table).put(row);
        };
      }),
    JSON.stringify(rows),
  );
}

/** From now on the background reads nothing from its database, and so answers nobody, until it is started again. */
export function silence(browser: Browser): Promise<void> {
  return browser.background(() => {
    const never = (): IDBRequest => new EventTarget() as IDBRequest;
    for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
      Object.assign(prototype, { get: never, getAll: never, openCursor: never, count: never });
    }
  });
}
