import { OAUTH_ERRORS, OAUTH_SOURCE } from './oauth-errors.ts';
import type { Marketplace, Site } from './schema.ts';

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

const sites: Site[] = [
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

const shopDomains = [...new Set(sites.flatMap((each) => each.sessionDomains))];

/**
 * Amazon's Selling Partner API as a seller or vendor meets it in the browser.
 *
 * The consent page is the authorise URL itself: what a signed-in person gets there is the consent, what the
 * others get is a redirect to the sign-in. Cancel has no redirect (Developer Guide: "exit without authorizing"),
 * so no callback tells of a refusal.
 */
export const amazon: Marketplace = {
  id: 'amazon',
  name: 'Amazon',
  sources: {
    'website-workflow': {
      title: 'SP-API documentation, website-authorization-workflow',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    'developer-guide': {
      title: 'amzn/selling-partner-api-docs, SellingPartnerApiDeveloperGuide.md',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    renewal: {
      title: 'SP-API documentation, renew-authorizations',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    hosts: {
      title:
        'SP-API documentation, marketplace-ids; amzn/selling-partner-api-samples, auth-lifecycle-management',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    'country-hosts': {
      title: 'Seller Central hosts in public third-party code',
      certainty: 'reported',
      checkedOn: '2026-11-20',
    },
    'sign-in': {
      title: 'Sign-in addresses and cookie names in public third-party code and vendors’ help pages',
      certainty: 'reported',
      checkedOn: '2026-11-20',
    },
    picker: {
      title: 'amzn/selling-partner-api-docs#3057 and public third-party code',
      certainty: 'reported',
      checkedOn: '2026-11-20',
    },
    errors: {
      title: 'amzn/selling-partner-api-docs#262, #533, #1926, #2021, #2067, #3349, #3613; -models#2493',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    claim: {
      title:
        'Amazon’s newer sign-in (/ax/claim, #ap_email_login) and Seller Central’s sid cookie in public code',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    selection: {
      title: 'Seller Central’s account selection (mons_sel_mcid, __Host-mselc) in public code',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    'merchant-token': {
      title: 'The merchant token’s page in vendors’ manuals and help pages',
      certainty: 'reported',
      checkedOn: '2026-11-28',
    },
    'error-codes': {
      title:
        'SP-API documentation, authorization-errors and resolve-common-http-and-authorization-error-codes',
      certainty: 'documented',
      checkedOn: '2026-11-28',
    },
    refusals: {
      title:
        'amzn/selling-partner-api-docs#629, #901; -models#1106; /authorization/failed-global/ in public code',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    oauth: OAUTH_SOURCE,
    manage: {
      title: 'amzn/selling-partner-api-docs#2968 and vendors’ help pages',
      certainty: 'reported',
      checkedOn: '2026-11-20',
    },
    header: {
      title: 'Seller Central header selectors in public third-party code',
      certainty: 'reported',
      checkedOn: '2026-11-20',
    },
    'public-suffixes': {
      title: 'publicsuffix.org: com.be is not a public suffix',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    session: {
      title: 'Amazon’s sign-in cookies lie on the shop’s domain; the services that share it',
      certainty: 'inferred',
      checkedOn: '2026-11-20',
    },
  },
  regions: ['NA', 'EU', 'FE'],
  // Each country there is authorised by itself (models#546, docs#2384, docs#3680).
  grantsBySite: ['FE'],
  sites,
  consentRoles: ['seller', 'vendor'],
  consentPaths: ['/apps/authorize/**'],
  pages: [
    {
      step: 'authorise',
      on: ['seller', 'vendor'],
      everywhere: true,
      path: '/apps/authorize/consent',
      query: { application_id: 'filled' },
      asks: { kind: 'amazon', app: 'application_id', state: 'state' },
      guarded: true,
      source: 'website-workflow',
      samples: {
        yes: [
          {
            url: 'https://sellercentral.amazon.de/apps/authorize/consent?application_id=amzn1.sp.solution.0b3e&state=s1',
            site: 'de',
            app: 'amzn1.sp.solution.0b3e',
            state: 's1',
          },
          {
            url: 'https://sellercentral-europe.amazon.com/apps/authorize/consent?version=beta&application_id=amzn1.sellerapps.app.77&redirect_uri=https%3A%2F%2Fvendor.example%2Fcb',
            site: 'europe',
            app: 'amzn1.sellerapps.app.77',
          },
          {
            url: 'https://vendorcentral.amazon.co.uk/apps/authorize/consent?application_id=amzn1.sp.solution.9&state=a%20b',
            site: 'uk',
            app: 'amzn1.sp.solution.9',
            state: 'a b',
          },
          {
            url: 'https://www.vendorcentral.in/apps/authorize/consent?application_id=amzn1.sp.solution.9',
            site: 'in',
          },
          {
            url: 'https://vendorcentral.amazon.ae/apps/authorize/consent?application_id=amzn1.sp.solution.9',
            site: 'ae',
          },
          {
            url: 'https://sellercentral-asia.amazon.com/apps/authorize/consent?application_id=amzn1.sp.solution.9',
            site: 'us',
          },
        ],
        no: [
          'https://sellercentral.amazon.de.evil.example/apps/authorize/consent?application_id=amzn1.sp.solution.0b3e',
          'https://sellercentral.amazon.de@evil.example/apps/authorize/consent?application_id=x',
          'https://www.amazon.de/ap/oa?client_id=amzn1.application-oa2-client.1&redirect_uri=https%3A%2F%2Fvendor.example',
          'https://sellercentral.amazon.de/apps/authorize/consents?application_id=x',
          'https://sellercentral.amazon.de/help?u=/apps/authorize/consent?application_id=x',
          'https://sellercentral.amazon.example/apps/authorize/consent?application_id=x',
        ],
      },
    },
    {
      // The picker can send the browser back to the consent without the application's id (docs#3057).
      step: 'consent',
      on: ['seller', 'vendor'],
      everywhere: true,
      path: '/apps/authorize/consent',
      guarded: true,
      source: 'picker',
      samples: {
        yes: [
          {
            url: 'https://sellercentral.amazon.de/apps/authorize/consent?mons_redirect=remedy_uri&mons_sel_dir_vgid=v',
            site: 'de',
          },
          { url: 'https://sellercentral.amazon.nl/apps/authorize/consent', site: 'nl' },
        ],
        no: [
          'https://sellercentral.amazon.de/apps/authorize/consent?application_id=x&mons_redirect=remedy_uri',
        ],
      },
    },
    {
      step: 'appstore-confirm',
      on: ['seller', 'vendor', 'shop'],
      path: '/apps/authorize/confirm/{app}',
      asks: { kind: 'amazon', state: 'state' },
      source: 'developer-guide',
      samples: {
        yes: [
          {
            url: 'https://amazon.com/apps/authorize/confirm/amzn1.sp.solution.5?amazon_state=a&state=b',
            site: 'us',
            app: 'amzn1.sp.solution.5',
            state: 'b',
          },
          {
            url: 'https://sellercentral.amazon.co.jp/apps/authorize/confirm/amzn1.sp.solution.5?amazon_state=a',
            site: 'jp',
          },
        ],
        no: [
          'https://amazon.com/apps/authorize/confirm/',
          'https://amazon.com/apps/authorize/confirm/a/b',
          'https://amazon.com.evil.example/apps/authorize/confirm/amzn1.sp.solution.5',
        ],
      },
    },
    {
      step: 'sign-in',
      on: ['seller', 'vendor', 'shop', 'signOn'],
      path: '/ap/**',
      source: 'sign-in',
      samples: {
        yes: [
          {
            url: 'https://sellercentral.amazon.de/ap/signin?openid.return_to=https%3A%2F%2Fsellercentral.amazon.de%2Fapps%2Fauthorize%2Fconsent%3Fapplication_id%3Dx&openid.assoc_handle=sc_de_amazon_v2',
            site: 'de',
          },
          { url: 'https://www.amazon.co.uk/ap/mfa?arb=1', site: 'uk' },
          { url: 'https://na.account.amazon.com/ap/sso?openid.pape.max_auth_age=300', site: 'us' },
          { url: 'https://eu.account.amazon.com/ap/sso', site: 'europe' },
          { url: 'https://apac.account.amazon.com/ap/signin', site: 'jp-global' },
        ],
        no: ['https://www.amazon.de/apparel', 'https://www.amazon.de/gp/ap/signin'],
      },
    },
    {
      step: 'sign-in',
      on: ['seller', 'vendor', 'shop', 'signOn'],
      path: '/ax/**',
      source: 'claim',
      samples: {
        yes: [
          { url: 'https://sellercentral.amazon.de/ax/claim?arb=1', site: 'de' },
          { url: 'https://www.amazon.com/ax/claim', site: 'us' },
        ],
        no: ['https://www.amazon.de/axes'],
      },
    },
    {
      step: 'picker',
      on: ['seller', 'vendor'],
      path: '/account-switcher/**',
      source: 'picker',
      samples: {
        yes: [
          {
            url: 'https://sellercentral.amazon.com/account-switcher/default/merchantMarketplace?returnTo=%2Fapps',
            site: 'us',
          },
        ],
        no: ['https://www.amazon.com/account-switcher/default/merchantMarketplace'],
      },
    },
    {
      step: 'picker',
      on: ['seller', 'vendor'],
      path: '/authorization/select-account',
      source: 'picker',
      samples: {
        yes: [
          {
            url: 'https://sellercentral.amazon.de/authorization/select-account?returnTo=%2Fapps&mons_redirect=remedy_url',
            site: 'de',
          },
        ],
        no: ['https://sellercentral.amazon.de/authorization/select-accounts'],
      },
    },
    {
      step: 'error',
      on: ['seller', 'vendor'],
      path: '/authorization/failed*/**',
      means: 'not-permitted',
      source: 'refusals',
      samples: {
        yes: [
          {
            url: 'https://sellercentral.amazon.de/authorization/failed-global/?returnTo=%2Fapps',
            site: 'de',
            code: 'not-permitted',
          },
        ],
        no: ['https://sellercentral.amazon.de/authorization/select-account?returnTo=%2Fapps'],
      },
    },
  ],
  callbacks: [
    {
      kind: 'amazon',
      outcome: 'granted',
      at: 'away',
      query: { spapi_oauth_code: 'filled', selling_partner_id: 'filled' },
      state: 'state',
      account: 'selling_partner_id',
      source: 'website-workflow',
      samples: {
        yes: [
          {
            url: 'https://vendor.example/cb?state=s1&selling_partner_id=A3EXAMPLE&spapi_oauth_code=c&mws_auth_token=t',
            state: 's1',
            accountId: 'A3EXAMPLE',
          },
          {
            url: 'http://localhost:4000/?selling_partner_id=VENDORGROUP&spapi_oauth_code=c',
            accountId: 'VENDORGROUP',
          },
          {
            url: 'https://vendor.example/cb#state=s1&selling_partner_id=A3EXAMPLE&spapi_oauth_code=c',
            state: 's1',
            accountId: 'A3EXAMPLE',
          },
        ],
        no: [
          'https://vendor.example/cb?state=s1&selling_partner_id=A3EXAMPLE',
          'https://vendor.example/login?amazon_callback_uri=u&amazon_state=s&selling_partner_id=A3EXAMPLE',
          'https://sellercentral.amazon.de/cb?selling_partner_id=A3EXAMPLE&spapi_oauth_code=c',
        ],
      },
    },
    {
      kind: 'amazon',
      outcome: 'granted',
      at: 'away',
      query: { spapi_oauth_code: 'filled' },
      state: 'state',
      source: 'website-workflow',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?state=s1&spapi_oauth_code=c', state: 's1' }],
        no: ['https://vendor.example/cb?state=s1&spapi_oauth_code='],
      },
    },
  ],
  lifetimes: [{ kind: 'amazon', seconds: 365 * 24 * 60 * 60, source: 'renewal' }],
  errorCodeInText: '\\b(?:MD|SPDC|SPSA)\\d{4}\\b|\\bCONSENT_LIMIT_REACHED\\b',
  errors: [
    { code: 'MD1000', fixedBy: ['vendor'], source: 'errors' },
    { code: 'MD5100', fixedBy: ['vendor'], source: 'errors' },
    { code: 'MD5101', fixedBy: ['vendor'], source: 'errors' },
    { code: 'MD5110', fixedBy: ['vendor'], source: 'errors' },
    { code: 'MD5200', fixedBy: ['retry', 'vendor'], source: 'errors' },
    { code: 'MD9000', fixedBy: ['vendor'], source: 'errors' },
    { code: 'MD9010', fixedBy: ['vendor', 'seller'], source: 'errors' },
    { code: 'MD9100', fixedBy: ['vendor'], source: 'error-codes' },
    { code: 'MD9999', fixedBy: ['retry', 'vendor'], source: 'errors' },
    { code: 'MD0000', fixedBy: ['retry', 'vendor'], source: 'errors' },
    { code: 'SPDC8143', fixedBy: ['seller'], source: 'error-codes' },
    { code: 'SPSA0404', fixedBy: ['vendor'], source: 'error-codes' },
    { code: 'SPSA2043', fixedBy: ['vendor'], source: 'error-codes' },
    { code: 'CONSENT_LIMIT_REACHED', fixedBy: ['vendor'], source: 'error-codes' },
    {
      code: 'usage-limit',
      text: 'reached the OAuthorization usage limit',
      fixedBy: ['vendor'],
      source: 'errors',
    },
    { code: 'invalid-access', text: 'Invalid Access', fixedBy: ['seller'], source: 'manage' },
    {
      code: 'not-permitted',
      text: 'not permitted to take this action',
      fixedBy: ['seller'],
      source: 'refusals',
    },
    {
      code: 'not-permitted',
      text: 'do not have permissions to view this page',
      fixedBy: ['seller'],
      source: 'refusals',
    },
    { code: 'unknown-app', text: 'Unable to find application', fixedBy: ['vendor'], source: 'refusals' },
    ...OAUTH_ERRORS,
  ],
  managePages: [
    { url: 'https://{host}/apps/manage', role: 'seller', source: 'manage' },
    { url: 'https://{host}/apps/manage', role: 'vendor', source: 'manage' },
  ],
  revoking: { steps: ['signIn', 'manageApps', 'takeBack'], source: 'manage' },
  sessionDomains: shopDomains.map((domain) => {
    if (domain === 'amazon.com') {
      return {
        domain,
        signsOutOf: ['retail', 'sellerCentral', 'aws', 'advertising', 'kdp'],
        sharesSignOn: true,
        source: 'session',
      };
    }
    if (domain === 'amazon.com.be') {
      return {
        domain,
        sharesRegistrableDomain: true,
        signsOutOf: ['retail', 'sellerCentral'],
        source: 'public-suffixes',
      };
    }
    const vendorOnly = domain === 'vendorcentral.in' || domain === 'amazon.me' || domain === 'amazon.com.sg';
    return {
      domain,
      signsOutOf: vendorOnly ? ['vendorCentral'] : ['retail', 'sellerCentral'],
      source: 'session',
    };
  }),
  loginCookies: [
    { name: '(x|at|sess-at)-(main|acb[a-z]{2}|vceu)', source: 'sign-in' },
    { name: 'sid', source: 'claim' },
  ],
  selectionCookies: ['__Host-mselc', '__Host-mons-selections'],
  accountInAddress: {
    name: 'mons_sel_mcid',
    // The older form holds the number; the one with `.d.` in it does not.
    take: '^amzn1\\.merchant\\.o\\.([A-Z0-9]{8,20})$',
    source: 'selection',
  },
  accountPage: {
    url: 'https://{host}/sw/AccountInfo/MerchantToken/step/MerchantToken',
    role: 'seller',
    source: 'merchant-token',
  },
  accountLabels: [
    {
      selector: '.dropdown-account-switcher-header-label-global',
      steps: ['consent', 'picker', 'appstore-confirm', 'error'],
      source: 'header',
    },
    {
      // The older form has the country in the same text: "Actindo AG | Germany".
      selector: '.partner-dropdown-button .partner-label, .partner-dropdown-button b',
      take: '^(.+) \\| [^|]+$',
      steps: ['consent', 'picker', 'appstore-confirm', 'error'],
      source: 'header',
    },
  ],
  signInField: { selector: '#ap_email, #ap_email_login', source: 'claim' },
};
