import type { Page } from '../definition/schema.ts';

/** How OAuth's authorise address says for whom it is. */
const OAUTH: Page['asks'] = {
  kind: 'ebay-oauth',
  app: 'client_id',
  state: 'state',
  forceSignIn: { name: 'prompt', value: 'login' },
};

/** Pages of eBay on the way to a permission. The first that fits counts. */
export const pages: Page[] = [
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
];
