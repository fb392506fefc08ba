/**
 * What is unknown about the real sites, as choices. The first value of each list is the default: what is documented or
 * was seen, and our guess only where there is nothing better. `sources/` says which it is.
 * Every sentence says which fact is open; the product has to work with every value.
 */

/** How a marketplace's page sends the browser to the vendor after the consent; no source says which. */
const handoffs = [
  /** A form is posted to the marketplace, which answers 302. */
  'post-302',
  /** As above, but the browser posts the form's body on to the vendor. */
  'post-307',
  /** A link to the marketplace, which answers 302. */
  'get-302',
  /** A plain link straight to the vendor. */
  'link',
  /** A script fetches the address and sets `location.href`. */
  'fetch-script',
  /** The form's answer is a page that says for a moment what goes on; then its script sets the location. */
  'page-then-script',
  /** The form's answer is a page whose script calls `location.replace` while it loads. */
  'script-replace',
  /** The form's answer is a page with a meta refresh. */
  'meta',
  /** A GET form straight to the vendor. */
  'form-get',
  /** A POST form straight to the vendor, the parameters in the query of its action. */
  'form-post',
  /** A POST form straight to the vendor, the parameters in its body. */
  'form-post-body',
] as const;

/** Amazon's own is documented: the page that says that it authorises, and then loads the vendor's address. */
const amazonHandoffs = ['page-then-script', ...handoffs.filter((way) => way !== 'page-then-script')] as const;

/** What the site's own service worker does; it is not known whether the real sites have one here. */
const serviceWorkers = ['none', 'fetch-through', 'cached-consent'] as const;

const amazon = {
  /** Documented in words: a page is shown for a moment. How exactly Confirm leads there, and it to the vendor, is unknown. */
  handoff: amazonHandoffs,
  /** The header's label of the active account was seen in two forms, one of them with a stray dot for some; whether it is there on the consent page in every country is unknown. */
  header: ['new', 'new-dot', 'old', 'absent'],
  /** Unknown: whether the consent's body lies in shadow roots (the look is Katal). */
  shadow: [false, true],
  /** Unknown: what Cancel does; only that it redirects to no vendor is documented. */
  cancel: ['nothing', 'home', 'close'],
  /** Documented with `amazon.com`; seen on Seller Central: where the Appstore flow is confirmed. */
  confirmHost: ['same', 'amazon.com'],
  /** Seen: right after the sign-in where an e-mail has several accounts. Whether several countries are enough is unknown. */
  picker: ['several-accounts', 'none', 'before-sign-in', 'after-sign-in'],
  /** Unknown: whether an address with `mons_sel_dir_mcid` makes that account the active one. */
  addressSelects: [false, true],
  /** Seen (docs#3057): after picking, the consent URL can come back without `application_id`; when is unknown. */
  lostApplicationId: [false, true],
  /** Two paths of the picker were seen; which one is served to whom is unknown. */
  pickerPath: ['/account-switcher/default/merchantMarketplace', '/authorization/select-account'],
  /** Seen on the Seller Central host; whether it lies on the shop's for some is unknown. */
  signInHost: ['same', 'www'],
  /** The sign-in form was seen on one page and on two, and a newer one asks for the password on `/ax/claim`. */
  signInPages: [1, 2, 'claim'],
  /** Whether a code by phone is asked depends on the account and on device trust. */
  otp: [false, true],
  /** Seen: the sign-in form can come with another account's name in it; when is unknown. */
  prefilled: ['none', 'anna', 'bert', 'carla'],
  /** Unknown: whether Seller Central runs a service worker on its consent pages. */
  serviceWorker: serviceWorkers,
  /** Unknown: whether the page re-renders itself or tidies away elements that are not its own. */
  rerender: ['none', 'replace-children', 'remove-foreign'],
  /** Unknown: how strict the page's Content-Security-Policy is. */
  csp: [false, true],
  /** `state` is documented to come back; whether it always does is unknown. */
  state: ['echoed', 'dropped'],
  /** Unknown: whether an open shop tab talks to the server by itself, and so gets anonymous cookies again. */
  heartbeat: [false, true],
  /** An error page for every application, as if it were registered so. */
  error: [
    'none',
    'MD1000',
    'MD5100',
    'MD5101',
    'MD5110',
    'MD5200',
    'MD9000',
    'MD9010',
    'MD9999',
    'MD0000',
    'usage-limit',
    'invalid-access',
  ],
} as const;

