import { marketplaces } from '../marketplaces/index.ts';
import type { Callback, GrantKind, Marketplace, MarketplaceId } from '../marketplaces/schema.ts';
import { pathFit, queryFits } from './fits.ts';
import type { Place } from './place.ts';
import { single, type UrlParts } from './url-parts.ts';

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

const ACCOUNT_LIMIT = 100;
const STATE_LIMIT = 8192;

function utcTime(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function isOwnHost(marketplace: Marketplace, host: string): boolean {
  return marketplace.sessionDomains.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}

function fits(
  marketplace: Marketplace,
  { query, at }: Callback,
  parts: UrlParts,
  place: Place | undefined,
): boolean {
  if (!queryFits(query, parts)) return false;
  if (at === 'away') return !isOwnHost(marketplace, parts.host);
  return (
    place?.marketplace === marketplace &&
    at.on.includes(place.role) &&
    pathFit(at.path, parts.path) !== undefined
  );
}

/**
 * Reads an address as a marketplace's callback.
 *
 * @param place Where the address's host belongs, if it is a marketplace's.
 * @param from The marketplace that the browser is seen leaving, if it is.
 */
export function callbackAt(
  parts: UrlParts,
  place: Place | undefined,
  from: MarketplaceId | undefined,
): CallbackResult | undefined {
  for (const marketplace of marketplaces) {
    for (const callback of marketplace.callbacks) {
      if (callback.generic && from !== marketplace.id) continue;
      if (!fits(marketplace, callback, parts, place)) continue;
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
  return undefined;
}
