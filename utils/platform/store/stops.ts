import { isAged } from '../../domain/address/address.ts';
import { crowdedOut } from '../../domain/address/stop/room.ts';
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

/** Stops are kept of this many tabs: any page can have its addresses stopped. */
const MOST_STOPS = 50;

/** A stop is marked anew as seen after this time: ms. */
const SEEN_FOR = 60_000;

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

/** Forgets what is too old, and makes room for one more: whoever has the most makes way. */
async function makeRoom(next: Stop, key: string): Promise<void> {
  const all = Object.entries(await session.under(STOP)).filter(([each]) => each !== TABLESS) as [
    string,
    Stop,
  ][];
  const others = all.filter(([each]) => each !== key);
  const young = others.filter(([, { at }]) => !isAged(at, Date.now()));
  const out = new Set(crowdedOut([...young.map(([, stop]) => stop), next], MOST_STOPS));
  const stays = new Set(young.flatMap(([each, stop]) => (out.has(stop) ? [] : [each])));
  const gone = others.flatMap(([each]) => (stays.has(each) ? [] : [each]));
  if (gone.length > 0) await session.remove(gone);
}

/** The tab that opened a tab, if one did. */
async function openerOf(tabId: number): Promise<number | undefined> {
  return (await browser.tabs.get(tabId).catch(() => undefined))?.openerTabId;
}

/** A stop whose page is in view is marked so, once a minute. */
async function seen(tabId: number, stop: Stop | undefined): Promise<Stop | undefined> {
  const now = Date.now();
  if (stop && Math.abs(now - (stop.seenAt ?? 0)) > SEEN_FOR)
    await session.set({ [STOP + tabId]: { ...stop, seenAt: now } });
  return stop;
}

/** One after the other: what is stopped while an older stop is dropped would go with it. */
const serial = createSerial();

/** Addresses that the guard stopped. One without a tab is told twice, and may be claimed in between. */
export const stops: Stops = {
  put: (tabId, stop) =>
    serial(async () => {
      if (tabId !== undefined) {
        const opener = await openerOf(tabId);
        const kept = { ...stop, ...(opener !== undefined && { opener }) };
        await makeRoom(kept, STOP + tabId);
        return session.set({ [STOP + tabId]: kept });
      }
      const all = Object.values(await session.under(STOP)) as (Stop | Stop[])[];
      if (all.flat().some(({ url }) => url === stop.url)) return;
      const waiting = [...(await tablessStops()), stop];
      const out = new Set(crowdedOut(waiting, MOST_STOPS));
      await session.set({ [TABLESS]: waiting.filter((each) => !out.has(each)) });
    }),
  async claim(tabId, inView = false) {
    const until = Date.now() + STOP_PATIENCE;
    for (;;) {
      const stop = await serial(async () => {
        const claimed = await claimNow(tabId);
        return inView ? seen(tabId, claimed) : claimed;
      });
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
