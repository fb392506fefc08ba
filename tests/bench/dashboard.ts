import type { Browser, BrowserKind, Page } from '../driver/index.ts';
import { launch } from '../driver/index.ts';
import { awake, builtFor, type ExtensionScope } from '../e2e/support/harness.ts';
import { startSimulator } from '../simulator/index.ts';
import type { Measurement } from './table.ts';

const ROUNDS = 7;
const CONNECTIONS = 10_000;
const GRANTS = 10;

/** As many as the pop-up lists. */
const POPUP_ROWS = 50;

/** As many at once as one call to the browser has the time for on a slow machine. */
const AT_ONCE = 500;

/** Writes connections from this one on, each with grants of ten years, straight into the extension's database. */
function fillFrom(browser: Browser, first: number): Promise<void> {
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
    first + AT_ONCE,
    GRANTS,
  );
}

/** Milliseconds from the press on the section to the first rows on the screen. */
async function dashboard(page: Page): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#settings';
  });
  await page.css('.connections').waitFor({ gone: true });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const since = performance.now();
        const look = (): void => {
          if (document.querySelector('.connections tbody tr')) resolve(performance.now() - since);
          else requestAnimationFrame(look);
        };
        location.hash = '#connections';
        requestAnimationFrame(look);
      }),
  );
}

/** Milliseconds from the opening of the pop-up, in a tab, to its first connections: it shows nothing before. */
async function popup(browser: Browser): Promise<number> {
  const page = await browser.newTab(browser.extensionUrl('popup.html'));
  await page.css('.connections > li').nth(0).waitFor({ timeout: 30_000 });
  const shown = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint) resolve(paint.startTime);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.close();
  return shown;
}

/** Milliseconds for the bare reads of the same rows, and as many rows of a bare table on the screen. */
function bareTable(page: Page, rows: number): Promise<number> {
  return page.evaluate(async (count) => {
    const since = performance.now();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('grantkeeper');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const reading = db.transaction(['connections', 'standings']);
    const all = (store: string): Promise<{ name: string }[]> =>
      new Promise((resolve, reject) => {
        const request = reading.objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const [connections] = await Promise.all([all('connections'), all('standings')]);
    db.close();
    const table = document.createElement('table');
    for (const { name } of connections.slice(0, count)) {
      const row = table.insertRow();
      for (let cell = 0; cell < 5; cell += 1) row.insertCell().textContent = name;
    }
    document.body.append(table);
    await new Promise(requestAnimationFrame);
    table.remove();
    return performance.now() - since;
  }, rows);
}

/** Milliseconds of a message that changes one connection, to the badge that says so. */
function badge(browser: Browser, muted: boolean): Promise<number> {
  return browser.background(async (wanted) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    const since = performance.now();
    const data = { id: 'connection-1', muted: wanted };
    await chrome.runtime.sendMessage({ id: 1, type: 'connection/mute', data, timestamp: Date.now() });
    return performance.now() - since;
  }, muted);
}

/** Milliseconds of the bare change of one row and reads of the same rows. */
function bareChange(browser: Browser): Promise<number> {
  return browser.background(async () => {
    const since = performance.now();
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('grantkeeper');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const work = db.transaction(['connections', 'standings'], 'readwrite');
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const row = await settled(work.objectStore('connections').get('connection-1'));
    await settled(work.objectStore('connections').put(row));
    await Promise.all([
      settled(work.objectStore('connections').getAll()),
      settled(work.objectStore('standings').getAll()),
    ]);
    db.close();
    return performance.now() - since;
  });
}

/** Table, pop-up and badge over 10,000 connections and 100,000 grants, beside bare reads of the rows that they need. */
export async function benchDashboard(kind: BrowserKind): Promise<Measurement[]> {
  const simulator = await startSimulator();
  const browser = await launch(kind, { port: simulator.port, extension: builtFor[kind] });
  try {
    await awake(browser);
    for (let first = 0; first < CONNECTIONS; first += AT_ONCE) await fillFrom(browser, first);
    const of = (what: string): Measurement => ({
      what: `${what}, 10,000 connections`,
      browser: `${kind} ${browser.version}`,
      ours: [],
      bare: [],
    });
    const table = of('dashboard to its first rows');
    const small = of('pop-up to its first rows');
    const change = of('one change and the badge');
    const page = await browser.newTab(browser.extensionUrl('options.html'));
    await page.css('.connections tbody tr').nth(0).waitFor({ timeout: 30_000 });
    const drawn = await page.css('.connections tbody tr').count();
    for (let round = 0; round < ROUNDS; round += 1) {
      table.bare.push(await bareTable(page, drawn));
      table.ours.push(await dashboard(page));
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      small.bare.push(await bareTable(page, POPUP_ROWS));
      small.ours.push(await popup(browser));
    }
    await page.close();
    for (let round = 0; round < ROUNDS; round += 1) {
      change.bare.push(await bareChange(browser));
      change.ours.push(await badge(browser, round % 2 === 0));
    }
    return [table, small, change];
  } finally {
    await browser.close();
    await simulator.close();
  }
}
