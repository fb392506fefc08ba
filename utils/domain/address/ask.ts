import type { GrantKind, Marketplace, Page } from '../marketplaces/definition/schema.ts';
import { appIdOf } from './app-id.ts';
import { decoded, single, type UrlParts } from './url-parts.ts';

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

const STATE_LIMIT = 8192;
const VALUE_LIMIT = 200;

function stateOf(asks: NonNullable<Page['asks']>, parts: UrlParts): string | undefined {
  if (asks.state) return single(parts, asks.state, STATE_LIMIT);
  const within = asks.stateWithin && single(parts, asks.stateWithin, STATE_LIMIT);
  return (within && new URLSearchParams(within).get('state')) || undefined;
}

/**
 * Whether an id stands alone under its name, wherever in the address the name comes up: the browsers' rules compare
 * the whole address, the fragment included.
 */
function standsAlone(href: string, name: string, app: string): boolean {
  const after = href.toLowerCase().split(`${name.toLowerCase()}=`).slice(1);
  return after.every((text) => decoded(text.split(/[&#]/, 1)[0] ?? '') === app.toLowerCase());
}

/** The application that a parameter names, where it is one, and no other is named in the same breath. */
function appIn(marketplace: Marketplace, page: Page, parts: UrlParts): string | undefined {
  const name = page.asks?.app ?? '';
  const app = appIdOf(single(parts, name, VALUE_LIMIT));
  const others = marketplace.pages.filter(({ guarded, asks }) => guarded && asks?.app && asks.app !== name);
  const several = others.some(({ asks }) => parts.query.has(asks?.app?.toLowerCase() ?? ''));
  return app !== undefined && !several && standsAlone(parts.href, name, app) ? app : undefined;
}

/**
 * Reads what a page asks for.
 *
 * @param fromPath The application, where the path has it.
 * @returns undefined where the page is none that asks by itself.
 */
export function askOf(
  marketplace: Marketplace,
  page: Page,
  parts: UrlParts,
  fromPath: string | undefined,
): Ask | undefined {
  const { asks } = page;
  if (!asks) return undefined;
  const force = asks.forceSignIn;
  return {
    kind: asks.kind,
    app: asks.app ? appIn(marketplace, page, parts) : appIdOf(fromPath),
    state: stateOf(asks, parts),
    forcesSignIn: force ? single(parts, force.name, VALUE_LIMIT) === force.value : false,
  };
}

/** What is known of a request that says nothing for itself: the marketplace gives one kind of grant first of all. */
export function plainAsk(marketplace: Marketplace): Ask {
  const kind = marketplace.pages.find(({ guarded, asks }) => guarded && asks)?.asks?.kind;
  if (!kind) throw new RangeError(`"${marketplace.id}" has no page that asks for a grant`);
  return { kind, app: undefined, state: undefined, forcesSignIn: false };
}
