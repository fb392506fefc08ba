import type { Site } from '../definition/schema.ts';

type Country = [code: string, marketplaceId: string];

/**
 * Where Amazon's single sign-on lies (`na.`, `eu.`, `apac.account.amazon.com`). It was seen for North America; which
 * other sites share it is unknown, so it is cleared with every one: what is left there may bring the old account back.
 */
const SIGN_ON = 'amazon.com';

/**
 * A site whose hosts all follow from its shop's domain. Each shop has both centrals, whether they were seen or not: a
 * guard on a host that does not exist costs nothing, a missing one lets a consent pass unseen.
 */
function usual(
  id: string,
  region: 'NA' | 'EU' | 'FE',
  [code, marketplaceId]: Country,
  domain: string,
  source = 'hosts',
): Site {
  return {
    id,
    region,
    countries: [{ code, marketplaceId }],
    hosts: {
      seller: [`sellercentral.${domain}`],
      vendor: [`vendorcentral.${domain}`],
      shop: [`www.${domain}`, domain],
    },
    sessionDomains: [...new Set([domain, SIGN_ON])],
    source,
  };
}

/** A site whose vendors have a central of another name or domain beside the usual ones. */
function withVendors(usually: Site, host: string, domain: string): Site {
  const { vendor = [] } = usually.hosts;
  return {
    ...usually,
    hosts: { ...usually.hosts, vendor: [host, ...vendor] },
    sessionDomains: [...usually.sessionDomains, domain],
  };
}

/** One of the five countries whose sellers share an account on `sellercentral-europe.amazon.com`, where their own leads. */
function europeanFive(id: string, country: Country, domain: string): Site {
  return usual(id, 'EU', country, domain, 'country-hosts');
}

/** A site with a host of the single sign-on. */
function withSignOn(each: Site, host: string): Site {
  return { ...each, hosts: { ...each.hosts, signOn: [host] } };
}

const SPAIN: Country = ['ES', 'A1RKKUPIHCS9HS'];
const BRITAIN: Country = ['GB', 'A1F83G8C2ARO7P'];
const FRANCE: Country = ['FR', 'A13V1IB3VIYZZH'];
const GERMANY: Country = ['DE', 'A1PA6795UKMFR9'];
const ITALY: Country = ['IT', 'APJ6JRA9NG5V4'];
const JAPAN: Country = ['JP', 'A1VC38T7YXB528'];
const MIDDLE_EAST: Country[] = [
  ['EG', 'ARBP9OOSHTCHU'],
  ['SA', 'A17E79C6D8DWNP'],
  ['AE', 'A2VIGQ35RCS4UG'],
];

/** Amazon’s sites: one sign-in each. */
export const sites: Site[] = [
  withSignOn(usual('us', 'NA', ['US', 'ATVPDKIKX0DER'], 'amazon.com'), 'na.account.amazon.com'),
  usual('ca', 'NA', ['CA', 'A2EUQ1WTGCTBG2'], 'amazon.ca'),
  usual('mx', 'NA', ['MX', 'A1AM78C64UM0Y8'], 'amazon.com.mx'),
  usual('br', 'NA', ['BR', 'A2Q3Y263D00KWC'], 'amazon.com.br'),
  {
    id: 'europe',
    region: 'EU',
    countries: [GERMANY, BRITAIN, FRANCE, ITALY, SPAIN].map(([code, marketplaceId]) => ({
      code,
      marketplaceId,
    })),
    hosts: { seller: ['sellercentral-europe.amazon.com'], signOn: ['eu.account.amazon.com'] },
    sessionDomains: ['amazon.com'],
    source: 'hosts',
  },
  europeanFive('de', GERMANY, 'amazon.de'),
  europeanFive('uk', BRITAIN, 'amazon.co.uk'),
  europeanFive('fr', FRANCE, 'amazon.fr'),
  europeanFive('it', ITALY, 'amazon.it'),
  europeanFive('es', SPAIN, 'amazon.es'),
  usual('ie', 'EU', ['IE', 'A28R8C7NBKEWEA'], 'amazon.ie', 'country-hosts'),
  usual('be', 'EU', ['BE', 'AMEN7PMS3EDWL'], 'amazon.com.be'),
  usual('nl', 'EU', ['NL', 'A1805IZSGTT6HS'], 'amazon.nl'),
  usual('se', 'EU', ['SE', 'A2NODRKZP88ZB9'], 'amazon.se'),
  usual('pl', 'EU', ['PL', 'A1C3SOZRARQ6R3'], 'amazon.pl'),
  usual('tr', 'EU', ['TR', 'A33AVAJ2PDY3EV'], 'amazon.com.tr'),
  usual('za', 'EU', ['ZA', 'AE08WJ6YKNBMC'], 'amazon.co.za', 'country-hosts'),
  usual('eg', 'EU', ['EG', 'ARBP9OOSHTCHU'], 'amazon.eg'),
  usual('sa', 'EU', ['SA', 'A17E79C6D8DWNP'], 'amazon.sa'),
  usual('ae', 'EU', ['AE', 'A2VIGQ35RCS4UG'], 'amazon.ae'),
  {
    id: 'middle-east',
    region: 'EU',
    countries: MIDDLE_EAST.map(([code, marketplaceId]) => ({ code, marketplaceId })),
    hosts: { vendor: ['vendorcentral.amazon.me'] },
    sessionDomains: ['amazon.me', SIGN_ON],
    source: 'hosts',
  },
  withVendors(
    usual('in', 'EU', ['IN', 'A21TJRUUN4KGV'], 'amazon.in'),
    'www.vendorcentral.in',
    'vendorcentral.in',
  ),
  withVendors(
    usual('sg', 'FE', ['SG', 'A19VAU5U5O7RUS'], 'amazon.sg'),
    'vendorcentral.amazon.com.sg',
    'amazon.com.sg',
  ),
  usual('au', 'FE', ['AU', 'A39IBJ37TRP1C6'], 'amazon.com.au'),
  usual('jp', 'FE', JAPAN, 'amazon.co.jp'),
  {
    id: 'jp-global',
    region: 'FE',
    countries: [{ code: JAPAN[0], marketplaceId: JAPAN[1] }],
    hosts: { seller: ['sellercentral-japan.amazon.com'], signOn: ['apac.account.amazon.com'] },
    sessionDomains: ['amazon.com'],
    source: 'country-hosts',
  },
];

/** Every domain under which a sign-in to one of the sites lies. */
export const shopDomains = [...new Set(sites.flatMap((each) => each.sessionDomains))];
