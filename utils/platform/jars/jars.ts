import { type CleaningPlan, type Cookie, isWithin, type Receipt } from '../../domain/session/cleaning.ts';
import { SITE_DATA } from '../../domain/session/site-data.ts';
import type { Jars } from '../../flows/ports/session.ts';
import { browser, type Cookies } from '../browser.ts';
import { withheldDomains } from '../guard/permissions.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';

/** The jar of normal windows, as each engine calls it. */
export const DEFAULT_JAR = import.meta.env.FIREFOX ? 'firefox-default' : '0';

/** Firefox removes one cookie of a name at a time, the longest path first; no jar holds this many. */
const SAME_NAME_LIMIT = 20;

/** Firefox with first-party isolation refuses calls that do not say what to do about it; null means all. */
const EVERY_FIRST_PARTY = import.meta.env.FIREFOX ? { firstPartyDomain: null } : {};

function fromApi(cookie: Cookies.Cookie): Cookie {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, storeId } = cookie;
  const { expirationDate, partitionKey, firstPartyDomain } = cookie;
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    hostOnly,
    path,
    secure,
    httpOnly,
    sameSite,
    storeId,
    ...(expirationDate !== undefined && { expirationDate }),
    ...(partitionKey && { partitionKey }),
    ...(firstPartyDomain !== undefined && { firstPartyDomain }),
  };
}

/**
 * `partitionKey: {}` adds the partitioned cookies, those under other top-level sites too.
 *
 * @throws Error where a domain is withheld: its cookies are hidden then, and the jar would look clean.
 */
async function read(plan: CleaningPlan, jar: string): Promise<Cookie[]> {
  const domains = plan.domains.map(({ domain }) => domain);
  const [withheld, ...lists] = await Promise.all([
    withheldDomains(domains),
    ...domains.map((domain) =>
      browser.cookies.getAll({
        domain,
        storeId: jar,
        partitionKey: {},
        ...EVERY_FIRST_PARTY,
      } as Cookies.GetAllDetailsType),
    ),
  ]);
  if (withheld.length > 0) throw new Error(`No permission for ${withheld.join()}`);
  return lists.flat().map(fromApi);
}

async function remove(cookie: Cookie): Promise<void> {
  const { name, domain, path, secure, storeId, partitionKey, firstPartyDomain } = cookie;
  // A Secure cookie is not removed through an http address.
  const details = {
    url: `${secure ? 'https' : 'http'}://${domain}${path}`,
    name,
    storeId,
    ...(partitionKey && { partitionKey }),
    ...(firstPartyDomain !== undefined && { firstPartyDomain }),
  };
  for (let round = 0; round < (import.meta.env.FIREFOX ? SAME_NAME_LIMIT : 1); round += 1) {
    if ((await browser.cookies.remove(details)) === null) return;
  }
}

/**
 * Sets a cookie as it was. The address is https for every one: an http address would change its source scheme. A
 * host-only cookie has no domain: Chromium refuses one, Firefox would make another cookie of it.
 */
async function write(cookie: Cookie): Promise<void> {
  const { hostOnly, domain, partitionKey, firstPartyDomain, expirationDate, ...same } = cookie;
  const details: Cookies.SetDetailsType = {
    ...same,
    url: `https://${domain}${same.path}`,
    ...(!hostOnly && { domain }),
    ...(expirationDate !== undefined && { expirationDate }),
    ...(partitionKey && { partitionKey }),
    ...(firstPartyDomain !== undefined && { firstPartyDomain }),
  };
  await browser.cookies.set(details);
}

/** Chromium's filter and kinds, which the polyfill's types do not know. */
type ChromiumRemove = (options: { origins: string[] }, kinds: Record<string, boolean>) => Promise<void>;

/**
 * Chromium clears the cookies of an origin's whole registrable domain, and everything else of the exact origin.
 * A domain that shares its registrable domain with strangers keeps its cookies here; they go one by one.
 * Passwords are never passed.
 */
async function clearInChromium(plan: CleaningPlan, jar: string): Promise<Receipt['siteData']> {
  const siteData = Object.fromEntries(SITE_DATA.map((kind) => [kind, true]));
  // Of private windows this call reaches nothing; their cookies go one by one (Chromium 156).
  if (jar !== DEFAULT_JAR) return Object.fromEntries(SITE_DATA.map((kind) => [kind, 'impossible']));
  const shared = plan.domains.filter(({ sharesRegistrableDomain }) => sharesRegistrableDomain);
  const isShared = (origin: string): boolean =>
    shared.some(({ domain }) => isWithin(origin.replace('https://', ''), domain));
  const removeByOrigin = browser.browsingData.remove as ChromiumRemove;
  const remove = (origins: string[], cookies: boolean): Promise<void> | undefined =>
    origins.length === 0 ? undefined : removeByOrigin({ origins }, { cookies, ...siteData });
  await Promise.all([
    remove(
      plan.origins.filter((origin) => !isShared(origin)),
      true,
    ),
    remove(plan.origins.filter(isShared), false),
  ]);
  return Object.fromEntries(SITE_DATA.map((kind) => [kind, 'requested']));
}

/** Firefox clears by exact host within one jar, and refuses the whole call with any kind but these three. */
async function clearInFirefox(plan: CleaningPlan, jar: string): Promise<Receipt['siteData']> {
  const hostnames = plan.origins.map((origin) => origin.replace('https://', ''));
  await browser.browsingData.remove(
    { hostnames, cookieStoreId: jar },
    { cookies: true, localStorage: true, indexedDB: true },
  );
  return {
    localStorage: 'requested',
    indexedDB: 'requested',
    cacheStorage: 'impossible',
    serviceWorkers: 'impossible',
    fileSystems: 'impossible',
    cache: 'impossible',
  };
}

/** The browser's cookie stores and site data. */
export const jars: Jars = {
  read,
  remove,
  write,
  clear: import.meta.env.FIREFOX ? clearInFirefox : clearInChromium,
};

/** The jar that a tab uses. What Chromium tells of a request names no jar; each of its instances hears of one alone. */
export function jarOfTab(tab: { cookieStoreId?: string | undefined; incognito?: boolean }): string {
  return tab.cookieStoreId ?? (tab.incognito || IN_PRIVATE_INSTANCE ? '1' : DEFAULT_JAR);
}
