import type { Containers } from '../../flows/ports/session.ts';
import { browser } from '../browser.ts';
import { guardUrl } from '../guard/guard-rules.ts';

const identities = browser.contextualIdentities;

/** The colours of Firefox before it could be asked for them (MDN, contextualIdentities.create). */
const DOCUMENTED_COLOURS = ['blue', 'turquoise', 'green', 'yellow', 'orange', 'red', 'pink', 'purple'];

const ICON = 'briefcase';

/** A private window's jar: no container can be opened from there without leaving it. */
const PRIVATE_JAR = 'firefox-private';

const tabsOf = async (jar: string): Promise<number[]> => {
  const found = await browser.tabs.query({ cookieStoreId: jar });
  return found.flatMap(({ id }) => (id === undefined ? [] : [id]));
};

/** How long a new tab may take to show the guard: ms. */
const OPENING = 10_000;

/**
 * Waits until a new tab shows the guard, or is gone. Before that it shows nothing, which looks as if it had left the
 * guard already.
 */
function untilOnGuard(tabId: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(look);
      resolve();
    };
    const look = (): void => {
      browser.tabs.get(tabId).then(({ url }) => {
        if (url === guardUrl()) done();
      }, done);
    };
    const timer = setTimeout(done, OPENING);
    browser.tabs.onUpdated.addListener(look);
    look();
  });
}

/** Firefox's containers. Chromium has no such API, and a person can switch it off in Firefox. */
export const containers: Containers = {
  async available(jar) {
    if (!import.meta.env.FIREFOX || jar === PRIVATE_JAR) return false;
    return identities.query({}).then(
      () => true,
      () => false,
    );
  },
  async all() {
    const found = await identities.query({});
    return found.map(({ cookieStoreId, name }) => ({ jar: cookieStoreId, name }));
  },
  exists: (jar) =>
    identities.get(jar).then(
      () => true,
      () => false,
    ),
  async colours() {
    // It came with Firefox 153; older ones know the documented list.
    const ask = identities.getSupportedColors as typeof identities.getSupportedColors | undefined;
    const colours = (await ask?.())?.map(({ color }) => color) ?? DOCUMENTED_COLOURS;
    return colours.filter((colour) => colour !== 'toolbar');
  },
  async create({ name, colour }) {
    const made = await identities.create({ name, color: colour, icon: ICON });
    return made.cookieStoreId;
  },
  tabs: tabsOf,
  async openTab(jar) {
    const tab = await browser.tabs.create({ url: guardUrl(), cookieStoreId: jar, active: true });
    if (tab.id === undefined) throw new Error('a tab without an id');
    await untilOnGuard(tab.id);
    return tab.id;
  },
  async closeTabs(jar) {
    const own = await tabsOf(jar);
    if (own.length === 0) return;
    // With its last tab the browser would close.
    if ((await browser.tabs.query({})).length === own.length) await browser.tabs.create({});
    await browser.tabs.remove(own);
  },
  async remove(jar) {
    await identities.remove(jar);
  },
};

/** Calls back when a container was removed, by whomever. */
export function onContainerRemoved(listener: (jar: string) => void): void {
  // Undefined in Chromium.
  browser.contextualIdentities?.onRemoved.addListener(({ contextualIdentity }) => {
    listener(contextualIdentity.cookieStoreId);
  });
}
