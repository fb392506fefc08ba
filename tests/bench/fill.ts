import type { Browser } from '../driver/index.ts';

const GRANTS = 10;

/** As many at once as one call to the browser has the time for on a slow machine. */
const AT_ONCE = 500;

/** Writes connections from this one on, each with grants of ten years, straight into the extension's database. */
function fillFrom(browser: Browser, first: number, count: number): Promise<void> {
  return browser.background(
    (from, to, grants) =>
      new Promise<void>((resolve, reject) => {
        const day = 86_400_000;
        const now = Date.now();
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction(['connections', 'grants', 'standings'], 'readwrite');
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
          for (let index = from; index < to; index += 1) {
            const id = `connection-${index}`;
            writing.objectStore('connections').put({
              id,
              marketplace: 'amazon',
              site: 'europe',
              region: 'EU',
              integration: index % 2 ? 'microtech' : 'linnworks',
              name: `Seller ${index}`,
              signInName: `seller-${index}@example.com`,
              apps: [{ kind: 'amazon', app: 'amzn1.sp.solution.bench', verified: true }],
              account: { id: `A${index}` },
              createdAt: now,
              updatedAt: now,
            });
            const own = Array.from({ length: grants }, (_, year) => {
              const at = now - ((index % 360) + year * 365) * day;
              const expiry = { basis: 'by-rule', at: at + 365 * day };
              const common = { connectionId: id, kind: 'amazon', verdict: 'match', at, expiry };
              return { id: `${id}:${year}`, accountId: `A${index}`, ...common };
            });
            for (const grant of own) writing.objectStore('grants').put(grant);
            writing.objectStore('standings').put({ connectionId: id, grants: own.slice(0, 1) });
          }
        };
      }),
    first,
    first + count,
    GRANTS,
  );
}

/** Fills the extension's own database with as many connections, from this one on. */
export async function fill(browser: Browser, first: number, until: number): Promise<void> {
  for (let from = first; from < until; from += AT_ONCE)
    await fillFrom(browser, from, Math.min(AT_ONCE, until - from));
}

/** Renewals that ended and were not put away, and one app that is always let through. */
export function plantRuns(browser: Browser, first: number, until: number): Promise<void> {
  return browser.background(
    (from, to) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('runs', 'readwrite');
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(writing.error);
          for (let index = from; index < to; index += 1)
            writing.objectStore('runs').put({
              id: `run-${index}`,
              connectionId: 'connection-1',
              marketplace: 'amazon',
              site: 'de',
              mode: 'clear',
              jar: '0',
              kinds: ['amazon'],
              phase: 'ended',
              legs: [],
              progress: {},
              result: 'granted',
              startedAt: Date.now() - index * 1000,
              endedAt: Date.now() - index * 1000 + 500,
              open: 1,
            });
        };
      }),
    first,
    until,
  );
}
