import { marketplaces } from '../marketplaces/index.ts';
import type {
  Callback,
  Central,
  GrantKind,
  Marketplace,
  MarketplaceId,
  Page,
  Site,
} from '../marketplaces/schema.ts';
import { single, type UrlParts, urlParts } from './url-parts.ts';

/** What a page that asks for a grant says about whom it is for. */
export interface Ask {
  kind: GrantKind;
  /** The application's id at the marketplace; undefined where the address names none, or several. */
  app: string | undefined;
  /** A secret of the integration's: compared with the callback's, kept in memory alone. */
  state: string | undefined;
  /** The address itself makes the marketplace show its sign-in page. */
  forcesSignIn: boolean;
}

interface OnSite {
  marketplace: MarketplaceId;
  site: string;
}

/** What a callback says, without its code or token. */
export interface CallbackResult {
  step: 'callback';
  marketplace: MarketplaceId;
  outcome: 'granted' | 'declined';
  /** The answer stands on a page of the marketplace's own, not at the vendor's. */
  own: boolean;
  kind?: GrantKind | undefined;
  accountId?: string | undefined;
  state?: string | undefined;
  /** UTC instant in ms, where the callback itself tells when the grant ends. */
  expiresAt?: number | undefined;
}

export type ConsentUrl =
  | ({ step: 'authorise' | 'appstore-confirm' | 'consent'; ask: Ask | undefined } & OnSite)
  | ({ step: 'sign-in' | 'picker' } & OnSite)
  | ({ step: 'error'; code: string | undefined } & OnSite)
  | CallbackResult
  | { step: 'none' };

export type ConsentStep = ConsentUrl['step'];

const APP_LIMIT = 200;
const ACCOUNT_LIMIT = 100;
const STATE_LIMIT = 8192;
const NONE: ConsentUrl = { step: 'none' };

interface Place {
  marketplace: Marketplace;
  site: Site;
  role: string;
}

const places = new Map<string, Place>(
  marketplaces.flatMap((marketplace) =>
    marketplace.sites.flatMap((site) =>
      Object.entries(site.hosts).flatMap(([role, hosts]) =>
        hosts.map((host): [string, Place] => [host, { marketplace, site, role }]),
      ),
    ),
  ),
);

/** Where a host belongs; undefined for strangers. */
export function placeOfHost(host: string): Place | undefined {
  return places.get(host);
}

/** Whether an address lies at the vendors' central; undefined everywhere else. */
export function centralOf(url: string): Central | undefined {
  return places.get(URL.parse(url)?.hostname ?? '')?.role === 'vendor' ? 'vendor' : undefined;
}

/** Compares a path pattern of a definition; returns what stands at `{app}`, or undefined where it does not fit. */
function pathFit(pattern: string, path: readonly string[]): { app?: string } | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const open = wanted.at(-1) === '**';
  if (open) wanted.pop();
  if (open ? path.length < wanted.length : path.length !== wanted.length) return undefined;
  let app: string | undefined;
  for (const [index, segment] of wanted.entries()) {
    const actual = path[index] ?? '';
    if (segment === '{app}') app = actual;
    else if (segment !== '*' && segment.toLowerCase() !== actual.toLowerCase()) return undefined;
  }
  return { app };
}

function queryFits(conditions: NonNullable<Page['query']>, parts: UrlParts): boolean {
  return Object.entries(conditions).every(([name, condition]) => {
    const values = parts.query.get(name.toLowerCase());
    if (condition === 'absent') return values === undefined;
    if (condition === 'present') return values !== undefined;
    if (condition === 'filled') return values?.some(Boolean) ?? false;
    return values?.every((value) => value === condition.is) ?? false;
  });
}

/** An application's id; one with a sign that means something in a guard rule is none. */
function appOf(text: string | undefined): string | undefined {
  return text && text.length <= APP_LIMIT && !/[*^|]/.test(text) ? text : undefined;
}

function stateOf(asks: NonNullable<Page['asks']>, parts: UrlParts): string | undefined {
  if (asks.state) return single(parts, asks.state, STATE_LIMIT);
  const within = asks.stateWithin && single(parts, asks.stateWithin, STATE_LIMIT);
  return (within && new URLSearchParams(within).get('state')) || undefined;
}

