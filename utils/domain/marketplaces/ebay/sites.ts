import type { Site } from '../definition/schema.ts';

/** eBay's sites: id, country and domain; each has its own authorise and sign-in hosts under the domain. */
export const countries: [id: string, country: string, domain: string][] = [
  ['us', 'US', 'ebay.com'],
  ['uk', 'GB', 'ebay.co.uk'],
  ['de', 'DE', 'ebay.de'],
  ['au', 'AU', 'ebay.com.au'],
  ['ca', 'CA', 'ebay.ca'],
  ['fr', 'FR', 'ebay.fr'],
  ['it', 'IT', 'ebay.it'],
  ['es', 'ES', 'ebay.es'],
  ['ie', 'IE', 'ebay.ie'],
  ['at', 'AT', 'ebay.at'],
  ['ch', 'CH', 'ebay.ch'],
  ['nl', 'NL', 'ebay.nl'],
  ['pl', 'PL', 'ebay.pl'],
  ['hk', 'HK', 'ebay.com.hk'],
  ['sg', 'SG', 'ebay.com.sg'],
  ['my', 'MY', 'ebay.com.my'],
  ['ph', 'PH', 'ebay.ph'],
  ['in', 'IN', 'ebay.in'],
  ['be', 'BE', 'ebay.be'],
];

/** Subdomains that serve a language of a country beside the usual hosts. */
const languageHosts: Record<string, string[]> = { 'ebay.be': ['befr', 'benl'], 'ebay.ca': ['cafr'] };

/** Signing in to an eBay site always passes through `ebay.com` as well: standard OAuth lives there. */
const ordinary: Site[] = countries.map(([id, country, domain]) => {
  const bases = [domain, ...(languageHosts[domain] ?? []).map((language) => `${language}.${domain}`)];
  return {
    id,
    region: 'world',
    countries: [{ code: country }],
    hosts: {
      auth: bases.flatMap((base) => [`auth.${base}`, `auth2.${base}`]),
      signin: bases.map((base) => `signin.${base}`),
      account: [`accounts.${domain}`, `accountsettings.${domain}`],
      registration: [`reg.${domain}`],
      shop: [`www.${domain}`],
    },
    sessionDomains: domain === 'ebay.com' ? [domain] : [domain, 'ebay.com'],
    source: 'hosts',
  };
});

const sandbox: Site = {
  id: 'sandbox',
  region: 'sandbox',
  countries: [],
  sandbox: true,
  hosts: {
    auth: ['auth.sandbox.ebay.com', 'auth2.sandbox.ebay.com'],
    signin: ['signin.sandbox.ebay.com'],
  },
  sessionDomains: ['ebay.com'],
  source: 'consent-request',
};

/** All of eBay's sites, the developers' sandbox last. */
export const sites: Site[] = [...ordinary, sandbox];
