import type { Marketplace, Site } from '../marketplaces/definition/schema.ts';
import { marketplaces } from '../marketplaces/index.ts';

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

/** Whether a host lies under a domain, or is it. */
export const isUnder = (host: string, domain: string): boolean =>
  host === domain || host.endsWith(`.${domain}`);

/** Whether a host lies under one of a marketplace's own domains, whatever its role. */
export function isOwnHost(marketplace: Marketplace, host: string): boolean {
  return marketplace.sessionDomains.some(({ domain }) => isUnder(host, domain));
}

/** How many labels of two hosts agree, from their end. */
function labelsShared(one: string, other: string): number {
  const [a, b] = [one.split('.').reverse(), other.split('.').reverse()];
  const different = a.findIndex((label, index) => label !== b[index]);
  return different < 0 ? a.length : different;
}

/** The site of a host that no site lists: the one whose hosts it is most like. */
function siteLike(marketplace: Marketplace, host: string): Site | undefined {
  const likeness = (site: Site): number =>
    Math.max(
      0,
      ...Object.values(site.hosts)
        .flat()
        .map((own) => labelsShared(host, own)),
    );
  const [best] = marketplace.sites
    .filter((site) => site.sessionDomains.some((domain) => isUnder(host, domain)))
    .toSorted((a, b) => likeness(b) - likeness(a));
  return best;
}

/** Where any host under a marketplace's session domains belongs; of one that no site lists the role is empty. */
export function placeUnder(host: string): Place | undefined {
  const listed = places.get(host);
  if (listed) return listed;
  for (const marketplace of marketplaces) {
    const site = isOwnHost(marketplace, host) ? siteLike(marketplace, host) : undefined;
    if (site) return { marketplace, site, role: '' };
  }
  return undefined;
}
