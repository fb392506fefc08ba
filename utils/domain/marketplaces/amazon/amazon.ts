import { OAUTH_ERRORS } from '../definition/oauth-errors.ts';
import type { Marketplace } from '../definition/schema.ts';
import { callbacks } from './callbacks.ts';
import { pages } from './pages.ts';
import { shopDomains, sites } from './sites.ts';
import { sources } from './sources.ts';

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
  sources,
  regions: ['NA', 'EU', 'FE'],
  // Each country there is authorised by itself (models#546, docs#2384, docs#3680).
  grantsBySite: ['FE'],
  sites,
  consentRoles: ['seller', 'vendor'],
  consentPaths: ['/apps/authorize/**'],
  pages,
  callbacks,
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
  consent: { box: true, confirms: true },
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
