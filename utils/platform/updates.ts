import type { Updates } from '../flows/ports/browser.ts';
import { browser } from './browser.ts';

const WAITING = 'update:waiting';

/** Chromium stops a worker that has had nothing to do for 30 s; a call of its API is something: ms between two. */
const BEFORE_STOPPED = 20_000;

let staying: ReturnType<typeof setInterval> | undefined;

/**
 * Updates of the extension. In Firefox one that is listened for waits until it is taken, or until the browser starts
 * anew. Chromium waits only while something of the extension runs: once the worker is stopped it installs the update
 * without a word, and all in memory is gone (measured on Chromium 156). So the worker stays as long as there is
 * something to lose; calls of the API are Chrome's own way for that
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle#idle-shutdown).
 */
export const updates: Updates = {
  async waiting() {
    return Boolean((await browser.storage.session.get(WAITING))[WAITING]);
  },
  take: () => browser.runtime.reload(),
  hold(wanted) {
    if (import.meta.env.FIREFOX) return;
    clearInterval(staying);
    staying = wanted ? setInterval(() => void browser.runtime.getPlatformInfo(), BEFORE_STOPPED) : undefined;
  },
};

/** Calls back when an update waits. */
export function onUpdate(listener: () => void): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void browser.storage.session.set({ [WAITING]: true }).then(listener);
  });
}
