import { marketplaceById, siteById } from '../marketplaces/index.ts';
import type { Connection } from './connection.ts';

/** Where a person sees and revokes the grants of a connection: at its site, in its central. */
export function manageUrl({
  marketplace,
  site,
  central,
}: Pick<Connection, 'marketplace' | 'site' | 'central'>): string {
  const definition = marketplaceById(marketplace);
  const hosts = siteById(definition, site)?.hosts ?? {};
  const fits = definition.managePages.filter(({ role }) => role === undefined || hosts[role]?.[0]);
  const own = fits.find(({ role }) => role !== undefined && role === central) ?? fits[0];
  if (!own) throw new RangeError(`${definition.name} has no page to manage grants for "${site}"`);
  return own.role === undefined ? own.url : own.url.replace('{host}', hosts[own.role]?.[0] ?? '');
}

/** Where a seller finds the number of an account; undefined where the marketplace has no such page there. */
export function accountPageUrl({
  marketplace,
  site,
  central,
}: Pick<Connection, 'marketplace' | 'site' | 'central'>): string | undefined {
  const definition = marketplaceById(marketplace);
  const { url, role } = definition.accountPage ?? {};
  const host = role && siteById(definition, site)?.hosts[role]?.[0];
  return url && host && central === undefined ? url.replace('{host}', host) : undefined;
}
