import { BADGE_COLORS } from '../../domain/due/badge.ts';
import type { Toolbar } from '../../flows/ports/browser.ts';
import { badgeTitle } from '../../texts/due/badge.ts';
import { browser } from '../browser.ts';

const REVISION = 'revision';

/** The pop-up as a page in a tab: it stays until the user closes it. */
export const RESULT_PAGE = '/popup.html?in=tab';

/** The toolbar button and the pop-up. */
export const toolbar: Toolbar = {
  async badge(badge) {
    const [background, text] = BADGE_COLORS[badge.urgency];
    const { action } = browser;
    await Promise.all([
      action.setBadgeText({ text: badge.text }),
      action.setBadgeBackgroundColor({ color: background }),
      action.setBadgeTextColor({ color: text }),
      action.setTitle({ title: badgeTitle(badge) }),
    ]);
  },
  async present(urgent) {
    // What needs an answer stays until it is given: a pop-up closes at the first click beside it.
    if (urgent) await browser.tabs.create({ url: browser.runtime.getURL(RESULT_PAGE) });
    // No window in front, or a Firefox that wants a click of the user first.
    else await browser.action.openPopup().catch(() => undefined);
  },
  async openStart(connectionId) {
    const start = connectionId === undefined ? 'due' : `start=${encodeURIComponent(connectionId)}`;
    const url = browser.runtime.getURL(`${RESULT_PAGE}&${start}`);
    // Without a window there is nothing to open a tab in.
    const tab = await browser.tabs.create({ url }).catch(() => undefined);
    if (tab?.windowId === undefined) await browser.windows.create({ url });
    else await browser.windows.update(tab.windowId, { focused: true });
  },
  async changed() {
    // Never the same twice: of two changes at once the second would else be no change to those who listen.
    await browser.storage.session.set({ [REVISION]: crypto.randomUUID() });
  },
};

/** How often a page that is in view looks by itself whether something has changed: ms. */
export const LOOK_EVERY = 1000;

const listeners = new Set<() => void>();
let stopWatching: (() => void) | undefined;

/** Tells the listeners of every new revision, once. Returns how to stop that. */
function watch(): () => void {
  let known: unknown;
  const tell = (revision: unknown): void => {
    if (revision === known) return;
    known = revision;
    for (const listener of listeners) listener();
  };
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'session' && REVISION in changes) tell(changes[REVISION]?.newValue);
  };
  const revision = async (): Promise<unknown> => (await browser.storage.session.get(REVISION))[REVISION];
  const look = async (): Promise<void> => {
    if (document.visibilityState === 'visible') tell(await revision());
  };
  // What there was before is shown already.
  const begun = revision().then(
    (first) => {
      known ??= first;
    },
    () => undefined,
  );
  const looking = setInterval(() => void begun.then(look).catch(() => undefined), LOOK_EVERY);
  browser.storage.onChanged.addListener(heard);
  return () => {
    clearInterval(looking);
    browser.storage.onChanged.removeListener(heard);
  };
}

/**
 * Calls back whenever something that a page of ours shows may have changed. Returns how to stop that. However many
 * listen in a page, it is looked for once.
 *
 * The storage's event tells it at once. It is not leaned on alone: in Chromium 156 a pop-up that had opened by itself
 * was seen to get none of them at all (measured 2026-11-21), and what was ticked in it stayed open.
 */
export function onChanged(listener: () => void): () => void {
  // A function of its own for each call: two may listen with the same one.
  const own = (): void => listener();
  listeners.add(own);
  stopWatching ??= watch();
  return () => {
    listeners.delete(own);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = undefined;
  };
}
