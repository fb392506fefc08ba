import type { Marketplace, Page, Site } from '../marketplaces/definition/schema.ts';
import { builtIn, marketplaces, optionalOnes } from '../marketplaces/index.ts';
import { namesOf } from './rules/shape.ts';

/** Hosts of a site in the given roles. */
export function hostsIn(site: Site, roles: readonly string[]): string[] {
  return roles.flatMap((role) => site.hosts[role] ?? []);
}

const unique = (values: string[]): string[] => [...new Set(values)].sort();

/** Every registrable domain whose cookies are the login of one of these marketplaces. */
export function sessionDomainsOf(some: readonly Marketplace[]): string[] {
  return unique(some.flatMap((each) => each.sessionDomains.map(({ domain }) => domain)));
}

/** Every registrable domain whose cookies are some marketplace's login. */
export function allSessionDomains(): string[] {
  return sessionDomainsOf(marketplaces);
}

/** The host permission for a domain and all that lies under it. */
export const hostPattern = (domain: string): string => `*://*.${domain}/*`;

/**
 * The manifest's host permissions. The scheme is open on purpose: with `https` alone Chromium hides cookies
 * without `Secure`, and with a sub-host alone those of the whole domain.
 */
export function hostPermissions(): string[] {
  return sessionDomainsOf(builtIn).map(hostPattern);
}

/** Those that are asked for when somebody chooses the marketplace. */
export function optionalHosts(): string[] {
  return sessionDomainsOf(optionalOnes).map(hostPattern);
}

/** All of them, for listeners: the browsers tell of the hosts that we may see by then, and of no others. */
export function watchedHosts(): string[] {
  return allSessionDomains().map(hostPattern);
}

/**
 * Match patterns of all addresses from which a marketplace hands the browser over to a callback: the consent's hosts
 * whole, and on the hosts where it only confirms, the consent's paths alone.
 */
export function handoffMatches(some: readonly Marketplace[] = marketplaces): string[] {
  return unique(
    some.flatMap((marketplace) => {
      const confirms = marketplace.pages.filter(({ step }) => step === 'appstore-confirm');
      const roles = confirms
        .flatMap(({ on }) => on)
        .filter((role) => !marketplace.consentRoles.includes(role));
      return marketplace.sites.flatMap((site) => [
        ...hostsIn(site, marketplace.consentRoles).map((host) => `*://${host}/*`),
        ...hostsIn(site, roles).flatMap((host) =>
          marketplace.consentPaths.map((path) => `*://${host}${path.slice(0, -1)}`),
        ),
      ]);
    }),
  );
}

/**
 * Match patterns of requests for consent on any host under the session domains, in their usual spelling. Of a request
 * that is known by its parameters the pattern has the first one.
 */
function requestMatches({ pages, sessionDomains }: Marketplace): string[] {
  const paths = pages
    .filter(({ guarded, everywhere, carries }) => guarded && everywhere && !carries)
    .map((page) => (page.path === '/**' ? `/*${namesOf(page)[0]}=*` : `${page.path}*`));
  return sessionDomains.flatMap(({ domain }) => paths.map((path) => `*://*.${domain}${path}`));
}

function matchOf(host: string, page: Page): string {
  return `*://${host}${page.path.split(/[{*]/, 1)[0]}*`;
}

function pageMatches(marketplace: Marketplace, site: Site): string[] {
  const elsewhere = (role: string): boolean => !marketplace.consentRoles.includes(role);
  return marketplace.pages.flatMap((page) =>
    hostsIn(site, page.on.filter(elsewhere)).map((host) => matchOf(host, page)),
  );
}

/** Match patterns of the pages that Grantkeeper accompanies: the consent's hosts whole, elsewhere its pages alone. */
export function contentMatches(some: readonly Marketplace[] = marketplaces): string[] {
  const pages = some.flatMap((each) => each.sites.flatMap((site) => pageMatches(each, site)));
  return unique([...handoffMatches(some), ...pages, ...some.flatMap(requestMatches)]);
}
