import { integrations, kindsNeeded } from '../integrations/index.ts';
import type { IntegrationId } from '../integrations/schema.ts';
import { marketplaceById, siteById } from '../marketplaces/index.ts';
import type { Central, MarketplaceId, Site } from '../marketplaces/schema.ts';

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

/** Words for yes and no as people write them in our languages. */
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'oui']);
const NO = new Set(['no', 'n', 'false', '0', 'nein', 'non']);

/** @returns undefined where nothing is said, null where it is neither. */
export function yesOrNo(cell: string): boolean | undefined | null {
  const word = cell.trim().toLowerCase();
  if (word === '') return undefined;
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** A calendar day between 2000 and 2199 as `YYYY-MM-DD`, or undefined. */
function dayFrom(year: string, month: string, day: string): string | undefined {
  const fields = { year: Number(year), month: Number(month), day: Number(day) };
  if (fields.year < 2000 || fields.year > 2199) return undefined;
  try {
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/**
 * A day as spreadsheets write it: `2026-12-31`, `31.12.2026`, and `31/12/2026` or `12/31/2026` where only one of both
 * can be meant.
 */
export function dayOfCell(cell: string): string | undefined {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayFrom(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (dotted) return dayFrom(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '');
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (!slashed) return undefined;
  const [, a = '', b = '', year = ''] = slashed;
  const readings = new Set([dayFrom(year, b, a), dayFrom(year, a, b)].filter((each) => each !== undefined));
  return readings.size === 1 ? [...readings][0] : undefined;
}

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
