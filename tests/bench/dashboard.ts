import type { Browser, BrowserKind, Page } from '../driver/index.ts';
import { launch } from '../driver/index.ts';
import { awake, builtFor } from '../e2e/support/harness.ts';
import { startSimulator } from '../simulator/index.ts';
import { fill } from './fill.ts';
import type { Measurement } from './table.ts';

const ROUNDS = 7;
const CONNECTIONS = 10_000;

/** As many as the pop-up lists. */
const POPUP_ROWS = 50;

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

/** Milliseconds from the opening of the pop-up, in a tab, to the paint of what it is opened for. */
export async function popup(browser: Browser, shows = '.connections > li'): Promise<number> {
  const page = await browser.newTab(browser.extensionUrl('popup.html'));
  await page.css(shows).nth(0).waitFor({ timeout: 30_000 });
  const shown = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen: PerformanceEntry[] = [];
        new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
        const look = (): void => {
          const paints = [...performance.getEntriesByName('first-contentful-paint'), ...seen];
          if (paints.length > 0) resolve(Math.max(...paints.map(({ startTime }) => startTime)));
          else requestAnimationFrame(look);
        };
        // What was painted before is told behind this.
        setTimeout(look, 50);
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

/** Table and pop-up over 10,000 connections and 100,000 grants, beside bare reads of the rows that they need. */
export async function benchDashboard(kind: BrowserKind): Promise<Measurement[]> {
  const simulator = await startSimulator();
  const browser = await launch(kind, { port: simulator.port, extension: builtFor[kind] });
  try {
    await awake(browser);
    await fill(browser, 0, CONNECTIONS);
    const of = (what: string): Measurement => ({
      what: `${what}, 10,000 connections`,
      browser: `${kind} ${browser.version}`,
      ours: [],
      bare: [],
    });
    const table = of('dashboard to its first rows');
    const small = of('pop-up to its first rows');
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
    return [table, small];
  } finally {
    await browser.close();
    await simulator.close();
  }
}
