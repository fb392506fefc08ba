import type { Switches, SwitchGroup } from '../switches.ts';

/** Where a switch's default comes from, so that a fact that changes finds its page. */
export type Source =
  | {
      /** `documented` by the marketplace, `observed` in public code, logs and help pages, or `reported` by vendors. */
      readonly certainty: 'documented' | 'observed' | 'reported';
      /** An address, or where it was seen and what was seen there. */
      readonly at: string;
      /** The day it was read, as YYYY-MM-DD. */
      readonly on: string;
    }
  | typeof GUESS;

/** Nothing is known: any value may be the real one. */
export const GUESS = 'guess: nobody here has seen it';

const observed = (at: string, on = '2026-11-28'): Source => ({ certainty: 'observed', at, on });
const documented = (at: string, on = '2026-11-28'): Source => ({ certainty: 'documented', at, on });
const reported = (at: string, on = '2026-11-28'): Source => ({ certainty: 'reported', at, on });

const DOCS_ISSUES = 'https://github.com/amzn/selling-partner-api-docs/issues';
const SP_API = 'https://developer-docs.amazon.com/sp-api/docs';

/** For every switch, why its first value is the default. */
export const switchSources: { [G in SwitchGroup]: { [S in keyof Switches[G]]: Source } } = {
  amazon: {
    handoff: documented(`${SP_API}/website-authorization-workflow`),
    header: observed('public code: both labels, and one with a stray dot'),
    shadow: observed('public code: Katal elements; whether the consent has them is open'),
    cancel: GUESS,
    confirmHost: observed('public code: confirmed on the Seller Central host', '2026-11-20'),
    picker: observed('public code: the picker right after the sign-in'),
    addressSelects: GUESS,
    lostApplicationId: observed(`${DOCS_ISSUES}/3057`, '2026-11-20'),
    pickerPath: observed('public code: both paths'),
    signInHost: observed('public code: /ap/signin on the Seller Central host'),
    signInPages: observed('public code: forms of one page, of two, and /ax/claim'),
    otp: observed('public code: a code asked for after the password'),
    prefilled: reported('help pages of Neto: a prefilled user name may be the wrong one'),
    serviceWorker: GUESS,
    rerender: GUESS,
    csp: GUESS,
    state: documented(`${SP_API}/website-authorization-workflow`, '2026-11-20'),
    heartbeat: GUESS,
    error: documented(`${SP_API}/authorization-errors`),
  },
  ebay: {
    auth2Hop: observed('public code: auth.ebay.com leads on to auth2.ebay.com', '2026-11-20'),
    consentsHost: observed('public code: auth2.ebay.com/oauth2/consents'),
    consent: reported('help pages of Zentail: a wrong account is linked without a click', '2026-11-20'),
    signIn: observed('public code: “Welcome back!” once; most saw a session taken as it is'),
    signInName: observed('public code: #user-info'),
    afterSignIn: observed('public code: passkey, trusted device, secret question, captcha'),
    markers: observed('public code: ebay with sin%3Din, a filled shs, ds2'),
    anonymousDs2: observed('public code: one dump of cookies alone had it'),
    header: observed('public code: .gh-identity__greeting', '2026-11-20'),
    greyUntilScrolled: reported('vendors’ help pages: grey until the list was scrolled', '2026-11-20'),
    accept: documented('https://developer.ebay.com/api-docs/static/oauth-consent-request.html', '2026-11-20'),
    decline: observed('public code: error and flag; the default page: eBay KB 1350', '2026-11-20'),
    handoff: GUESS,
    serviceWorker: GUESS,
    csp: GUESS,
  },
  bol: {
    consentAt: GUESS,
    account: reported('vendors’ help pages: the consent names the account'),
    refusal: GUESS,
    handoff: GUESS,
    csp: GUESS,
  },
  integrations: {
    landing: GUESS,
    needsVendorSession: reported('vendors’ help pages: be logged in there first', '2026-11-20'),
    shopLogin: reported('vendors’ help pages: log in to the shop first', '2026-11-20'),
    opener: observed('public code: the magnalister plug-in', '2026-11-20'),
  },
};
