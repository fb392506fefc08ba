import type { Central, GrantKind, MarketplaceId, Page } from '../marketplaces/schema.ts';
import { type CallbackResult, callbackAt } from './callback.ts';
import { callbackParts, firstOf } from './callback-parts.ts';
import { pathFit, queryFits } from './fits.ts';
import { type Place, placeOfHost } from './place.ts';
import { single, type UrlParts, urlParts } from './url-parts.ts';

export { placeOfHost } from './place.ts';

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

export type ConsentUrl =
  | ({ step: 'authorise' | 'appstore-confirm' | 'consent'; ask: Ask | undefined } & OnSite)
  | ({ step: 'sign-in' | 'picker' /** See `checks` of a page's definition. */; checks?: true } & OnSite)
  | ({ step: 'error'; code: string | undefined } & OnSite)
  | CallbackResult
  | { step: 'none' };

export type ConsentStep = ConsentUrl['step'];

const APP_LIMIT = 200;
const STATE_LIMIT = 8192;
const NONE: ConsentUrl = { step: 'none' };

/** Whether an address lies at the vendors' central; undefined everywhere else. */
export function centralOf(url: string): Central | undefined {
  return placeOfHost(URL.parse(url)?.hostname ?? '')?.role === 'vendor' ? 'vendor' : undefined;
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
        const code =
          (page.code ?? []).map((name) => single(parts, name, APP_LIMIT)).find(Boolean) ?? page.means;
        return { step: 'error', ...at, code };
      }
      default:
        return { step: page.step, ...at, ...(page.checks && { checks: true }) };
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
  const form = [...(context.form ?? [])];
  const parts = urlParts(raw, form);
  const place = parts?.usualPort ? placeOfHost(parts.host) : undefined;
  const page = parts && place ? pageAt(place, parts) : NONE;
  if (page.step !== 'none') return page;
  const back = callbackParts(raw, form);
  return firstOf(back, (each) => callbackAt(each, place, context.from)) ?? NONE;
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
