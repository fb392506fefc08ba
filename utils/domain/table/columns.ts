import { integrations, kindsNeeded } from '../integrations/index.ts';
import type { IntegrationId } from '../integrations/schema.ts';
import type { Central, MarketplaceId, Site } from '../marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '../marketplaces/index.ts';

/** What a line of a table says, in the order in which it is written. The names are in English in every language. */
export const COLUMNS = [
  'id',
  'marketplace',
  'site',
  'central',
  'software',
  'account',
  'sign_in_name',
  'account_number',
  'kind',
  'renewed_on',
  'ends_on',
  'note',
  'muted',
  'archived_on',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Columns without which a line says nothing. */
export const NEEDED: readonly Column[] = ['marketplace', 'site', 'software', 'account'];

/** A site by its id or by the code of one of its countries. */
export function siteOfCell(marketplace: MarketplaceId, cell: string): Site | undefined {
  const word = cell.trim().toLowerCase();
  const definition = marketplaceById(marketplace);
  return (
    siteById(definition, word) ??
    definition.sites.find(({ countries }) => countries.some(({ code }) => code.toLowerCase() === word))
  );
}

/** The central of a connection as a cell; empty where the marketplace has but one. */
export function cellOfCentral(marketplace: MarketplaceId, site: string, central?: Central): string {
  const { seller, vendor } = siteById(marketplaceById(marketplace), site)?.hosts ?? {};
  return seller || vendor ? (central ?? 'seller') : '';
}

/** @returns undefined where nothing is said, null where it is no central of this site. */
export function centralOfCell(site: Site, cell: string): 'seller' | Central | undefined | null {
  const word = cell.trim().toLowerCase();
  if (word === '') return undefined;
  if (word === 'seller') return word;
  return word === 'vendor' && site.hosts.vendor ? word : null;
}

/** Software by its id or its name; any other is known by what it is called. Undefined where it does not sell there. */
export function softwareOfText(
  cell: string,
  marketplace: MarketplaceId,
): { integration: IntegrationId; software?: string } | undefined {
  const word = cell.toLowerCase();
  if (word === '') return undefined;
  const known = integrations.find(
    ({ id, name }) => id !== 'other' && [id, name.toLowerCase()].includes(word),
  );
  if (!known) return { integration: 'other', software: cell };
  return kindsNeeded(known.id, marketplace).length > 0 ? { integration: known.id } : undefined;
}
