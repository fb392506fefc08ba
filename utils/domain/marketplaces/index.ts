import { amazon } from './amazon/amazon.ts';
import type { GrantKind, Marketplace, MarketplaceId, Site } from './definition/schema.ts';
import { ebay } from './ebay/ebay.ts';

/** Every marketplace that Grantkeeper knows. To add one is to add its file and a line here. */
export const marketplaces: readonly Marketplace[] = [amazon, ebay];

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
