import { OAUTH_ERRORS, OAUTH_SOURCE } from './definition/oauth-errors.ts';
import type { Marketplace } from './definition/schema.ts';

/**
 * bol, the marketplace of the Netherlands and Belgium: one sign-in for both, and for the shop. Its answer names no
 * account; the page of the consent does.
 *
 * Not known, and therefore not said: where the consent stands once somebody is signed in, which element of it has the
 * account's name, what a refusal answers, which cookie marks a login, and whether bol's own pages sign in by
 * `/authorize` as well (what was seen goes to `/wsp/login`). Software that people use daily can be let through.
 */
export const bol: Marketplace = {
  id: 'bol',
  name: 'bol',
  optional: true,
  sources: {
    flow: {
      title: 'api.bol.com, Intermediary authorization on behalf of partners',
      certainty: 'documented',
      checkedOn: '2026-11-30',
    },
    sellers: {
      title:
        'partnerplatform.bol.com, Getting access with API client credentials; Renewed API authorisation process',
      certainty: 'documented',
      checkedOn: '2026-11-30',
    },
    oauth: OAUTH_SOURCE,
    vendors: {
      title:
        'support.channelengine.com, (Re)authorize for the bol API; effectconnect.com, Refresh the token of my bol channel',
      certainty: 'reported',
      checkedOn: '2026-11-30',
    },
    'sign-in': {
      title: 'login.bol.com/wsp/login with j_username and j_password, in public code',
      certainty: 'observed',
      checkedOn: '2026-11-30',
    },
    settings: {
      title: 'partner.bol.com/sdd/preferences/services/api, in public code',
      certainty: 'observed',
      checkedOn: '2026-11-30',
    },
    cookies: {
      title: 'Cookies of signed-in customers in public code: DYN_USER_ID, DYN_USER_CONFIRM',
      certainty: 'observed',
      checkedOn: '2026-11-30',
    },
    consent: {
      title: 'Vendors say that the consent lists the account’s name; where on the page is a guess',
      certainty: 'inferred',
      checkedOn: '2026-11-30',
    },
  },
  regions: ['nl-be'],
  sites: [
    {
      id: 'nl-be',
      region: 'nl-be',
      countries: [{ code: 'NL' }, { code: 'BE' }],
      hosts: { login: ['login.bol.com'], seller: ['partner.bol.com'], shop: ['www.bol.com'] },
      sessionDomains: ['bol.com'],
      source: 'flow',
    },
  ],
  consentRoles: ['login'],
  consentPaths: ['/authorize/**', '/wsp/**'],
  pages: [
    {
      step: 'authorise',
      on: ['login'],
      path: '/authorize',
      everywhere: true,
      asks: { kind: 'bol', app: 'client_id', state: 'state' },
      guarded: true,
      source: 'flow',
      samples: {
        yes: [
          {
            url: 'https://login.bol.com/authorize?response_type=code&client_id=7f3c&scope=offline_access&redirect_uri=https%3A%2F%2Fvendor.example%2Fcb&state=s1',
            site: 'nl-be',
            app: '7f3c',
            state: 's1',
          },
          { url: 'https://login.bol.com/authorize?client_id=7f3c', site: 'nl-be', app: '7f3c' },
        ],
        no: [
          'https://login.bol.com.evil.example/authorize?client_id=7f3c',
          'https://login.bol.com/authorized?client_id=7f3c',
          'https://login.bol.com/wsp/login?client_id=w2o-sdd-fe&response_type=code&scope=openid&redirect_uri=https://partner.bol.com/sdd/auth/receive',
        ],
      },
    },
    {
      step: 'sign-in',
      on: ['login'],
      path: '/wsp/login/**',
      source: 'sign-in',
      samples: {
        yes: [{ url: 'https://login.bol.com/wsp/login?client_id=7f3c', site: 'nl-be' }],
        no: ['https://login.bol.com/help', 'https://www.bol.com/nl/nl/account/login.html'],
      },
    },
    {
      // A code by phone, and the consent itself, may stand anywhere beside the sign-in.
      step: 'sign-in',
      on: ['login'],
      path: '/wsp/**',
      checks: true,
      source: 'consent',
      samples: {
        yes: [{ url: 'https://login.bol.com/wsp/consent', site: 'nl-be' }],
        no: ['https://login.bol.com/token', 'https://partner.bol.com/wsp/consent'],
      },
    },
  ],
  callbacks: [
    {
      kind: 'bol',
      outcome: 'granted',
      at: 'away',
      query: { code: 'filled', error: 'absent' },
      state: 'state',
      generic: true,
      source: 'flow',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?state=s1&code=c', state: 's1' }],
        no: ['https://vendor.example/cb?state=s1', 'https://login.bol.com/cb?state=s1&code=c'],
      },
    },
    {
      kind: 'bol',
      outcome: 'declined',
      at: 'away',
      query: { error: { is: 'access_denied' } },
      state: 'state',
      generic: true,
      source: 'oauth',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?error=access_denied&state=s1', state: 's1' }],
        no: ['https://vendor.example/cb?error=server_error&state=s1'],
      },
    },
  ],
  lifetimes: [{ kind: 'bol', seconds: 365 * 24 * 60 * 60, source: 'vendors' }],
  errors: OAUTH_ERRORS,
  managePages: [{ url: 'https://{host}/sdd/preferences/services/api', role: 'seller', source: 'settings' }],
  revoking: { steps: ['signIn', 'authorizedParties', 'takeBack'], source: 'sellers' },
  sessionDomains: [{ domain: 'bol.com', signsOutOf: ['bolSite'], source: 'sign-in' }],
  loginCookies: [{ name: 'DYN_USER_(?:ID|CONFIRM)', remembers: true, source: 'cookies' }],
  accountLabels: [
    {
      selector: '[data-test="account-name"], [data-testid="account-name"]',
      steps: ['consent', 'sign-in'],
      source: 'consent',
    },
  ],
  signInField: { selector: 'input[name="j_username"]', source: 'sign-in' },
};
