import { allSessionDomains } from '../address/host-patterns.ts';

/**
 * A cookie of ours that lives for a moment: it tells whether the cookies that we are shown are those that a tab sends.
 * In a browser whose extensions do not reach its containers they are not (Brave, brave-browser#57209).
 */
export interface Marker {
  /** Each has a name of its own, so that two looks do not disturb each other. */
  name: string;
  domain: string;
  jar: string;
}

/** No site has this path: a marker goes with no request that leaves the browser. */
export const MARKER_PATH = '/grantkeeper-marker';

/** After this the browser itself removes a marker that a worker's or the browser's death left behind: ms. */
export const MARKER_LIFE = 60_000;

const NAME = /grantkeeper-marker-[\w-]+/g;

/** @param id Unique. */
export function markerName(id: string): string {
  return `grantkeeper-marker-${id}`;
}

const origin = (domain: string): string => `https://${domain}:1`;

/**
 * The address to which a tab would send a marker. Its port is one of those to which no browser connects (Fetch standard,
 * “bad port”): Chromium puts the cookies to the request, tells us, and then refuses it, so nothing leaves.
 */
export function markerAddress({ name, domain }: Marker): string {
  return `${origin(domain)}${MARKER_PATH}?${name}`;
}

/** The origins of all such addresses, for the policy of our pages. */
export function markerOrigins(): string[] {
  return allSessionDomains().map(origin);
}

/** Match patterns of all such addresses. */
export function markerMatches(): string[] {
  return markerOrigins().map((each) => `${each}${MARKER_PATH}*`);
}

/** The names of the markers in a request's `Cookie` header; nothing else of it is looked at. */
export function markersIn(header: string): string[] {
  return [...header.matchAll(NAME)].map(([name]) => name);
}
