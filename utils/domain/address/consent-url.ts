import type { Central, MarketplaceId, Page } from '../marketplaces/definition/schema.ts';
import { type Ask, askOf, plainAsk } from './ask.ts';
import { type CallbackResult, callbackAt } from './callback.ts';
import { callbackParts, firstOf } from './callback-parts.ts';
import { anyFits, pathFit, queryFits } from './fits.ts';
import { type Place, placeOfHost, placeUnder } from './place.ts';
import { shapeOf } from './rules/shape.ts';
import { decoded, single, type UrlParts, urlParts } from './url-parts.ts';

export type { Ask } from './ask.ts';
export { placeOfHost } from './place.ts';

interface OnSite {
  marketplace: MarketplaceId;
  site: string;
}

export type ConsentUrl =
  | ({ step: 'authorise' | 'appstore-confirm' | 'consent'; ask: Ask | undefined } & OnSite)
  /** A sign-in asks where it is the way to an address that does; see `checks` of a page's definition. */
  | ({ step: 'sign-in'; ask?: Ask; checks?: true } & OnSite)
  | ({ step: 'picker' } & OnSite)
  | ({ step: 'error'; code: string | undefined } & OnSite)
  | CallbackResult
  | { step: 'none' };

export type ConsentStep = ConsentUrl['step'];

const CODE_LIMIT = 200;
const NONE: ConsentUrl = { step: 'none' };

/** Whether an address lies at the vendors' central; undefined everywhere else. */
export function centralOf(url: string): Central | undefined {
  return placeOfHost(URL.parse(url)?.hostname ?? '')?.role === 'vendor' ? 'vendor' : undefined;
}

/** @param stopped The guard's rules stop the address; without that no page of it asks for anything. */
function pageAt(place: Place, parts: UrlParts, stopped: boolean): ConsentUrl {
  const { marketplace, site, role } = place;
  const at = { marketplace: marketplace.id, site: site.id };
  for (const page of marketplace.pages) {
    if ((page.guarded && !stopped) || !(page.everywhere || page.on.includes(role))) continue;
    if (!queryFits(page.query ?? {}, parts) || !anyFits(page.anyOf, parts)) continue;
    const fit = pathFit(page.path, parts.path);
    if (!fit) continue;
    switch (page.step) {
      case 'authorise':
      case 'consent':
      case 'appstore-confirm':
        return { step: page.step, ...at, ask: askOf(marketplace, page, parts, fit.app) };
      case 'error': {
        const code =
          (page.code ?? []).map((name) => single(parts, name, CODE_LIMIT)).find(Boolean) ?? page.means;
        return { step: 'error', ...at, code };
      }
      case 'sign-in': {
        const ask = page.carries ? askWithin(parts, page.carries, place) : undefined;
        if (page.carries && !ask) continue;
        return { step: 'sign-in', ...at, ...(ask && { ask }), ...(page.checks && { checks: true }) };
      }
      default:
        return { step: page.step, ...at };
    }
  }
  return NONE;
}

/** An encoded address is encoded once more for each page that hands it on. */
const MOST_LAYERS = 5;
const MOST_VALUES = 2;

/** What the address in a parameter asks for, if it does. */
function askWithin(parts: UrlParts, name: string, { marketplace }: Place): Ask | undefined {
  for (const value of parts.query.get(name)?.slice(0, MOST_VALUES) ?? []) {
    let text = value;
    for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
      // It may be relative.
      const inner = urlParts(URL.parse(text, parts.href)?.href ?? '');
      const place = inner && placeUnder(inner.host);
      const page = place?.marketplace === marketplace ? pageAt(place, inner as UrlParts, true) : NONE;
      if (isGuarded(page)) return page.ask ?? plainAsk(marketplace);
      text = decoded(text);
    }
  }
  return undefined;
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
  const form = [...(context.form ?? [])];
  const parts = urlParts(raw, form);
  // Cookies know no ports: whoever listens on another one would get the same session.
  const under = parts && placeUnder(parts.host);
  const shape = under && shapeOf(under.marketplace, parts.href);
  const page = under ? pageAt(under, parts, shape !== undefined) : NONE;
  if (isGuarded(page)) return page;
  const place = parts?.usualPort ? placeOfHost(parts.host) : undefined;
  if (place && page.step !== 'none') return page;
  const callback = firstOf(callbackParts(raw, form), (each) => callbackAt(each, place, context.from));
  return callback ?? (under && shape ? oddlySpelled(under, parts, shape.page) : NONE);
}

/** What the guard's rules stop is a request for consent, even where nothing else is known of the page. */
function oddlySpelled({ marketplace, site }: Place, parts: UrlParts, page: Page): ConsentUrl {
  const ask = askOf(marketplace, page, parts, undefined) ?? plainAsk(marketplace);
  return { step: 'authorise', marketplace: marketplace.id, site: site.id, ask };
}

/** The address asks for a grant and must not be opened in a session that nobody looked at. */
export function isGuarded(url: ConsentUrl): url is Extract<ConsentUrl, { ask?: unknown }> {
  return (
    url.step === 'authorise' || url.step === 'consent' || (url.step === 'sign-in' && url.ask !== undefined)
  );
}

/**
 * Whether an address of the marketplace is a place from which it hands the browser over to a callback.
 *
 * @returns `known` where the path is one of the consent's own, `host` where only the host is, `no` elsewhere: an
 *   open redirector of the shop is no consent.
 */
export function handoffPlace(raw: string, marketplace: MarketplaceId): 'known' | 'host' | 'no' {
  const parts = urlParts(raw);
  const place = parts?.usualPort ? placeOfHost(parts.host) : undefined;
  if (!parts || place?.marketplace.id !== marketplace) return 'no';
  const known = place.marketplace.consentPaths.some((path) => pathFit(path, parts.path));
  // The Appstore's confirmation lies on the shop's own host as well; of that host nothing else counts.
  if (!place.marketplace.consentRoles.includes(place.role)) {
    const confirms = place.marketplace.pages.some(
      ({ step, on }) => step === 'appstore-confirm' && on.includes(place.role),
    );
    return known && confirms ? 'known' : 'no';
  }
  return known ? 'known' : 'host';
}
