import type { Browser, BrowserKind } from '../driver/index.ts';
import { launch } from '../driver/index.ts';
import { awake, builtFor, type ExtensionScope } from '../e2e/support/harness.ts';
import { startSimulator } from '../simulator/index.ts';
import { popup } from './dashboard.ts';
import { fill, plantRuns } from './fill.ts';
import type { Measurement } from './table.ts';

const ROUNDS = 5;
const CONNECTIONS = [0, 10, 1000, 10_000];
const RUNS = 5000;

/** Milliseconds of a message and its answer. */
function answer(browser: Browser, type: string, data?: object): Promise<number> {
  return browser.background(
    async (kind, payload) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const since = performance.now();
      const message = { id: 1, type: kind, timestamp: Date.now() };
      await chrome.runtime.sendMessage(payload === null ? message : { ...message, data: payload });
      return performance.now() - since;
    },
    type,
    data ?? null,
  );
}

/** Milliseconds from a report on a connection to the badge that says so, or that no longer does. */
function changed(browser: Browser, reported: boolean): Promise<number> {
  return browser.background(async (report) => {
    const { chrome } = globalThis as unknown as ExtensionScope & {
      chrome: { action: { getBadgeText(of: object): Promise<string> } };
    };
    const since = performance.now();
    const data = { id: 'connection-1', ...(report && { what: 'asked-again' }) };
    await chrome.runtime.sendMessage({ id: 1, type: 'connection/report', data, timestamp: Date.now() });
    while (((await chrome.action.getBadgeText({})) === '!') !== report);
    return performance.now() - since;
  }, reported);
}

/** Milliseconds of the bare change of one row. */
function bareChange(browser: Browser): Promise<number> {
  return browser.background(
    () =>
      new Promise<number>((resolve, reject) => {
        const since = performance.now();
        const opening = indexedDB.open('grantkeeper');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('connections', 'readwrite');
          const reading = writing.objectStore('connections').get('connection-1');
          reading.onsuccess = () => writing.objectStore('connections').put(reading.result);
          writing.oncomplete = () => {
            opening.result.close();
            resolve(performance.now() - since);
          };
          writing.onabort = () => reject(writing.error);
        };
      }),
  );
}

/** A page of the extension without anything of ours on it, to its first paint. */
async function emptyPage(browser: Browser): Promise<number> {
  const page = await browser.newTab(browser.extensionUrl('guard-rules.json'));
  const taken = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return entry?.loadEventEnd ?? 0;
  });
  await page.close();
  return taken;
}

/** How answers, pop-up and badge grow with the connections, reminders on; each from a stopped and a running worker. */
export async function benchGrowth(kind: BrowserKind): Promise<Measurement[]> {
  const simulator = await startSimulator();
  const browser = await launch(kind, { port: simulator.port, extension: builtFor[kind] });
  const measured: Measurement[] = [];
  const of = (what: string): Measurement => {
    const made = { what, browser: `${kind} ${browser.version}`, ours: [], bare: [] };
    measured.push(made);
    return made;
  };
  try {
    await awake(browser);
    await answer(browser, 'reminders/set', { on: true, ladder: [30, 14, 7, 3, 1, 0, -1] });
    let there = 0;
    for (const count of CONNECTIONS) {
      await fill(browser, there, count);
      there = count;
      const shows = count > 0 ? '.connections > li' : 'main';
      const many = `${count.toLocaleString('en')} connections`;
      const cold = of(`stopped worker to its answer, beside a running one, ${many}`);
      const first = of(`pop-up with a stopped worker, beside an empty page, ${many}`);
      const warm = of(`pop-up, beside an empty page, ${many}`);
      const badge = of(`a report and the badge, beside the change of a row, ${many}`);
      for (let round = 0; round < ROUNDS; round += 1) {
        await browser.stopBackground();
        cold.ours.push(await answer(browser, 'settings'));
        cold.bare.push(await answer(browser, 'settings'));
        const empty = await emptyPage(browser);
        await browser.stopBackground();
        first.ours.push(await popup(browser, shows));
        warm.ours.push(await popup(browser, shows));
        first.bare.push(empty);
        warm.bare.push(empty);
        if (count === 0) continue;
        badge.bare.push(await bareChange(browser));
        badge.ours.push(await changed(browser, true));
        await changed(browser, false);
      }
    }
    await plantRuns(browser, 0, RUNS);
    const runs = of(`pop-up, beside an empty page, ${RUNS.toLocaleString('en')} renewals not put away`);
    for (let round = 0; round < ROUNDS; round += 1) {
      runs.bare.push(await emptyPage(browser));
      runs.ours.push(await popup(browser, 'main'));
    }
    return measured.filter(({ ours }) => ours.length > 0);
  } finally {
    await browser.close();
    await simulator.close();
  }
}
