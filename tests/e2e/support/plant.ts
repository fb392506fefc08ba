import type { Browser, Page } from '../../driver/index.ts';

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

/**
 * Holds the database, so that the background reads nothing and answers nobody, until the page that does so is closed:
 * one transaction that never ends keeps all others waiting.
 */
export async function silence(browser: Browser): Promise<Page> {
  const page = await browser.newTab(browser.extensionUrl('guard.html'));
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const store = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('connections');
          const hold = (): void => {
            store.get('nobody').onsuccess = hold;
          };
          hold();
          resolve();
        };
      }),
  );
  return page;
}