function askOf(page: Page, parts: UrlParts, fromPath: string | undefined): Ask | undefined {
  const { asks } = page;
  if (!asks) return undefined;
  const force = asks.forceSignIn;
  return {
    kind: asks.kind,
    app: appOf(asks.app ? single(parts, asks.app, APP_LIMIT) : fromPath),
    state: stateOf(asks, parts),
    forcesSignIn: force ? single(parts, force.name, APP_LIMIT) === force.value : false,
  };
}

function pageAt(place: Place, parts: UrlParts): ConsentUrl {
  for (const page of place.marketplace.pages) {
    if (!page.on.includes(place.role) || !queryFits(page.query ?? {}, parts)) continue;
    const fit = pathFit(page.path, parts.path);
    if (!fit) continue;
    const at = { marketplace: place.marketplace.id, site: place.site.id };
    switch (page.step) {
      case 'authorise':
      case 'consent':
      case 'appstore-confirm':
        return { step: page.step, ...at, ask: askOf(page, parts, fit.app) };
      case 'error': {
        const code = (page.code ?? []).map((name) => single(parts, name, APP_LIMIT)).find(Boolean);
        return { step: 'error', ...at, code };
      }
      default:
        return { step: page.step, ...at };
    }
  }
  return NONE;
}

function utcTime(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function isOwnHost(marketplace: Marketplace, host: string): boolean {
  return marketplace.sessionDomains.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}

function callbackFits(marketplace: Marketplace, callback: Callback, parts: UrlParts): boolean {
  if (!queryFits(callback.query, parts)) return false;
  if (callback.at === 'away') return !isOwnHost(marketplace, parts.host);
  const place = parts.usualPort ? places.get(parts.host) : undefined;
  return (
    place?.marketplace === marketplace &&
    callback.at.on.includes(place.role) &&
    pathFit(callback.at.path, parts.path) !== undefined
  );
}

function callbackAt(parts: UrlParts, from: MarketplaceId | undefined): ConsentUrl {
  for (const marketplace of marketplaces) {
    for (const callback of marketplace.callbacks) {
      if (callback.generic && from !== marketplace.id) continue;
      if (!callbackFits(marketplace, callback, parts)) continue;
      return {
        step: 'callback',
        marketplace: marketplace.id,
        outcome: callback.outcome,
        own: callback.at !== 'away',
        kind: callback.kind,
        accountId: callback.account ? single(parts, callback.account, ACCOUNT_LIMIT) : undefined,
        state: callback.state ? single(parts, callback.state, STATE_LIMIT) : undefined,
        expiresAt: callback.expires ? utcTime(single(parts, callback.expires, 40)) : undefined,
      };
    }
  }
  return NONE;
}

/**
 * Says what an address is in the way of a consent. Total and pure: any string has an answer, none throws.
 *
 * @param raw The address.
 * @param context.from The marketplace that the browser is seen leaving for this address; some callbacks are only
 *   then told apart from other services'.
 * @param context.form Parameters that were sent in a form's body.
 */
export function classifyUrl(
  raw: string,
  context: { from?: MarketplaceId; form?: Iterable<[string, string]> } = {},
): ConsentUrl {
  const parts = urlParts(raw, context.form);
  if (!parts) return NONE;
  const place = parts.usualPort ? places.get(parts.host) : undefined;
  const page = place ? pageAt(place, parts) : NONE;
  return page.step === 'none' ? callbackAt(parts, context.from) : page;
}

/** The address asks for a grant and must not be opened in a session that nobody looked at. */
export function isGuarded(url: ConsentUrl): url is Extract<ConsentUrl, { ask: unknown }> {
  return (url.step === 'authorise' || url.step === 'consent') && url.ask !== undefined;
}

/**
 * Whether an address of the marketplace is a place from which it hands the browser over to a callback.
 *
 * @returns `known` where the path is one of the consent's own, `host` where only the host is, `no` elsewhere: an
 *   open redirector of the shop is no consent.
 */
export function handoffPlace(raw: string, marketplace: MarketplaceId): 'known' | 'host' | 'no' {
  const parts = urlParts(raw);
  const place = parts?.usualPort ? places.get(parts.host) : undefined;
  if (!parts || place?.marketplace.id !== marketplace) return 'no';
  const known = place.marketplace.consentPaths.some((path) => pathFit(path, parts.path));
  // The Appstore's confirmation lies on the shop's own host as well; of that host nothing else counts.
  if (!place.marketplace.consentRoles.includes(place.role)) return known ? 'known' : 'no';
  return known ? 'known' : 'host';
}
