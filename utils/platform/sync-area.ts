import { isKey } from '../domain/sync/code.ts';
import type { SyncArea } from '../flows/ports.ts';
import { browser } from './browser.ts';

const MACHINE = 'sync:machine';
const STATE = 'sync:state';

/**
 * How long the sync is left alone after a comparison: ms. A comparison writes twice at most, so that the browser's
 * limits (120 writes a minute, 1,800 an hour) are never met.
 */
const PAUSE = 5000;

/** So long after a failure it is tried again, where the worker lives: ms. The browser counts writes by the minute. */
const AGAIN = 65_000;

/** The browser's own sync between the person's machines. */
export const syncArea: SyncArea = {
  all: () => browser.storage.sync.get(null),
  set: (items) => browser.storage.sync.set(items),
  remove: (keys) => browser.storage.sync.remove(keys),
  async machine() {
    const known = (await browser.storage.local.get(MACHINE))[MACHINE];
    if (typeof known === 'string') return known;
    const made = crypto.randomUUID().slice(0, 6);
    await browser.storage.local.set({ [MACHINE]: made });
    return made;
  },
  async state() {
    return (await browser.storage.session.get(STATE))[STATE] as Awaited<ReturnType<SyncArea['state']>>;
  },
  async note(state) {
    await browser.storage.session.set({ [STATE]: state });
  },
};

/**
 * Calls back when a comparison is due: at the start, after another machine's change, and after a change here (`heard`
 * tells of those); never more often than the sync takes.
 *
 * @param compare Rejects where the sync refused.
 */
export function onSyncDue(compare: () => Promise<void>, onChangedHere: (listener: () => void) => void): void {
  let waiting = false;
  let last = Number.NEGATIVE_INFINITY;
  const due = (pause = PAUSE): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(
      () => {
        waiting = false;
        last = Date.now();
        compare().catch(() => due(AGAIN));
      },
      Math.max(0, last + pause - Date.now()),
    );
  };
  due();
  onChangedHere(() => due());
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && Object.keys(changes).some(isKey)) due();
  });
}
