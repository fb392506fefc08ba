import type { GrantKind, Marketplace, MarketplaceId } from '../../marketplaces/definition/schema.ts';
import { type CallbackResult, callbackAt, oauthAnswer } from '../callback.ts';
import { callbackParts, firstOf } from '../callback-parts.ts';
import { centralOf, classifyUrl, handoffPlace } from '../consent-url.ts';
import { isOwnHost, type Place, placeOfHost } from '../place.ts';
import { digest } from './digest.ts';
import type { Answer } from './schema.ts';

export type { Answer };

/** eBay's older page writes `null` for the state. */
const NO_STATE = 'null';

/** Where a page lies that may be answered from: a marketplace's own, over https. */
function secured(url: string): Place | undefined {
  const { protocol, hostname } = URL.parse(url) ?? {};
  return protocol === 'https:' && hostname !== undefined ? placeOfHost(hostname) : undefined;
}

/** The kind of grant that a page of this place asks for; the first one of its role where the page does not say. */
function kindAskedAt(url: string, { marketplace, role }: Place): GrantKind | undefined {
  const page = classifyUrl(url);
  if ('ask' in page && page.ask) return page.ask.kind;
  return marketplace.pages.find(({ on, asks }) => asks && on.includes(role))?.asks?.kind;
}

/** What an address says as a callback of the marketplace that the browser leaves for it. */
function callbackFrom(
  marketplace: Marketplace,
  to: string,
  form: Iterable<[string, string]>,
): CallbackResult | undefined {
  const sent = [...form];
  const { step } = classifyUrl(to, { from: marketplace.id, form: sent });
  if (step !== 'none' && step !== 'callback') return undefined;
  const place = placeOfHost(URL.parse(to)?.hostname ?? '');
  const found = firstOf(
    callbackParts(to, sent),
    (parts) => callbackAt(parts, place, marketplace.id) ?? oauthAnswer(marketplace, parts),
  );
  return found?.marketplace === marketplace.id ? found : undefined;
}

/**
 * Reads the answer when the browser leaves one address for another.
 *
 * @param form Parameters that are sent in a form's body.
 * @returns undefined where the new address is no callback, or where the old one is no place to be answered from: an
 *   open redirector of the shop is no consent, and a page without https may be anybody's.
 */
export function answerOf(
  from: string,
  to: string,
  form: Iterable<[string, string]> = [],
): Answer | undefined {
  const left = secured(from);
  if (!left) return undefined;
  const place = handoffPlace(from, left.marketplace.id);
  const callback = callbackFrom(left.marketplace, to, form);
  if (!callback || place === 'no') return undefined;
  const { step: _, state, ...told } = callback;
  const central = centralOf(from);
  const page = classifyUrl(from);
  const app = 'ask' in page ? page.ask?.app : undefined;
  const askedKind =
    told.kind === undefined && told.outcome === 'granted' ? kindAskedAt(from, left) : undefined;
  return {
    ...told,
    site: left.site.id,
    ...(central && { central }),
    ...(!left.marketplace.consentRoles.includes(left.role) && { anyRegion: true }),
    ...(page.step === 'appstore-confirm' && { confirmed: true as const }),
    ...(app !== undefined && { app }),
    ...(askedKind && { askedKind }),
    place,
    ...(state !== undefined && state !== NO_STATE && { state: digest(state) }),
  };
}

/**
 * Whether a page can have seen an answer: it lies where the answer says that it was given.
 *
 * @param url The address of the page that tells of it, as the browser knows it.
 */
export function canTell(url: string, answer: Answer): boolean {
  const from = secured(url);
  return (
    from?.marketplace.id === answer.marketplace &&
    from.site.id === answer.site &&
    centralOf(url) === answer.central &&
    (answer.place === 'host' || handoffPlace(url, answer.marketplace) === 'known')
  );
}

/**
 * The stranger to whom the browser goes from a page of the consent, whatever its address says.
 *
 * @returns its host, or its scheme where that is none of the web's; undefined where the old page is not one of the
 *   consent's own or the new one is the marketplace's.
 */
export function returnedTo(
  from: string,
  to: string,
): { marketplace: MarketplaceId; host: string } | undefined {
  const left = secured(from);
  const url = URL.parse(to);
  if (!left || !url || handoffPlace(from, left.marketplace.id) !== 'known') return undefined;
  // From a sign-in people go elsewhere and come back: to Google's, say.
  if (classifyUrl(from).step === 'sign-in') return undefined;
  const web = url.protocol === 'https:' || url.protocol === 'http:';
  const host = web ? url.hostname : url.protocol;
  if (isOwnHost(left.marketplace, host) || callbackParts(to).length === 0) return undefined;
  return { marketplace: left.marketplace.id, host };
}