const ebay = {
  /** The hop over `auth2.ebay.com` was seen; whether every request takes it is unknown. */
  auth2Hop: [true, false],
  /** The consent page was seen on `auth2.` and, older, on `auth.`. */
  consentsHost: ['auth2', 'auth'],
  /** Inferred, not documented: the consent page is left out for a user who granted the app before. */
  consent: ['skip-when-granted', 'always'],
  /** Unknown: when a session is taken as it is, and when the sign-in or "Welcome back!" page comes. */
  signIn: ['when-needed', 'always', 'welcome-back'],
  /** Seen: the name beside "Welcome back!" has an element of its own; older pages had it in the heading. */
  signInName: ['user-info', 'heading'],
  /** Seen between sign-in and consent in a jar that eBay does not know; which of them comes when is unknown. */
  afterSignIn: ['passkey', 'trust-device', 'secret-question', 'captcha', 'all', 'none'],
  /** Which cookies tell of a sign-in: in some dumps `ds2` was empty, in others `ebay` and `shs` told nothing. */
  markers: ['all', 'ebay-and-shs', 'ds2'],
  /** One dump of nobody's jar had a `ds2` with `ssts`; how often that is so is unknown. */
  anonymousDs2: [false, true],
  /** The greeting in the header was seen with a first name; whether it can be the user id is unknown. */
  header: ['first-name', 'username', 'absent'],
  /** The button can stay grey until the list was scrolled to its end; when is unknown. */
  greyUntilScrolled: [false, true],
  /** The vendor's accept URL, or eBay's own page where the vendor registered none, in its two forms. */
  accept: ['vendor', 'default', 'default-old'],
  /** Three forms of "no" were seen; which one comes when is unknown. */
  decline: ['error', 'flag', 'default-page'],
  /** Unknown: how "Agree and Continue" leads to the vendor. */
  handoff: handoffs,
  /** Unknown: whether eBay runs a service worker on its consent pages. */
  serviceWorker: serviceWorkers,
  /** Unknown: how strict the page's Content-Security-Policy is. */
  csp: [false, true],
} as const;

const bol = {
  /** Unknown: where the consent stands once somebody is signed in. */
  consentAt: ['authorize', 'wsp'],
  /** Reported by vendors; which element names the account, and whether it always does, is unknown. */
  account: ['shown', 'absent'],
  /** Unknown: what a refusal answers. */
  refusal: ['error', 'shop'],
  /** Unknown: how "Toestaan" leads to the vendor. */
  handoff: handoffs,
  /** Unknown: how strict the page's Content-Security-Policy is. */
  csp: [false, true],
} as const;

const integrations = {
  /** What the vendor's callback page does next; each vendor has its own way. */
  landing: ['render', '302', '303', '307', 'script', 'meta', 'post-form'],
  /** Some vendors refuse the callback without their own login, as it is missing in a fresh jar. */
  needsVendorSession: [false, true],
  /** Whether the shop asks for its own login before the plug-in's page. */
  shopLogin: [false, true],
  /** How the shop's page learns that the pop-up is done. */
  opener: ['none', 'post-message', 'polling'],
} as const;

/** Every choice of every switch; the simulator's index page is made from it. */
export const switchChoices = { amazon, ebay, bol, integrations } as const;

type Chosen<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V : never };

type AmazonSwitches = Chosen<typeof amazon>;
export type EbaySwitches = Chosen<typeof ebay>;
type BolSwitches = Chosen<typeof bol>;
export type IntegrationSwitches = Chosen<typeof integrations>;

export interface Switches {
  amazon: AmazonSwitches;
  ebay: EbaySwitches;
  bol: BolSwitches;
  integrations: IntegrationSwitches;
}

export type SwitchGroup = keyof Switches;
export type Handoff = (typeof handoffs)[number];
export type ServiceWorkerSwitch = (typeof serviceWorkers)[number];
export type AmazonError = Exclude<AmazonSwitches['error'], 'none'>;

export type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

function firstOf<T extends Record<string, readonly unknown[]>>(choices: T): Chosen<T> {
  return Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, values[0]])) as Chosen<T>;
}

/** A fresh set of defaults. */
export function defaultSwitches(): Switches {
  return {
    amazon: firstOf(amazon),
    ebay: firstOf(ebay),
    bol: firstOf(bol),
    integrations: firstOf(integrations),
  };
}

/** Writes what `change` names into `target`. */
export function applySwitches(target: Switches, change: DeepPartial<Switches>): void {
  Object.assign(target.amazon, change.amazon);
  Object.assign(target.ebay, change.ebay);
  Object.assign(target.bol, change.bol);
  Object.assign(target.integrations, change.integrations);
}
