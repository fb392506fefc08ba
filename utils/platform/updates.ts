import type { Updates } from '../flows/ports.ts';
import { browser } from './browser.ts';

const WAITING = 'update:waiting';

/** Updates of the extension: one that is listened for waits until it is taken, or until the browser starts anew. */
export const updates: Updates = {
  async waiting() {
    return Boolean((await browser.storage.session.get(WAITING))[WAITING]);
  },
  take: () => browser.runtime.reload(),
};

/** Calls back when an update waits. */
export function onUpdate(listener: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void browser.storage.session.set({ [WAITING]: true }).then(listener);
  });
}
