export type Region = 'NA' | 'EU' | 'FE';

/** Country → its Seller Central host and region (SP-API docs marketplace-ids; Samples auth-lifecycle-management). */
export const countries = {
  CA: { label: 'Canada', host: 'sellercentral.amazon.ca', region: 'NA' },
  US: { label: 'United States', host: 'sellercentral.amazon.com', region: 'NA' },
  MX: { label: 'Mexico', host: 'sellercentral.amazon.com.mx', region: 'NA' },
  BR: { label: 'Brazil', host: 'sellercentral.amazon.com.br', region: 'NA' },
  IE: { label: 'Ireland', host: 'sellercentral.amazon.ie', region: 'EU' },
  ES: { label: 'Spain', host: 'sellercentral-europe.amazon.com', region: 'EU' },
  UK: { label: 'United Kingdom', host: 'sellercentral-europe.amazon.com', region: 'EU' },
  FR: { label: 'France', host: 'sellercentral-europe.amazon.com', region: 'EU' },
  DE: { label: 'Germany', host: 'sellercentral-europe.amazon.com', region: 'EU' },
  IT: { label: 'Italy', host: 'sellercentral-europe.amazon.com', region: 'EU' },
  BE: { label: 'Belgium', host: 'sellercentral.amazon.com.be', region: 'EU' },
  NL: { label: 'Netherlands', host: 'sellercentral.amazon.nl', region: 'EU' },
  SE: { label: 'Sweden', host: 'sellercentral.amazon.se', region: 'EU' },
  PL: { label: 'Poland', host: 'sellercentral.amazon.pl', region: 'EU' },
  TR: { label: 'Türkiye', host: 'sellercentral.amazon.com.tr', region: 'EU' },
  ZA: { label: 'South Africa', host: 'sellercentral.amazon.co.za', region: 'EU' },
  EG: { label: 'Egypt', host: 'sellercentral.amazon.eg', region: 'EU' },
  SA: { label: 'Saudi Arabia', host: 'sellercentral.amazon.sa', region: 'EU' },
  AE: { label: 'United Arab Emirates', host: 'sellercentral.amazon.ae', region: 'EU' },
  IN: { label: 'India', host: 'sellercentral.amazon.in', region: 'EU' },
  SG: { label: 'Singapore', host: 'sellercentral.amazon.sg', region: 'FE' },
  AU: { label: 'Australia', host: 'sellercentral.amazon.com.au', region: 'FE' },
  JP: { label: 'Japan', host: 'sellercentral.amazon.co.jp', region: 'FE' },
} as const satisfies Record<string, { label: string; host: string; region: Region }>;

export type Country = keyof typeof countries;

/** Session domain → the suffix of its cookies' names and its region; suffixes as observed in public code. */
const domains: Record<string, { suffix: string; region: Region }> = {
  'amazon.com': { suffix: 'main', region: 'NA' },
  'amazon.ca': { suffix: 'acbca', region: 'NA' },
  'amazon.com.mx': { suffix: 'acbmx', region: 'NA' },
  'amazon.com.br': { suffix: 'acbbr', region: 'NA' },
  'amazon.co.uk': { suffix: 'acbuk', region: 'EU' },
  'amazon.de': { suffix: 'acbde', region: 'EU' },
  'amazon.fr': { suffix: 'acbfr', region: 'EU' },
  'amazon.it': { suffix: 'acbit', region: 'EU' },
  'amazon.es': { suffix: 'acbes', region: 'EU' },
  'amazon.ie': { suffix: 'acbie', region: 'EU' },
  'amazon.com.be': { suffix: 'acbbe', region: 'EU' },
  'amazon.nl': { suffix: 'acbnl', region: 'EU' },
  'amazon.se': { suffix: 'acbse', region: 'EU' },
  'amazon.pl': { suffix: 'acbpl', region: 'EU' },
  'amazon.com.tr': { suffix: 'acbtr', region: 'EU' },
  'amazon.co.za': { suffix: 'acbza', region: 'EU' },
  'amazon.eg': { suffix: 'acbeg', region: 'EU' },
  'amazon.sa': { suffix: 'acbsa', region: 'EU' },
  'amazon.ae': { suffix: 'acbae', region: 'EU' },
  'amazon.me': { suffix: 'acbae', region: 'EU' },
  'amazon.in': { suffix: 'acbin', region: 'EU' },
  'vendorcentral.in': { suffix: 'acbin', region: 'EU' },
  'amazon.sg': { suffix: 'acbsg', region: 'FE' },
  'amazon.com.sg': { suffix: 'acbsg', region: 'FE' },
  'amazon.com.au': { suffix: 'acbau', region: 'FE' },
  'amazon.co.jp': { suffix: 'acbjp', region: 'FE' },
};

const regionalHosts: Record<string, Region> = {
  'sellercentral-europe.amazon.com': 'EU',
  'sellercentral-japan.amazon.com': 'FE',
};

export interface AmazonSite {
  readonly host: string;
  /** Seller Central, Vendor Central, or the retail shop on the same session domain. */
  readonly kind: 'seller' | 'vendor' | 'shop';
  /** Registrable domain that the session's cookies belong to. */
  readonly domain: string;
  readonly suffix: string;
  readonly region: Region;
  readonly language: 'en-GB' | 'en-US' | 'de';
}

/** The site behind a host name, or undefined where Amazon has none. */
export function amazonSite(host: string): AmazonSite | undefined {
  const domain = Object.keys(domains).find((name) => host === name || host.endsWith(`.${name}`));
  const facts = domain ? domains[domain] : undefined;
  if (!domain || !facts) return undefined;
  const label = host === domain ? '' : host.slice(0, -domain.length - 1);
  const kind = label === '' || label === 'www' ? 'shop' : label;
  const region = regionalHosts[host] ?? facts.region;
  const language = domain === 'amazon.de' ? 'de' : region === 'NA' ? 'en-US' : 'en-GB';
  const site = { host, domain, suffix: facts.suffix, region, language } as const;
  if (host === 'www.vendorcentral.in') return { ...site, kind: 'vendor' };
  if (domain === 'vendorcentral.in') return undefined;
  if (kind === 'sellercentral' || host in regionalHosts) return { ...site, kind: 'seller' };
  if (kind === 'vendorcentral') return { ...site, kind: 'vendor' };
  return kind === 'shop' ? { ...site, kind } : undefined;
}

/** The shop front on a site's session domain. */
export function shopHost(site: AmazonSite): string {
  return `www.${site.domain}`;
}

/** Hosts worth a link on the index page. */
export const amazonStartHosts: readonly string[] = [
  ...new Set(Object.values(countries).map((country) => country.host)),
  'sellercentral.amazon.de',
  'sellercentral.amazon.co.uk',
  'vendorcentral.amazon.de',
  'www.vendorcentral.in',
];
