import type { Central, MarketplaceId } from '../marketplaces/definition/schema.ts';
import { siteById } from '../marketplaces/index.ts';
import { type Ask, askOf, plainAsk } from './ask.ts';
import { type ConsentUrl, classifyUrl, isGuarded } from './consent-url.ts';
import { placeUnder } from './place.ts';
import { postedAt, shapeOf } from './rules/shape.ts';
import { urlParts } from './url-parts.ts';

/** An address that the guard stops, and what it asks for. */
export interface ConsentRequest {
  /** A secret: the address as it came. */
  url: string;
  host: string;
  marketplace: MarketplaceId;
  site: string;
  region: string;
  central: Central | undefined;
  /** The session domain under which the host lies. */
  domain: string;
  ask: Ask;
}

/** A web address, read once where it comes in. */
export interface Address {
  url: string;
  page: ConsentUrl;
  /** Set for every address that the guard's rules stop. */
  request?: ConsentRequest;
}

/** What an address asks for that is a request whatever page it leads to. */
function askAnyway(url: string, posted: boolean): Ask | undefined {
  const parts = urlParts(url);
  const place = parts && placeUnder(parts.host);
  if (!place) return undefined;
  const { marketplace } = place;
  const page =
    shapeOf(marketplace, parts.href)?.page ?? (posted ? postedAt(marketplace, parts.href) : undefined);
  return page && (askOf(marketplace, page, parts, undefined) ?? plainAsk(marketplace));
}

function requestOf(url: string, page: ConsentUrl, posted: boolean): ConsentRequest | undefined {
  const host = URL.parse(url)?.hostname.replace(/\.+$/, '') ?? '';
  const place = placeUnder(host);
  if (!place) return undefined;
  const { marketplace, site, role } = place;
  const ask = isGuarded(page) ? (page.ask ?? plainAsk(marketplace)) : askAnyway(url, posted);
  const domain = marketplace.sessionDomains.find(
    (each) => host === each.domain || host.endsWith(`.${each.domain}`),
  );
  if (!ask || !domain) return undefined;
  return {
    url,
    host,
    marketplace: marketplace.id,
    site: site.id,
    region: siteById(marketplace, site.id)?.region ?? '',
    central: role === 'vendor' ? 'vendor' : undefined,
    domain: domain.domain,
    ask,
  };
}

/**
 * Reads an address where it comes in; it travels on as what was read.
 *
 * @param posted A form was sent there by a page that is not the marketplace's.
 */
export function readAddress(url: string, posted = false): Address {
  const page = classifyUrl(url);
  const request = requestOf(url, page, posted);
  return { url, page, ...(request && { request }) };
}

/** What was stopped longer ago than this is over: ms. Software gives its own addresses ten minutes or less. */
const STOP_LIFE = 30 * 60 * 1000;

/** Whether an address was stopped too long ago; either way round, should the clock have been set back. */
export function isAged(stoppedAt: number, now: number): boolean {
  return Math.abs(now - stoppedAt) > STOP_LIFE;
}

/** No software needs a longer address; what a page makes up is not kept whole. */
const LONGEST = 8192;

/** The request as it is kept: of an address that is too long nothing but where it leads. */
export function bounded(request: ConsentRequest): ConsentRequest {
  if (request.url.length <= LONGEST) return request;
  const { origin, pathname } = new URL(request.url);
  return {
    ...request,
    url: (origin + pathname).slice(0, LONGEST),
    ask: { ...request.ask, app: undefined, state: undefined },
  };
}
