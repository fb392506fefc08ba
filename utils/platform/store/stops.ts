import { isAged } from '../../domain/address/address.ts';
import type { Stop, Stops } from '../../flows/ports/runs.ts';
import { createSerial } from '../../flows/ports/serial.ts';
import { browser } from '../browser.ts';
import { session } from './session.ts';
import { takeOver } from './to-private-instance.ts';

const STOP = 'stop:';
const TABLESS = `${STOP}tabless`;

/** How long a stop without a tab waits for its guard page: ms. */
const TABLESS_LIFE = 30_000;

/** How long a guard page waits for its stop: the page can be quicker than the event that wakes the worker. */
const STOP_PATIENCE = 1000;

/** Stops are kept of this many tabs, the newest: any page can have its addresses stopped. */
const MOST_STOPS = 50;

async function read<T>(key: string): Promise<T | undefined> {
  return (await session.get(key))[key] as T | undefined;
}

/** Stops without a tab that still wait for their guard page. */
async function tablessStops(): Promise<Stop[]> {
  return ((await read<Stop[]>(TABLESS)) ?? []).filter(({ at }) => Date.now() - at < TABLESS_LIFE);
}

async function claimNow(tabId: number): Promise<Stop | undefined> {
  const own = await read<Stop>(STOP + tabId);
  if (own) return own;
  const handed = await takeOver();
  if (handed) {
    await session.set({ [STOP + tabId]: handed });
    return handed;
  }
  const [first, ...rest] = await tablessStops();
  if (!first) return undefined;
  await session.set({ [TABLESS]: rest, [STOP + tabId]: first });
  return first;
}

function nextChange(limit: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(done);
      resolve();
    };
    const timer = setTimeout(done, limit);
    browser.storage.onChanged.addListener(done);
  });
}

/** Forgets what is too old, and of more than there is room for the oldest. */
async function makeRoom(): Promise<void> {
  const all = Object.entries(await session.under(STOP)).filter(([key]) => key !== TABLESS) as [
    string,
    Stop,
  ][];
  const newestFirst = all.toSorted(([, a], [, b]) => b.at - a.at);
  const kept = newestFirst.filter(([, { at }]) => !isAged(at, Date.now())).slice(0, MOST_STOPS - 1);
  const names = new Set(kept.map(([key]) => key));
  const gone = all.flatMap(([key]) => (names.has(key) ? [] : [key]));
  if (gone.length > 0) await session.remove(gone);
}

/** One after the other: what is stopped while an older stop is dropped would go with it. */
const serial = createSerial();

/** Addresses that the guard stopped. One without a tab is told twice, and may be claimed in between. */
export const stops: Stops = {
  put: (tabId, stop) =>
    serial(async () => {
      await makeRoom();
      if (tabId !== undefined) return session.set({ [STOP + tabId]: stop });
      const all = Object.values(await session.under(STOP)) as (Stop | Stop[])[];
      if (all.flat().some(({ url }) => url === stop.url)) return;
      await session.set({ [TABLESS]: [...(await tablessStops()), stop].slice(-MOST_STOPS) });
    }),
  async claim(tabId) {
    const until = Date.now() + STOP_PATIENCE;
    for (;;) {
      const stop = await serial(() => claimNow(tabId));
      const left = until - Date.now();
      if (stop || left <= 0) return stop;
      await nextChange(left);
    }
  },
  drop: (tabId, url) =>
    serial(async () => {
      const own = await read<Stop>(STOP + tabId);
      const dropped = url ?? own?.url;
      const tabless = await tablessStops();
      const others = tabless.filter((stop) => stop.url !== dropped);
      if (others.length < tabless.length) await session.set({ [TABLESS]: others });
      if (own?.url === dropped) await session.remove(STOP + tabId);
    }),
};
