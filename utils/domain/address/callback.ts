import { withoutBidi } from '../cells/text.ts';
import type { Callback, GrantKind, Marketplace, MarketplaceId } from '../marketplaces/definition/schema.ts';
import { marketplaces } from '../marketplaces/index.ts';
import { pathFit, queryFits } from './fits.ts';
import { isOwnHost, type Place } from './place.ts';
import { single, type UrlParts } from './url-parts.ts';

/** The outcome of a request: `failed` if the protocol answered with an error. */
export type Outcome = 'granted' | 'declined' | 'failed';

/** What a callback says, without its code or token. */
export interface CallbackResult {
  step: 'callback';
  marketplace: MarketplaceId;
  outcome: Outcome;
  /** The error that the marketplace names, where something failed. */
  error?: string | undefined;
  /** Read by the rules of OAuth alone: an address of another meaning can look like it. */
  vague?: true | undefined;
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
const ERROR_LIMIT = 60;
const A_DAY = 24 * 60 * 60 * 1000;

function utcTime(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d$/.test(text)) return undefined;
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  // 1970 stands for "none".
  return at > A_DAY ? at : undefined;
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
    parts.href.startsWith('https:') &&
    at.on.includes(place.role) &&
    pathFit(at.path, parts.path) !== undefined
  );
}

/** The account that a parameter names. It is shown: without signs that turn the text around it. */
function accountIn(parts: UrlParts, name: string): string | undefined {
  return withoutBidi(single(parts, name, ACCOUNT_LIMIT) ?? '') || undefined;
}

/** An error's code; what is no code is an error all the same. */
function errorOf(parts: UrlParts): string | undefined {
  if (!parts.query.get('error')?.some(Boolean)) return undefined;
  const code = single(parts, 'error', ERROR_LIMIT);
  return code && /^[\w.-]+$/.test(code) ? code : 'unknown_error';
}

/**
 * Reads an answer by the rules that hold for every OAuth server (RFC 6749 §4.1.2), whatever it leaves out or adds. Only
 * for a browser that was seen leaving the marketplace: addresses of every kind have such parameters.
 */
export function oauthAnswer(marketplace: Marketplace, parts: UrlParts): CallbackResult | undefined {
  if (isOwnHost(marketplace, parts.host)) return undefined;
  const error = errorOf(parts);
  const isCode = parts.query.get('code')?.some(Boolean) ?? false;
  if (error === undefined && !isCode) return undefined;
  const failed =
    error === 'access_denied' ? ({ outcome: 'declined' } as const) : { outcome: 'failed' as const, error };
  return {
    step: 'callback',
    marketplace: marketplace.id,
    ...(error === undefined ? { outcome: 'granted' } : failed),
    vague: true,
    own: false,
    state: single(parts, 'state', STATE_LIMIT),
  };
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
        accountId: callback.account ? accountIn(parts, callback.account) : undefined,
        state: callback.state ? single(parts, callback.state, STATE_LIMIT) : undefined,
        expiresAt: callback.expires ? utcTime(single(parts, callback.expires, 40)) : undefined,
      };
    }
  }
  return undefined;
}
