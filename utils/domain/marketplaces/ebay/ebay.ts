import { OAUTH_ERRORS } from '../definition/oauth-errors.ts';
import type { Marketplace } from '../definition/schema.ts';
import { callbacks } from './callbacks.ts';
import { pages } from './pages.ts';
import { countries, sites } from './sites.ts';
import { sources } from './sources.ts';

/** The anonymous visitor in `dp1`: `@@__@@__@@`. */
const NOBODY = 'u1p/QEBfX0BAX19AQA';

/**
 * eBay: the OAuth authorization-code grant and the older Auth'n'Auth token, which integrations still use side by
 * side. OAuth's callback names no account; Auth'n'Auth's names the user and the exact expiry.
 */
export const ebay: Marketplace = {
  id: 'ebay',
  name: 'eBay',
  sources,
  regions: ['world', 'sandbox'],
  sites,
  consentRoles: ['auth', 'signin'],
  consentPaths: ['/oauth2/**', '/ws/**'],
  pages,
  callbacks,
  lifetimes: [
    { kind: 'ebay-oauth', seconds: 47_304_000, source: 'oauth-life' },
    { kind: 'ebay-authnauth', seconds: 47_304_000, source: 'authnauth-life' },
  ],
  errorCodeInText: '"error(?:_?id|Code)?"\\s*:\\s*"(\\w{1,60})"',
  errors: [
    // Usually the RuName is not of that keyset: no outage, and nothing that passes.
    { code: 'temporarily_unavailable', fixedBy: ['vendor'], source: 'json-errors' },
    ...OAUTH_ERRORS.filter(({ code }) => code !== 'temporarily_unavailable'),
  ],
  managePages: [
    {
      url: 'https://{host}/acctsec/security-center/third-party-app-access',
      role: 'account',
      source: 'third-party-access',
    },
    { url: 'https://accountsettings.ebay.com/uas', source: 'revoke' },
  ],
  revoking: { steps: ['signIn', 'appPermissions', 'takeBack'], source: 'revoke' },
  sessionDomains: countries.map(([, , domain]) => ({
    domain,
    signsOutOf: ['ebaySite'],
    source: 'hosts',
  })),
  loginCookies: [
    { name: 'dp1', having: 'u1p/', without: NOBODY, remembers: true, source: 'session' },
    { name: 'ds2', having: 'ssts/', unless: { name: 'dp1', having: NOBODY }, source: 'session' },
    { name: 'ebay', having: 'sin%3Din', source: 'markers' },
    { name: 'shs', source: 'markers' },
  ],
  accountLabels: [
    {
      // The greeting above it says "Welcome back!" to everybody.
      selector: '#user-info',
      namesUser: true,
      steps: ['sign-in'],
      source: 'user-info',
    },
    { selector: '.gh-identity__greeting > span', steps: ['consent'], source: 'session' },
  ],
  accountCookie: {
    name: 'dp1',
    // Eight digits of its end follow the name.
    user: 'u1p/([\\w+/-]+\\*{0,2})[\\da-f]{8}(?:\\^|$)',
    // None of them is there for every user who is signed in.
    beside: [
      { name: 'ds2', having: 'ssts/' },
      { name: 'ebay', having: 'sin%3Din' },
      { name: 'shs', having: '' },
    ],
    source: 'session',
  },
  signInField: { selector: '#userid', source: 'sign-in-page' },
  otherLogins: { names: ['Google', 'Facebook', 'Apple'], source: 'sign-in-offers' },
};
