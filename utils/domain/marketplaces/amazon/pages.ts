import type { Page } from '../definition/schema.ts';

/** Pages of Amazon on the way to a permission. The first that fits counts. */
export const pages: Page[] = [
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
];
