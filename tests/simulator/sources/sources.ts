import type { Switches, SwitchGroup } from '../switches.ts';

/** Where a switch's default comes from, so that a fact that changes finds its page. */
export type Source =
  | {
      /** `documented` by the marketplace, `observed` in public code, logs and help pages, or `reported` by vendors. */
      readonly certainty: 'documented' | 'observed' | 'reported';
      /** An address, or the number of a file in the public code index or of an issue at GitHub. */
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
    header: observed('code 67361569265, 61978279630, 68389843245; with a stray dot 62124426440'),
    shadow: observed('code 62619660292, 1440694103: Katal elements; whether the consent has them is open'),
    cancel: GUESS,
    confirmHost: observed('public code: confirmed on the Seller Central host', '2026-11-20'),
    picker: observed('code 39829473759, 12609413321, 66130686523'),
    addressSelects: GUESS,
    lostApplicationId: observed(`${DOCS_ISSUES}/3057`, '2026-11-20'),
    pickerPath: observed('code 69637198543, 62932790420, 42920578260'),
    signInHost: observed('code 51776255693, 45168874275, 61829192711'),
    signInPages: observed('code 71508235117, 71586406032'),
    otp: observed('code 39829473759, 56799214339'),
    prefilled: observed('code 53083890464, 56771364207'),
    serviceWorker: GUESS,
    rerender: GUESS,
    csp: GUESS,
    state: documented(`${SP_API}/website-authorization-workflow`, '2026-11-20'),
    heartbeat: GUESS,
    error: documented(`${SP_API}/authorization-errors`),
  },
  ebay: {
    auth2Hop: observed('code 69142368451', '2026-11-20'),
    consentsHost: observed('code 68772202592'),
    consent: reported('help pages of Zentail: a wrong account is linked without a click', '2026-11-20'),
    signIn: observed('code 63244985488 saw "Welcome back!"; most saw a session taken as it is'),
    signInName: observed('code 70957700328'),
    afterSignIn: observed('code 71022679647, 70892458970, 70091985391, 22136182908, 58686025813'),
    markers: observed('code 30801736861, 8263838345, 37193478855'),
    anonymousDs2: observed('code 3229268418: one dump alone had it'),
    header: observed('public code with .gh-identity__greeting', '2026-11-20'),
    greyUntilScrolled: observed('vendors’ help pages', '2026-11-20'),
    accept: documented('https://developer.ebay.com/api-docs/static/oauth-consent-request.html', '2026-11-20'),
    decline: observed('public code; the default page: eBay KB 1350', '2026-11-20'),
    handoff: GUESS,
    serviceWorker: GUESS,
    csp: GUESS,
  },
  bol: {
    consentAt: GUESS,
    account: reported('vendors’ help pages', '2026-11-28'),
    refusal: GUESS,
    handoff: GUESS,
    csp: GUESS,
  },
  integrations: {
    landing: GUESS,
    needsVendorSession: reported('vendors’ help pages', '2026-11-20'),
    shopLogin: reported('vendors’ help pages', '2026-11-20'),
    opener: observed('code of the magnalister plug-in', '2026-11-20'),
  },
};
