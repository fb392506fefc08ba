import { MARKER_LIFE, MARKER_PATH, type Marker } from '../../domain/session/marker.ts';
import type { LookState, Looks, Markers } from '../../flows/ports/session.ts';
import { browser, type Cookies } from '../browser.ts';
import { session } from '../store/session.ts';
import { isolatesFirstParties } from './first-party.ts';

/** Where a marker lies, for each call of the API. With first-party isolation the browser wants to know whose it is. */
async function detailsOf({ name, domain, jar }: Marker) {
  const firstParty = (await isolatesFirstParties()) && { firstPartyDomain: domain };
  return { url: `https://${domain}${MARKER_PATH}`, name, storeId: jar, ...firstParty };
}

/** Markers, by the browser's cookie API. */
export const markers: Markers = {
  // Firefox tells nothing of a request that it refuses; its tabs name their jar, and its API knows them all.
  tabsTell: !import.meta.env.FIREFOX,
  async set(marker) {
    const details: Cookies.SetDetailsType = {
      ...(await detailsOf(marker)),
      value: '1',
      path: MARKER_PATH,
      secure: true,
      expirationDate: (Date.now() + MARKER_LIFE) / 1000,
    };
    await browser.cookies.set(details);
  },
  async find(marker) {
    const { storeId, ...details } = await detailsOf(marker);
    const stores = (await browser.cookies.getAllCookieStores()).map(({ id }) => id);
    const found = await Promise.all(
      [...new Set([storeId, ...stores])].map(async (each) =>
        (await browser.cookies.get({ ...details, storeId: each })) ? [each] : [],
      ),
    );
    return found.flat();
  },
  async remove(marker) {
    await browser.cookies.remove(await detailsOf(marker));
  },
};

const LOOK = 'look:';
const TOLD = 'told:';

/** What was found out of tabs, for as long as they live. */
export const looks: Looks = {
  async all() {
    const all = Object.entries(await session.under(LOOK));
    return all.map(([key, look]) => [Number(key.slice(LOOK.length)), look as LookState]);
  },
  async get(tabId) {
    return (await session.get(LOOK + tabId))[LOOK + tabId] as LookState | undefined;
  },
  put: (tabId, look) => session.set({ [LOOK + tabId]: look }),
  drop: (tabId) => session.remove([LOOK + tabId, TOLD + tabId]),
  tell: (tabId, names) => session.set({ [TOLD + tabId]: names }),
  async told(tabId) {
    return (await session.get(TOLD + tabId))[TOLD + tabId] as string[] | undefined;
  },
};
