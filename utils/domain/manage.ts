import { siteById } from './marketplaces/index.ts';
import type { Marketplace } from './marketplaces/schema.ts';

/** Where a person sees and revokes the grants of a site. */
export function manageUrl(marketplace: Marketplace, siteId: string): string {
  const site = siteById(marketplace, siteId);
  for (const { url, role } of marketplace.managePages) {
    if (role === undefined) return url;
    const [host] = site?.hosts[role] ?? [];
    if (host) return url.replace('{host}', host);
  }
  throw new RangeError(`${marketplace.name} has no page to manage grants for "${siteId}"`);
}
