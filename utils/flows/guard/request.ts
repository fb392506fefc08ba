import { type Ask, centralOf, classifyUrl, isGuarded } from '../../domain/address/consent-url.ts';
import { digest } from '../../domain/address/digest.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import type { Central, MarketplaceId } from '../../domain/marketplaces/schema.ts';
import type { Leg } from '../../domain/run/run.ts';
import type { Stop } from '../ports/runs.ts';
import type { AskView } from '../reading/views.ts';

/** A stopped address that can be continued. */
export interface AuthoriseRequest {
  url: string;
  marketplace: MarketplaceId;
  site: string;
  region: string;
  central: Central | undefined;
  ask: Ask & { app: string };
}

/** What a stopped address asks for; undefined where it cannot be continued: it names no application, or several. */
export function requestOf(stop: Stop): AuthoriseRequest | undefined {
  const url = classifyUrl(stop.url);
  if (!isGuarded(url) || url.ask?.app === undefined) return undefined;
  const region = siteById(marketplaceById(url.marketplace), url.site)?.region ?? '';
  const { marketplace, site, ask } = url;
  const central = centralOf(stop.url);
  return { url: stop.url, marketplace, site, region, central, ask: { ...ask, app: url.ask.app } };
}

/** Who asks, as the guard page shows it: nothing of the address but its host. */
export function askView({ url, marketplace, site, ask }: AuthoriseRequest): AskView {
  const page = marketplaceById(marketplace).pages.find(
    ({ step, asks }) => step === 'authorise' && asks?.kind === ask.kind,
  );
  return {
    marketplace,
    site,
    host: new URL(url).hostname,
    kind: ask.kind,
    app: ask.app,
    canForceSignIn: page?.asks?.forceSignIn !== undefined && !ask.forcesSignIn,
  };
}

/** The address with the parameter that makes the marketplace show its sign-in page in any case. */
function forced(asked: AuthoriseRequest): string {
  const force = marketplaceById(asked.marketplace).pages.find(({ asks }) => asks?.kind === asked.ask.kind)
    ?.asks?.forceSignIn;
  if (!force) return asked.url;
  // What else stands there is not written anew: the software's own spelling is what it was registered with.
  const [address = '', ...rest] = asked.url.split('#');
  const [path = '', ...queries] = address.split('?');
  const kept = queries
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && pair.split('=', 1)[0]?.toLowerCase() !== force.name);
  const query = [...kept, `${force.name}=${force.value}`].join('&');
  return [`${path}?${query}`, ...rest].join('#');
}

/** The address as a leg of a run: as it came, unless the person wants the sign-in page forced. */
export function legOf(asked: AuthoriseRequest, forceSignIn: boolean): Leg {
  const { kind, app, state } = asked.ask;
  const url = forceSignIn ? forced(asked) : asked.url;
  return { kind, app, url, ...(state !== undefined && { state: digest(state) }) };
}
