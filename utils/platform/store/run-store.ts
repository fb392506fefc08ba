import { isAlive } from '../../domain/run/run.ts';
import type { KeptRun, RunMemory, Stop, Stops } from '../../flows/ports/runs.ts';
import { createSerial } from '../../flows/ports/serial.ts';
import { browser } from '../browser.ts';
import { session } from './session.ts';
import { takeOver } from './to-private-instance.ts';

const RUN = 'run:';
const STOP = 'stop:';
const TABLESS = `${STOP}tabless`;

/** How long a stop without a tab waits for its guard page: ms. */
const TABLESS_LIFE = 30_000;

/** How long a guard page waits for its stop: the page can be quicker than the event that wakes the worker. */
const STOP_PATIENCE = 1000;

async function entries<T>(prefix: string): Promise<T[]> {
  return Object.values(await session.under(prefix)) as T[];
}

async function read<T>(key: string): Promise<T | undefined> {
  return (await session.get(key))[key] as T | undefined;
}

/**
 * The runs as they lie in `session`. This context alone writes them there, so it reads them once in its life: each step
 * of a renewal looks at them several times.
 */
let known: Promise<Map<string, KeptRun>> | undefined;

function runs(): Promise<Map<string, KeptRun>> {
  known ??= entries<KeptRun>(RUN).then(
    (found) => new Map(found.map((kept) => [kept.run.id, kept])),
    (error) => {
      known = undefined;
      throw error;
    },
  );
  return known;
}

async function forget(ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await session.remove(ids.map((id) => RUN + id));
  const all = await runs();
  for (const id of ids) all.delete(id);
}

/** Runs with their secrets. */
export const memory: RunMemory = {
  all: async () => [...(await runs()).values()],
  get: async (id) => (await runs()).get(id),
  async put(kept) {
    await session.set({ [RUN + kept.run.id]: kept });
    (await runs()).set(kept.run.id, kept);
  },
  async forgetBefore(instant) {
    const old = [...(await runs()).values()].filter(
      ({ run, pending }) =>
        !isAlive(run) &&
        pending.length === 0 &&
        run.container?.state !== 'in-use' &&
        run.aside?.state !== 'kept' &&
        run.endedAt < instant,
    );
    await forget(old.map(({ run }) => run.id));
  },
  forget,
};

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

/** One after the other: what is stopped while an older stop is dropped would go with it. */
const serial = createSerial();

/** Addresses that the guard stopped. One without a tab is told twice, and may be claimed in between. */
export const stops: Stops = {
  put: (tabId, stop) =>
    serial(async () => {
      if (tabId !== undefined) return session.set({ [STOP + tabId]: stop });
      const known = (await entries<Stop | Stop[]>(STOP)).flat().some(({ url }) => url === stop.url);
      if (!known) await session.set({ [TABLESS]: [...(await tablessStops()), stop] });
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
