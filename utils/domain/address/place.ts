import { marketplaces } from '../marketplaces/index.ts';
import type { Marketplace, Site } from '../marketplaces/schema.ts';

/** Where a host belongs. */
export interface Place {
  marketplace: Marketplace;
  site: Site;
  role: string;
}

const places = new Map<string, Place>(
  marketplaces.flatMap((marketplace) =>
    marketplace.sites.flatMap((site) =>
      Object.entries(site.hosts).flatMap(([role, hosts]) =>
        hosts.map((host): [string, Place] => [host, { marketplace, site, role }]),
      ),
    ),
  ),
);

/** Where a host belongs; undefined for strangers. */
export function placeOfHost(host: string): Place | undefined {
  return places.get(host);
}

/** Whether a host lies under one of a marketplace's own domains, whatever its role. */
export function isOwnHost(marketplace: Marketplace, host: string): boolean {
  return marketplace.sessionDomains.some(({ domain }) => host === domain || host.endsWith(`.${domain}`));
}
