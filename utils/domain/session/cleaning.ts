import { hostsIn } from '../address/host-patterns.ts';
import type { Marketplace, MarketplaceId, SharedLogin, Site } from '../marketplaces/definition/schema.ts';
import { marketplaceById } from '../marketplaces/index.ts';
import type { DomainReceipt, Receipt, SiteDataResult } from './receipt-schema.ts';

/** A cookie as the rules see it; its value never leaves the function that read it. */
export interface Cookie {
  name: string;
  value: string;
  /** Without a leading dot. */
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: 'no_restriction' | 'lax' | 'strict' | 'unspecified';
  /** Seconds since 1970 UTC, as the browsers' APIs count; a cookie of the browser's session has none. */
  expirationDate?: number;
  storeId: string;
  partitionKey?: { topLevelSite?: string; hasCrossSiteAncestor?: boolean };
  /** Firefox with first-party isolation. */
  firstPartyDomain?: string;
}

/** What a clean touches. */
export interface CleaningPlan {
  marketplace: MarketplaceId;
  domains: {
    domain: string;
    sharesRegistrableDomain: boolean;
    /** Sign-ins of other sites pass through it. */
    sharesSignOn: boolean;
    signsOutOf: SharedLogin[];
  }[];
  /** Origins whose localStorage, databases, caches and workers are cleared. */
  origins: string[];
}

export type { DomainReceipt, Receipt, SiteDataResult };

/** The domains of a site's session, its sign-in's included, and the origins that belong to them. */
export function cleaningPlan(marketplace: Marketplace, site: Site): CleaningPlan {
  const domains = site.sessionDomains.map((domain) => {
    const known = marketplace.sessionDomains.find((each) => each.domain === domain);
    return {
      domain,
      sharesRegistrableDomain: known?.sharesRegistrableDomain ?? false,
      sharesSignOn: known?.sharesSignOn ?? false,
      signsOutOf: known?.signsOutOf ?? [],
    };
  });
  const hosts = marketplace.sites.flatMap((each) => hostsIn(each, Object.keys(each.hosts)));
  const own = (host: string): boolean => domains.some(({ domain }) => isWithin(host, domain));
  const all = [...domains.flatMap(({ domain }) => [domain, `www.${domain}`]), ...hosts.filter(own)];
  return {
    marketplace: marketplace.id,
    domains,
    origins: [...new Set(all)].map((host) => `https://${host}`),
  };
}

/** Whether a host is a domain or lies under it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

type NamedCookie = Pick<Cookie, 'name' | 'value'>;

/** What a definition says of a cookie as a login; undefined where it marks none. */
function loginMark(marketplace: MarketplaceId, { name, value }: NamedCookie) {
  return marketplaceById(marketplace).loginCookies.find(
    (login) =>
      new RegExp(`^(?:${login.name})$`).test(name) &&
      value !== '' &&
      (!login.having || value.includes(login.having)) &&
      (!login.without || !value.includes(login.without)),
  );
}

/** Whether this cookie, seen alone, marks a login by the marketplace's definition. */
export function isLoginCookie(marketplace: MarketplaceId, cookie: NamedCookie): boolean {
  return loginMark(marketplace, cookie) !== undefined;
}

/** The cookies of a jar that mark a login: some say nothing beside one of an anonymous visitor. */
export function loginsIn(marketplace: MarketplaceId, cookies: readonly Cookie[]): Cookie[] {
  return cookies.filter((cookie) => {
    const mark = loginMark(marketplace, cookie);
    const { unless } = mark ?? {};
    const isAnonymous = cookies.some(
      (other) =>
        other.domain === cookie.domain && other.name === unless?.name && other.value.includes(unless.having),
    );
    return mark !== undefined && !isAnonymous;
  });
}

/**
 * What is known of a sign-in: somebody's, cookies of which nobody can say whose they are, or none at all. That no known
 * cookie is there proves nothing: marketplaces rename theirs.
 */
export type SessionState = 'signed-in' | 'unknown' | 'empty';

/** What sits in a jar for each of a plan's domains. */
export interface DomainSession {
  domain: string;
  cookies: number;
  /** Somebody is signed in, as far as cookies tell. */
  signedIn: boolean;
}

/** What a domain's cookies say of a sign-in. */
export function sessionState({
  signedIn,
  cookies,
}: Pick<DomainSession, 'signedIn' | 'cookies'>): SessionState {
  if (signedIn) return 'signed-in';
  return cookies > 0 ? 'unknown' : 'empty';
}

/** Counts a jar's cookies by domain. */
export function sessionsIn(plan: CleaningPlan, cookies: readonly Cookie[]): DomainSession[] {
  return plan.domains.map(({ domain }) => {
    const own = cookies.filter((cookie) => isWithin(cookie.domain, domain));
    const signedIn = loginsIn(plan.marketplace, own).some(
      (each) => !loginMark(plan.marketplace, each)?.remembers,
    );
    return { domain, cookies: own.length, signedIn };
  });
}

/** Tells one cookie from every other in all jars and partitions. */
export function identity(cookie: Cookie): string {
  const { storeId, domain, hostOnly, path, name, partitionKey, firstPartyDomain } = cookie;
  const partition = [partitionKey?.topLevelSite ?? '', partitionKey?.hasCrossSiteAncestor ?? ''];
  return JSON.stringify([storeId, domain, hostOnly, path, name, ...partition, firstPartyDomain ?? '']);
}

/**
 * As what a cookie can be set again. With first-party isolation Firefox refuses one that has a partition too (Firefox
 * 153): it lies under its first party then, where the same pages get it.
 */
export function restorable({ partitionKey, ...cookie }: Cookie): Cookie {
  return partitionKey && !cookie.firstPartyDomain ? { ...cookie, partitionKey } : cookie;
}

/** The cookies of a fresh read that must not be there: those from before, and any login. */
export function leftovers(plan: CleaningPlan, before: readonly Cookie[], after: readonly Cookie[]): Cookie[] {
  const old = new Map(before.map((cookie) => [identity(cookie), cookie.value]));
  const logins = new Set(loginsIn(plan.marketplace, after));
  return after.filter((cookie) => old.get(identity(cookie)) === cookie.value || logins.has(cookie));
}

/**
 * Compares the jar before with a fresh read after. A cookie counts as remaining only with its old value: an open
 * tab of the marketplace sets anonymous cookies of the same name at once, and those are no session.
 *
 * @param found Cookies that were there by domain, where an earlier attempt counted them already.
 */
export function receiptOf(
  plan: CleaningPlan,
  before: readonly Cookie[],
  after: readonly Cookie[],
  siteData: Receipt['siteData'],
  at: number,
  found: Record<string, number> = {},
): Receipt {
  const left = leftovers(plan, before, after);
  const domains = plan.domains.map(({ domain }): DomainReceipt => {
    const within = (cookie: Cookie): boolean => isWithin(cookie.domain, domain);
    const there = Math.max(found[domain] ?? 0, before.filter(within).length);
    const remaining = left.filter(within).length;
    const logins = left.filter((cookie) => within(cookie) && isLoginCookie(plan.marketplace, cookie));
    return {
      domain,
      found: there,
      removed: Math.max(0, there - remaining),
      remaining,
      logins: [...new Set(logins.map(({ name }) => name))],
    };
  });
  return { at, domains, siteData, clean: left.length === 0 };
}
