/** Site domains with their session domain; the sandbox is a site of its own (developer.ebay.com oauth-consent-request). */
const tlds = [
  'com',
  'de',
  'co.uk',
  'fr',
  'it',
  'es',
  'at',
  'ch',
  'nl',
  'pl',
  'ie',
  'ca',
  'in',
  'ph',
  'com.au',
  'com.hk',
  'com.sg',
  'com.my',
  'be',
] as const;

const roles = [
  'auth',
  'auth2',
  'signin',
  'www',
  'accounts',
  'accountsettings',
  'my',
  'reg',
  'pages',
] as const;

export type EbayRole = (typeof roles)[number];

export interface EbaySite {
  readonly host: string;
  readonly role: EbayRole;
  /** What stands behind the role in host names: `ebay.com`, `befr.ebay.be`, `sandbox.ebay.com`. */
  readonly base: string;
  /** The domain of its cookies. */
  readonly domain: string;
  readonly environment: 'production' | 'sandbox';
  readonly language: 'en' | 'de';
}

/** The site behind a host name, or undefined where eBay has none. */
export function ebaySite(host: string): EbaySite | undefined {
  const match = /^(?:([a-z0-9]+)\.)?(sandbox\.|befr\.|benl\.|cafr\.)?ebay\.([a-z.]+)$/.exec(host);
  if (!match) return undefined;
  const [, label = 'www', part = '', tld = ''] = match;
  const role = roles.find((known) => known === label);
  if (!role || !tlds.some((known) => known === tld)) return undefined;
  const sandbox = part === 'sandbox.';
  return {
    host,
    role,
    base: `${part}ebay.${tld}`,
    domain: sandbox ? `sandbox.ebay.${tld}` : `ebay.${tld}`,
    environment: sandbox ? 'sandbox' : 'production',
    language: ['de', 'at', 'ch'].includes(tld) ? 'de' : 'en',
  };
}

/** A site's host for another purpose: `ebayHost(site, 'signin')`. */
export function ebayHost(site: EbaySite, role: EbayRole): string {
  return `${role}.${site.base}`;
}

/** Hosts worth a link on the index page. */
export const ebayStartHosts: readonly string[] = ['auth.ebay.com', 'auth.ebay.de', 'auth.sandbox.ebay.com'];
