import { OAUTH_ERRORS, OAUTH_SOURCE } from './oauth-errors.ts';
import type { Marketplace, Page, Site } from './schema.ts';

/** eBay's sites: id, country and domain; each has its own authorise and sign-in hosts under the domain. */
const countries: [id: string, country: string, domain: string][] = [
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

/** The anonymous visitor in `dp1`: `@@__@@__@@`. */
const NOBODY = 'u1p/QEBfX0BAX19AQA';

/** Subdomains that serve a language of a country beside the usual hosts. */
const languageHosts: Record<string, string[]> = { 'ebay.be': ['befr', 'benl'], 'ebay.ca': ['cafr'] };

/** Signing in to an eBay site always passes through `ebay.com` as well: standard OAuth lives there. */
const sites: Site[] = countries.map(([id, country, domain]) => {
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

/** How OAuth's authorise address says for whom it is. */
const OAUTH: Page['asks'] = {
  kind: 'ebay-oauth',
  app: 'client_id',
  state: 'state',
  forceSignIn: { name: 'prompt', value: 'login' },
};

/**
 * eBay: the OAuth authorization-code grant and the older Auth'n'Auth token, which integrations still use side by
 * side. OAuth's callback names no account; Auth'n'Auth's names the user and the exact expiry.
 */
export const ebay: Marketplace = {
  id: 'ebay',
  name: 'eBay',
  sources: {
    'consent-request': {
      title: 'developer.ebay.com, OAuth consent request',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    hosts: {
      title: 'eBay hosts in public code, logs and vendors’ help pages',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
    chain: {
      title: 'The redirect chain of auth2, sign-in and consents in public code and logs',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
    'old-oauth': {
      title:
        'davidtsadler/ebay-sdk-php#169; CHANGELOG of omniauth-ebay-oauth 0.4.0; authorise addresses in public code',
      certainty: 'reported',
      checkedOn: '2026-11-28',
    },
    'ru-start': {
      title: 'Public code that opens eBay’s sign-in with the authorise address in ru',
      certainty: 'reported',
      checkedOn: '2026-11-28',
    },
    authnauth: {
      title: 'eBay developer knowledge base 1198 and 1350',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    'default-page': {
      title: 'timotheus/ebaysdk-python#111, davidtsadler/ebay-sdk-php#208: eBay’s default accept page',
      certainty: 'reported',
      checkedOn: '2026-11-28',
    },
    'json-errors': {
      title: 'YosefHayim/ebay-mcp#175, matecsaj/ebay_rest#35: errors as JSON',
      certainty: 'reported',
      checkedOn: '2026-11-28',
    },
    oauth: OAUTH_SOURCE,
    'authnauth-life': {
      title: 'eBay developer knowledge base 1052',
      certainty: 'documented',
      checkedOn: '2026-11-20',
    },
    'oauth-life': {
      title: 'refresh_token_expires_in in public token responses',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
    revoke: {
      title: 'eBay developer knowledge base 5218 and 2087; account settings hub in public code',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
    'third-party-access': {
      title: 'eBay’s page for third-party app access in public code of two products, .com and .co.uk',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    'sign-in-page': {
      title: 'Selectors of eBay’s sign-in page in public code',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
    'sign-in-offers': {
      title: 'hilfe.microtech.de, Hinweis: Token-Ablauf: a picture of eBay’s sign-in page',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
    markers: {
      title: 'Cookies of signed-in and of anonymous visitors in public dumps, 2014 to 2025',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    interstitials: {
      title: 'Pages between eBay’s sign-in and consent in public code, 2026',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    'user-info': {
      title: '#user-info of eBay’s sign-in page in public code, 2026-10',
      certainty: 'observed',
      checkedOn: '2026-11-28',
    },
    session: {
      title: 'dp1 and ds2 cookies in public code',
      certainty: 'observed',
      checkedOn: '2026-11-20',
    },
  },
  regions: ['world', 'sandbox'],
  sites: [...sites, sandbox],
  consentRoles: ['auth', 'signin'],
  consentPaths: ['/oauth2/**', '/ws/**'],
  pages: [
    {
      step: 'error',
      on: ['auth'],
      path: '/oauth2/error*/**',
      code: ['errorId', 'error_id', 'error', 'errorCode'],
      source: 'chain',
      samples: {
        yes: [
          {
            url: 'https://auth2.ebay.com/oauth2/errorOauth?errorId=unauthorized_client',
            site: 'us',
            code: 'unauthorized_client',
          },
          {
            url: 'https://auth2.sandbox.ebay.com/oauth2/errorOauth?errorid=invalid_scope',
            site: 'sandbox',
            code: 'invalid_scope',
          },
          { url: 'https://auth.ebay.com/oauth2/error?error_id=invalid_request', code: 'invalid_request' },
          { url: 'https://auth2.ebay.com/oauth2/error_oauth/?ErrorId=invalid_scope', code: 'invalid_scope' },
        ],
        no: ['https://auth2.ebay.com/help/errorOauth?errorId=unauthorized_client'],
      },
    },
    {
      // Auth'n'Auth: `SignIn` or `SingleSignOn`, with `SessID` or `sid`, at whatever path.
      step: 'authorise',
      on: ['signin'],
      everywhere: true,
      path: '/**',
      query: { runame: 'filled', ThirdPartyAuthSucessFailure: 'absent' },
      asks: {
        kind: 'ebay-authnauth',
        app: 'runame',
        stateWithin: 'ruparams',
        forceSignIn: { name: 'prompt', value: 'login' },
      },
      guarded: true,
      posted: '/ws/eBayISAPI.dll',
      source: 'authnauth',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&runame=Vendor-RuName&SessID=abc%3D',
            site: 'us',
            app: 'Vendor-RuName',
          },
          {
            url: 'https://signin.ebay.de/ws/eBayISAPI.dll?SignIn&RuName=Vendor-RuName&SessID=abc&ruparams=x%3D1%26state%3Ds1&prompt=login',
            site: 'de',
            app: 'Vendor-RuName',
            state: 's1',
          },
          {
            url: 'https://signin.ebay.com/saw-cgi/eBayISAPI.dll?SingleSignOn&runame=Vendor-RuName&sid=abc',
            site: 'us',
            app: 'Vendor-RuName',
          },
        ],
        no: [
          'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&ru=https%3A%2F%2Fwww.ebay.com',
          'https://www.ebay.com/itm/1?title=runame',
        ],
      },
    },
    {
      step: 'authorise',
      on: ['auth'],
      everywhere: true,
      path: '/oauth2/authorize',
      asks: OAUTH,
      guarded: true,
      source: 'consent-request',
      samples: {
        yes: [
          {
            url: 'https://auth.ebay.com/oauth2/authorize?client_id=Vendor-PRD-1&redirect_uri=Vendor-RuName&response_type=code&scope=s&state=s1',
            site: 'us',
            app: 'Vendor-PRD-1',
            state: 's1',
          },
          { url: 'https://auth2.ebay.com/oauth2/authorize?client_id=Vendor-PRD-1&hd=1', site: 'us' },
          { url: 'https://auth.befr.ebay.be/oauth2/authorize?client_id=Vendor-PRD-1', site: 'be' },
          { url: 'https://auth.sandbox.ebay.com/oauth2/authorize?client_id=Vendor-SBX-1', site: 'sandbox' },
          // A pushed request (RFC 9126) has its parameters with eBay already.
          { url: 'https://auth.ebay.com/oauth2/authorize?request_uri=urn%3Ax', site: 'us' },
        ],
        no: [
          'https://auth.ebay.com.evil.example/oauth2/authorize?client_id=Vendor-PRD-1',
          'https://auth.ebay.com/oauth2/authorized?client_id=Vendor-PRD-1',
        ],
      },
    },
    {
      step: 'consent',
      on: ['auth'],
      everywhere: true,
      path: '/oauth2/consents',
      asks: { kind: 'ebay-oauth', app: 'client_id', state: 'state' },
      guarded: true,
      source: 'chain',
      samples: {
        yes: [
          {
            url: 'https://auth2.ebay.com/oauth2/consents?client_id=Vendor-PRD-1&redirect_uri=R&scope=s&state=s1&response_type=code&hd=&consentGiven=false',
            site: 'us',
            app: 'Vendor-PRD-1',
            state: 's1',
          },
        ],
        no: ['https://auth2.ebay.com/oauth2/consents/help?client_id=Vendor-PRD-1'],
      },
    },
    {
      // The address of eBay's first years with OAuth; software still opens it.
      step: 'authorise',
      on: ['signin'],
      everywhere: true,
      path: '/authorize',
      asks: OAUTH,
      guarded: true,
      source: 'old-oauth',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/authorize?client_id=Vendor-PRD-1&response_type=code&redirect_uri=R&state=s1',
            site: 'us',
            app: 'Vendor-PRD-1',
            state: 's1',
          },
          { url: 'https://signin.sandbox.ebay.com/authorize?client_id=Vendor-SBX-1', site: 'sandbox' },
        ],
        no: ['https://signin.ebay.com/authorized?client_id=Vendor-PRD-1'],
      },
    },
    {
      step: 'authorise',
      on: ['auth'],
      everywhere: true,
      path: '/**',
      query: { client_id: 'filled' },
      anyOf: ['redirect_uri', 'response_type'],
      asks: OAUTH,
      guarded: true,
      source: 'old-oauth',
      samples: {
        yes: [
          {
            url: 'https://login.ebay.de/sso?response_type=code&client_id=Vendor-PRD-1',
            site: 'de',
            app: 'Vendor-PRD-1',
          },
        ],
        no: [
          'https://www.ebay.com/sch/i.html?client_id=Vendor-PRD-1',
          'https://vendor.example/oauth?client_id=Vendor-PRD-1&redirect_uri=R',
        ],
      },
    },
    {
      // Software that opens the sign-in itself, with the authorise address to go on to.
      step: 'sign-in',
      on: ['signin'],
      path: '/signin/**',
      everywhere: true,
      carries: 'ru',
      guarded: true,
      source: 'ru-start',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/signin?ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DVendor-PRD-1&sgfl=oauth2_login',
            site: 'us',
          },
        ],
        no: [
          'https://signin.ebay.com/signing?ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DVendor-PRD-1',
        ],
      },
    },
    {
      // Software that opens the sign-in itself, with the authorise address to go on to.
      step: 'sign-in',
      on: ['signin'],
      path: '/ws/eBayISAPI.dll',
      everywhere: true,
      carries: 'ru',
      guarded: true,
      source: 'ru-start',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DVendor-PRD-1&sgfl=oauth2_login',
            site: 'us',
          },
        ],
        no: [
          'https://signin.ebay.com/signing?ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3DVendor-PRD-1',
        ],
      },
    },
    {
      step: 'sign-in',
      on: ['signin'],
      path: '/signin/**',
      source: 'chain',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/signin?ru=https%3A%2F%2Fauth.ebay.com%2Foauth2%2Fauthorize%3Fclient_id%3Dx&sgfl=oauth2_login&AppName=Vendor-PRD-1',
            site: 'us',
          },
          { url: 'https://signin.ebay.co.uk/signin/', site: 'uk' },
        ],
        no: ['https://signin.ebay.com/signing', 'https://www.ebay.com/signin/'],
      },
    },
    {
      step: 'sign-in',
      on: ['signin'],
      path: '/ws/eBayISAPI.dll',
      query: { SignIn: 'present', runame: 'absent' },
      source: 'authnauth',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&ru=https%3A%2F%2Fwww.ebay.com',
            site: 'us',
          },
        ],
        no: ['https://signin.ebay.com/ws/eBayISAPI.dll?SignIn&runame=Vendor-RuName&SessID=abc'],
      },
    },
    {
      // A passkey to make, a device to trust: a fresh jar, our own clean, makes them likely.
      step: 'sign-in',
      on: ['account'],
      path: '/acctsec/**',
      checks: true,
      source: 'interstitials',
      samples: {
        yes: [
          {
            url: 'https://accounts.ebay.com/acctsec/authn-register?ru=https%3A%2F%2Fauth2.ebay.com',
            site: 'us',
          },
          { url: 'https://accounts.ebay.co.uk/acctsec/trust-a-device?ru=x', site: 'uk' },
        ],
        no: ['https://accounts.ebay.com/help', 'https://www.ebay.com/acctsec/authn-register'],
      },
    },
    {
      step: 'sign-in',
      on: ['shop'],
      path: '/splashui/**',
      checks: true,
      source: 'interstitials',
      samples: {
        yes: [{ url: 'https://www.ebay.de/splashui/captcha?ap=1&appName=orch&ru=x', site: 'de' }],
        no: ['https://www.ebay.de/itm/1', 'https://www.ebay.com/splash'],
      },
    },
    {
      step: 'sign-in',
      on: ['registration'],
      path: '/reg/**',
      checks: true,
      source: 'interstitials',
      samples: {
        yes: [{ url: 'https://reg.ebay.com/reg/ChangeSecretQuestion?ru=x', site: 'us' }],
        no: ['https://reg.ebay.com/', 'https://www.ebay.com/reg/x'],
      },
    },
  ],
  callbacks: [
    {
      outcome: 'declined',
      at: 'away',
      query: { isAuthSuccessful: { is: 'false' } },
      state: 'state',
      source: 'authnauth',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?isAuthSuccessful=false&state=s1', state: 's1' }],
        no: ['https://vendor.example/cb?isAuthSuccessful=maybe'],
      },
    },
    {
      // The token may be empty: software that fetches it by itself gets none here.
      kind: 'ebay-authnauth',
      outcome: 'granted',
      at: 'away',
      query: { ebaytkn: 'present', code: 'absent', error: 'absent' },
      state: 'state',
      account: 'username',
      expires: 'tknexp',
      source: 'authnauth',
      samples: {
        yes: [
          {
            url: 'https://vendor.example/cb?ebaytkn=&tknexp=2028-05-20%2010%3A00%3A00&username=north-shop&state=s1',
            accountId: 'north-shop',
            expiresAt: '2028-05-20T10:00:00Z',
            state: 's1',
          },
          {
            url: 'https://vendor.example/cb?ebaytkn=&tknexp=1970-01-01%2000%3A00%3A00&username=north-shop',
            accountId: 'north-shop',
          },
          {
            url: 'https://vendor.example/cb?isAuthSuccessful=true&ebaytkn=t&tknexp=2028-05-20%2010%3A00%3A00&username=north-shop',
            accountId: 'north-shop',
            expiresAt: '2028-05-20T10:00:00Z',
          },
        ],
        no: [
          'https://vendor.example/cb?isAuthSuccessful=false&ebaytkn=',
          'https://signin.ebay.com/cb?ebaytkn=t&username=north-shop',
        ],
      },
    },
    {
      kind: 'ebay-authnauth',
      outcome: 'granted',
      at: 'away',
      query: { isAuthSuccessful: { is: 'true' }, username: 'filled', code: 'absent' },
      state: 'state',
      account: 'username',
      expires: 'tknexp',
      source: 'authnauth',
      samples: {
        yes: [
          {
            url: 'https://vendor.example/cb?isAuthSuccessful=true&username=north-shop',
            accountId: 'north-shop',
          },
        ],
        no: ['https://vendor.example/cb?isAuthSuccessful=true&username='],
      },
    },
    {
      kind: 'ebay-authnauth',
      outcome: 'granted',
      at: 'away',
      query: { tknexp: 'present', username: 'filled', code: 'absent', error: 'absent' },
      state: 'state',
      account: 'username',
      expires: 'tknexp',
      generic: true,
      source: 'authnauth',
      samples: {
        yes: [
          {
            url: 'https://vendor.example/cb?tknexp=2028-05-20+10%3A00%3A00&username=north-shop',
            accountId: 'north-shop',
            expiresAt: '2028-05-20T10:00:00Z',
          },
        ],
        no: ['https://vendor.example/cb?username=north-shop'],
      },
    },
    {
      kind: 'ebay-oauth',
      outcome: 'granted',
      at: 'away',
      query: { isAuthSuccessful: { is: 'true' }, code: 'filled' },
      state: 'state',
      source: 'chain',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?isAuthSuccessful=true&code=c&state=s1', state: 's1' }],
        no: ['https://vendor.example/cb?isAuthSuccessful=true&code='],
      },
    },
    {
      outcome: 'granted',
      at: 'away',
      query: { isAuthSuccessful: { is: 'true' } },
      state: 'state',
      source: 'authnauth',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?isAuthSuccessful=true&state=s1', state: 's1' }],
        no: ['https://vendor.example/cb?isAuthSuccessful=false'],
      },
    },
    {
      kind: 'ebay-oauth',
      outcome: 'granted',
      at: 'away',
      query: { code: 'filled', expires_in: 'filled', error: 'absent' },
      state: 'state',
      generic: true,
      source: 'chain',
      samples: {
        yes: [{ url: 'https://vendor.example/cb?code=v%5E1.1%23c&expires_in=299&state=s1', state: 's1' }],
        no: [
          'https://vendor.example/cb?expires_in=299&state=s1',
          'https://www.ebay.com/cb?code=c&expires_in=299',
        ],
      },
    },
    {
      kind: 'ebay-oauth',
      outcome: 'declined',
      at: 'away',
      query: { error: { is: 'access_denied' } },
      state: 'state',
      generic: true,
      source: 'chain',
      samples: {
        yes: [
          {
            url: 'https://vendor.example/cb?state=s1&error=access_denied&error_description=declined',
            state: 's1',
          },
        ],
        no: ['https://vendor.example/cb?error=server_error'],
      },
    },
    {
      // Software registers eBay's own page as its accept address: the flag says "yes" there, with or without a code.
      kind: 'ebay-oauth',
      outcome: 'granted',
      at: { on: ['auth'], path: '/oauth2/ThirdPartyAuthSucessFailure' },
      query: { isAuthSuccessful: { is: 'true' } },
      state: 'state',
      source: 'default-page',
      samples: {
        yes: [
          {
            url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&state=s1&code=c&expires_in=299',
            state: 's1',
          },
          { url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true' },
        ],
        no: [
          'https://www.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&code=c',
          'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=false',
        ],
      },
    },
    {
      kind: 'ebay-oauth',
      outcome: 'granted',
      at: { on: ['auth'], path: '/oauth2/ThirdPartyAuthSucessFailure' },
      query: { code: 'filled', isAuthSuccessful: 'absent' },
      state: 'state',
      source: 'chain',
      samples: {
        yes: [
          {
            url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?state=s1&code=c&expires_in=299',
            state: 's1',
          },
        ],
        no: ['https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?state=s1'],
      },
    },
    {
      kind: 'ebay-oauth',
      outcome: 'granted',
      at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
      query: { ThirdPartyAuthSucessFailure: 'present', isAuthSuccessful: { is: 'true' }, code: 'filled' },
      state: 'state',
      source: 'chain',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&state=null&code=c',
          },
        ],
        no: ['https://signin.ebay.com/ws/eBayISAPI.dll?isAuthSuccessful=true&code=c'],
      },
    },
    {
      kind: 'ebay-authnauth',
      outcome: 'granted',
      at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
      query: { ThirdPartyAuthSucessFailure: 'present', isAuthSuccessful: { is: 'true' }, username: 'filled' },
      state: 'state',
      account: 'username',
      expires: 'tknexp',
      source: 'authnauth',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&ebaytkn=t&tknexp=2028-05-20+10%3A00%3A00&username=north-shop',
            accountId: 'north-shop',
            expiresAt: '2028-05-20T10:00:00Z',
          },
        ],
        no: ['https://signin.ebay.com/ws/eBayISAPI.dll?isAuthSuccessful=true&username=north-shop'],
      },
    },
    {
      // Which kind it was, only the run or the page before can tell.
      outcome: 'granted',
      at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
      query: { ThirdPartyAuthSucessFailure: 'present', isAuthSuccessful: { is: 'true' } },
      state: 'state',
      expires: 'tknexp',
      source: 'default-page',
      samples: {
        yes: [
          {
            url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&ebaytkn=&tknexp=1970-01-01+00%3A00%3A00',
          },
        ],
        no: ['https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=false'],
      },
    },
    {
      // eBay's own page after a refusal carries no isAuthSuccessful at all, or says false (KB 1350).
      outcome: 'declined',
      at: { on: ['auth'], path: '/oauth2/ThirdPartyAuthSucessFailure' },
      query: { code: 'absent', ebaytkn: 'absent' },
      state: 'state',
      source: 'authnauth',
      samples: {
        yes: [
          { url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?state=s1', state: 's1' },
          { url: 'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=false' },
        ],
        no: [
          'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true&code=c',
          'https://auth2.ebay.com/oauth2/ThirdPartyAuthSucessFailure?isAuthSuccessful=true',
        ],
      },
    },
    {
      outcome: 'declined',
      at: { on: ['signin'], path: '/ws/eBayISAPI.dll' },
      query: {
        ThirdPartyAuthSucessFailure: 'present',
        code: 'absent',
        username: 'absent',
        ebaytkn: 'absent',
      },
      state: 'state',
      source: 'authnauth',
      samples: {
        yes: [{ url: 'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure' }],
        no: [
          'https://signin.ebay.com/ws/eBayISAPI.dll?SignIn',
          'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true',
        ],
      },
    },
  ],
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
