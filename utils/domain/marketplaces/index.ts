import { marketplaces } from './all.ts';
import type { GrantKind, Marketplace, MarketplaceId, Site } from './definition/schema.ts';

export { marketplaces } from './all.ts';

/** Those whose hosts every copy may see from the beginning. */
export const builtIn: readonly Marketplace[] = marketplaces.filter(({ optional }) => !optional);

/** Those whose hosts are asked for when somebody chooses them. */
export const optionalOnes: readonly Marketplace[] = marketplaces.filter(({ optional }) => optional);

const byId = new Map(marketplaces.map((each) => [each.id, each]));

/** The definition of a marketplace. */
export function marketplaceById(id: MarketplaceId): Marketplace {
  const found = byId.get(id);
  if (!found) throw new RangeError(`There is no marketplace "${id}"`);
  return found;
}

/** A site of a marketplace, or undefined where a stored connection names one that is no longer known. */
export function siteById(marketplace: Marketplace, id: string): Site | undefined {
  return marketplace.sites.find((each) => each.id === id);
}

/** The marketplace that gives grants of this kind. */
export function marketplaceOfKind(kind: GrantKind): Marketplace {
  const found = marketplaces.find((each) => each.lifetimes.some((lifetime) => lifetime.kind === kind));
  if (!found) throw new RangeError(`No marketplace gives grants of the kind "${kind}"`);
  return found;
}

/** How long a grant of this kind lives by the marketplace's rule, in ms. */
export function lifetimeOf(kind: GrantKind): number {
  const rule = marketplaceOfKind(kind).lifetimes.find((lifetime) => lifetime.kind === kind);
  return (rule?.seconds ?? 0) * 1000;
}

/** The site that most people here mean: Germany's, where there is one. */
export function usualSite({ sites }: Marketplace): string {
  const [first] = sites;
  const own = sites.find(({ countries }) => countries.some(({ code }) => code === 'DE'));
  return (own ?? first)?.id ?? '';
}

/** The longest that any grant lives, in whole days. */
export function longestLifetime(): number {
  const seconds = marketplaces.flatMap(({ lifetimes }) => lifetimes.map((lifetime) => lifetime.seconds));
  return Math.floor(Math.max(...seconds) / (24 * 60 * 60));
}
