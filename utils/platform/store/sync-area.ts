import { isKey } from '../../domain/sync/code.ts';
import type { SyncArea } from '../../flows/ports/sync.ts';
import { browser } from '../browser.ts';

const MACHINE = 'sync:machine';
const STATE = 'sync:state';
const TURN = 'sync:turn';

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
  async turn() {
    const at = (await browser.storage.session.get(TURN))[TURN];
    return typeof at === 'number' ? at : undefined;
  },
  async takeTurn(instant) {
    await browser.storage.session.set({ [TURN]: instant });
  },
  async state() {
    return (await browser.storage.session.get(STATE))[STATE] as Awaited<ReturnType<SyncArea['state']>>;
  },
  async note(state) {
    await browser.storage.session.set({ [STATE]: state });
  },
};

/**
 * Calls back when a comparison is due: at the start, after another machine's change, and after a change here
 * (`onChangedHere` tells of those).
 *
 * @param compare Tells in how many ms it wants to be called again; undefined where nothing is left to do.
 */
export function onSyncDue(
  compare: () => Promise<number | undefined>,
  onChangedHere: (listener: () => void) => void,
): void {
  let waiting = false;
  const due = (pause = 0): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void compare().then((again) => {
        if (again !== undefined) due(again);
      });
    }, pause);
  };
  due();
  onChangedHere(() => due());
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && Object.keys(changes).some(isKey)) due();
  });
}
