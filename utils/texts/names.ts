import { i18n } from '#i18n';
import { integrationById } from '../domain/integrations/index.ts';
import type { IntegrationId } from '../domain/integrations/schema.ts';
import type { GrantKind, MarketplaceId, SharedLogin } from '../domain/marketplaces/definition/schema.ts';
import { marketplaceById, marketplaces, siteById } from '../domain/marketplaces/index.ts';

const LOCALES: readonly string[] = ['en', 'de', 'fr'];

/** The language of our texts: the browser's, or English where we do not speak that. Always one that `Intl` takes. */
export function locale(): string {
  const told = i18n.t('locale');
  return LOCALES.includes(told) ? told : 'en';
}

/** Sites that are no country, by their id. */
const SPECIAL_SITES = {
  europe: 'marketplace.europe',
  'middle-east': 'marketplace.middleEast',
  'jp-global': 'marketplace.japanGlobal',
  sandbox: 'marketplace.sandbox',
} as const;

/** A site's name for the user: its countries. */
export function siteName(marketplace: MarketplaceId, id: string): string {
  if (Object.hasOwn(SPECIAL_SITES, id)) return i18n.t(SPECIAL_SITES[id as keyof typeof SPECIAL_SITES]);
  const site = siteById(marketplaceById(marketplace), id);
  const names = new Intl.DisplayNames(locale(), { type: 'region' });
  const countries = site?.countries.map(({ code }) => names.of(code) ?? code) ?? [];
  return countries.length > 0 ? list(countries) : id;
}

/** The marketplace and its site, for example “Amazon Germany”. */
export function placeName(marketplace: MarketplaceId, site: string): string {
  return `${marketplaceById(marketplace).name} ${siteName(marketplace, site)}`;
}

/** The same in a list, where “all countries” says nothing that tells two rows apart. */
export function shortPlaceName(marketplace: MarketplaceId, site: string): string {
  const short = site === 'europe' ? i18n.t('marketplace.europeShort') : siteName(marketplace, site);
  return `${marketplaceById(marketplace).name} ${short}`;
}

/** The software's name: its own, or what the person calls it. */
export function softwareName({
  integration,
  software,
}: {
  integration: IntegrationId;
  software?: string;
}): string {
  return integrationById(integration).name || software || i18n.t('software.other');
}

const KINDS = {
  amazon: 'kind.amazon',
  'ebay-oauth': 'kind.ebayOauth',
  'ebay-authnauth': 'kind.ebayAuthnauth',
  bol: 'kind.bol',
} as const satisfies Record<GrantKind, string>;

/** A kind of grant in the user's words. */
export function kindName(kind: GrantKind): string {
  return i18n.t(KINDS[kind]);
}

/** What else a login of this domain opens. */
export function sharedLoginName(login: SharedLogin, domain: string): string {
  switch (login) {
    case 'retail':
      return i18n.t('login.retail', [domain]);
    case 'ebaySite':
      return i18n.t('login.ebaySite', [domain]);
    case 'bolSite':
      return i18n.t('login.bolSite', [domain]);
    default:
      return i18n.t(`login.${login}`);
  }
}

/** Several words of which any may be meant. */
export function either(words: Iterable<string>): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words);
}

/** Several words as a list in the person's language. */
export function list(words: Iterable<string>): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}

/** Every marketplace, for sentences that mean whichever it is: “Amazon or eBay”. */
export function anyMarketplace(): string {
  return either(marketplaces.map(({ name }) => name));
}
