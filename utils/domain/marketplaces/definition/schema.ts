import * as z from 'zod/mini';
import { grantKindSchema, marketplaceIdSchema, revokeStepSchema, sharedLoginSchema } from './ids.ts';

export type { GrantKind, MarketplaceId, RevokeStep, SharedLogin } from './ids.ts';

/**
 * What a marketplace is, as data. Everything that depends on a marketplace (URL classification, guard rules,
 * host permissions, content-script matches, what a clean touches) is derived from a definition of this shape;
 * no other file names a marketplace's host.
 */

/** How sure a fact is, best first. */
const certaintySchema = z.enum(['documented', 'reported', 'observed', 'inferred']);

const sourceSchema = z.object({
  /** Where the fact was read: a page, a repository's file, an issue. */
  title: z.string().check(z.minLength(1)),
  certainty: certaintySchema,
  /** The day on which someone last looked, as `YYYY-MM-DD`. */
  checkedOn: z.iso.date(),
});

const sourceIdSchema = z.string().check(z.minLength(1));
const hostRoleSchema = z.string().check(z.minLength(1));

const siteSchema = z.object({
  /** Unique within the marketplace and kept for ever: connections store it. */
  id: z.string().check(z.regex(/^[a-z][a-z-]*$/)),
  /** A site has one sign-in; its countries are ISO 3166-1 alpha-2 codes with the marketplace's own id where it has one. */
  countries: z.array(
    z.object({ code: z.string().check(z.length(2)), marketplaceId: z.optional(z.string()) }),
  ),
  /** Grants reach as far as their region. */
  region: z.string().check(z.minLength(1)),
  /** A site for developers: its grants touch no real orders. */
  sandbox: z.optional(z.boolean()),
  hosts: z.record(hostRoleSchema, z.array(z.hostname())),
  /** Registrable domains whose cookies are this site's login, those its sign-in uses included. */
  sessionDomains: z.array(z.hostname()).check(z.minLength(1)),
  source: sourceIdSchema,
});

/** Conditions on query parameters, compared without case: `filled` is there and not empty; `is` in lower case. */
const queryConditionSchema = z.record(
  z.string(),
  z.union([z.enum(['filled', 'present', 'absent']), z.object({ is: z.string() })]),
);

const sampleSchema = z.object({
  url: z.string(),
  /** What the classifier must read from the URL, where it is there to be read. */
  site: z.optional(z.string()),
  app: z.optional(z.string()),
  state: z.optional(z.string()),
  code: z.optional(z.string()),
  accountId: z.optional(z.string()),
  /** UTC instant in ISO 8601. */
  expiresAt: z.optional(z.iso.datetime()),
});

const samplesSchema = z.object({
  yes: z.array(sampleSchema).check(z.minLength(1)),
  /** URLs that look alike and are not this. */
  no: z.array(z.string()).check(z.minLength(1)),
});

const pageSchema = z.object({
  step: z.enum(['authorise', 'appstore-confirm', 'sign-in', 'picker', 'consent', 'error']),
  on: z.array(hostRoleSchema).check(z.minLength(1)),
  /** Holds on every host under the marketplace's session domains; `on` names those on which it is usually found. */
  everywhere: z.optional(z.boolean()),
  /** Compared without case on the decoded path: a literal, `{app}` or `*` for one segment, a `*` at a segment's end for its rest, `**` at the end for the rest. */
  path: z.string().check(z.startsWith('/')),
  query: z.optional(queryConditionSchema),
  /** At least one of these parameters is there as well. */
  anyOf: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** The parameter whose value is itself an address that is guarded: this page is the way there. */
  carries: z.optional(z.string()),
  /** The kind of grant that this page asks for, and the query parameters that say for whom. */
  asks: z.optional(
    z.object({
      kind: grantKindSchema,
      /** Name of the parameter with the application's id; absent where the path has it. */
      app: z.optional(z.string()),
      state: z.optional(z.string()),
      /** Name of a parameter that is itself a query, in which `state` may stand: it is given back at the callback. */
      stateWithin: z.optional(z.string()),
      /** The parameter and value that make the marketplace show its sign-in page in any case. */
      forceSignIn: z.optional(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  /** The guard stops a request for this page unless a run or the user lets it through. */
  guarded: z.optional(z.boolean()),
  /** Between sign-in and consent: the marketplace checks who is there, or offers what can be skipped. */
  checks: z.optional(z.boolean()),
  /** The path of a form in whose body such a request may stand; the marketplace's own forms there are let through. */
  posted: z.optional(z.string().check(z.startsWith('/'))),
  /** On an error page, the parameters of which one names the code. */
  code: z.optional(z.array(z.string())),
  /** The code that an error page stands for whose address names none. */
  means: z.optional(z.string()),
  source: sourceIdSchema,
  samples: samplesSchema,
});

const callbackSchema = z.object({
  /** Absent where a refusal does not say what was refused. */
  kind: z.optional(grantKindSchema),
  outcome: z.enum(['granted', 'declined']),
  /** `away`: any host that is not the marketplace's; else the marketplace's own page at this place. */
  at: z.union([
    z.literal('away'),
    z.object({ on: z.array(hostRoleSchema).check(z.minLength(1)), path: z.string() }),
  ]),
  query: queryConditionSchema,
  state: z.optional(z.string()),
  account: z.optional(z.string()),
  /** A UTC time as `YYYY-MM-DD HH:MM:SS`. */
  expires: z.optional(z.string()),
  /** Says too little by itself: counts only when the browser is seen leaving this marketplace for it. */
  generic: z.optional(z.boolean()),
  source: sourceIdSchema,
  samples: samplesSchema,
});

const lifetimeSchema = z.object({
  kind: grantKindSchema,
  seconds: z.int().check(z.positive()),
  source: sourceIdSchema,
});

const errorSchema = z.object({
  /** As the marketplace writes it, or a name of ours where the page gives none. */
  code: z.string().check(z.minLength(1)),
  /** Words by which an error without a code is known, compared without case. */
  text: z.optional(z.string()),
  /** Who can mend it, most likely first. */
  fixedBy: z.array(z.enum(['vendor', 'seller', 'retry'])).check(z.minLength(1)),
  source: sourceIdSchema,
});

const managePageSchema = z.object({
  /** Where a grant is seen and revoked; `{host}` is the site's first host of the role. */
  url: z.string().check(z.startsWith('https://')),
  role: z.optional(hostRoleSchema),
  source: sourceIdSchema,
});

const sessionDomainSchema = z.object({
  domain: z.hostname(),
  /**
   * Set where the public suffix list sees the registrable domain higher up (`amazon.com.be` lies under
   * `com.be`): the browser's bulk calls work on the registrable domain and would take strangers' cookies along.
   */
  sharesRegistrableDomain: z.optional(z.boolean()),
  /** What a clean of this domain signs the person out of. */
  signsOutOf: z.array(sharedLoginSchema),
  /** Sign-ins of other sites pass through it and may bring an old account back: it is cleared with each of them. */
  sharesSignOn: z.optional(z.boolean()),
  source: sourceIdSchema,
});

const loginCookieSchema = z.object({
  /** A regular expression over the whole cookie name. */
  name: z.string(),
  /** Marks a login only where the value has this in it … */
  having: z.optional(z.string()),
  /** … and not this (an anonymous visitor's cookie of the same name). */
  without: z.optional(z.string()),
  /** It outlives the sign-in: a clean removes it like one, and it says nothing of who is signed in now. */
  remembers: z.optional(z.boolean()),
  /** It says nothing either beside a cookie of this name with this in it. */
  unless: z.optional(z.object({ name: z.string(), having: z.string() })),
  source: sourceIdSchema,
});

const accountLabelSchema = z.object({
  /** Where the page shows who is signed in; a hint, never a proof. */
  selector: z.string(),
  /** Counts only where this is on the page as well. */
  beside: z.optional(z.string()),
  /** A regular expression whose group is the name within the text; without one, or where it does not fit, all of it. */
  take: z.optional(z.string()),
  /** It is the user's name, under which the callback knows the account, and not a person's or a company's. */
  namesUser: z.optional(z.boolean()),
  steps: z.array(z.enum(['sign-in', 'picker', 'consent', 'appstore-confirm', 'error'])).check(z.minLength(1)),
  source: sourceIdSchema,
});

/** A cookie that names the user who is signed in; a hint, never a proof. */
const accountCookieSchema = z.object({
  name: z.string(),
  /** A regular expression whose group is the user's name in base64, with `*` for `=`. */
  user: z.string(),
  /** The name may outlive the sign-in: it counts only beside one of these cookies with this in it. */
  beside: z.array(z.object({ name: z.string(), having: z.string() })).check(z.minLength(1)),
  source: sourceIdSchema,
});

/** What a person does on the consent, once somebody is signed in. */
const consentSchema = z.object({
  /** There is a box to tick first. */
  box: z.optional(z.literal(true)),
  /** It has a button that confirms; without it the card says that the person agrees there. */
  confirms: z.optional(z.literal(true)),
});

const revokingSchema = z.object({
  steps: z.array(revokeStepSchema).check(z.minLength(1)),
  source: sourceIdSchema,
});

/** Where the sign-in form has the name of who signs in: a browser or a passkey may have filled in another one. */
const signInFieldSchema = z.object({ selector: z.string(), source: sourceIdSchema });

/** Logins of others that the sign-in page offers: a clean does not touch them. */
const otherLoginsSchema = z.object({
  names: z.array(z.string()).check(z.minLength(1)),
  source: sourceIdSchema,
});

export const marketplaceSchema = z.object({
  id: marketplaceIdSchema,
  name: z.string().check(z.minLength(1)),
  /** Its hosts are asked for when somebody chooses it: a marketplace that came after the first release. */
  optional: z.optional(z.literal(true)),
  sources: z.record(sourceIdSchema, sourceSchema),
  /** Region ids in the order in which they are shown. */
  regions: z.array(z.string()).check(z.minLength(1)),
  /** Regions in which a grant reaches no further than its own site's countries. */
  grantsBySite: z.optional(z.array(z.string())),
  sites: z.array(siteSchema).check(z.minLength(1)),
  /** Host roles from which the browser leaves for the callback: watched whole, whatever the path. */
  consentRoles: z.array(hostRoleSchema).check(z.minLength(1)),
  /** Paths that are known to hand the browser over to the callback, on `consentRoles`. */
  consentPaths: z.array(z.string().check(z.startsWith('/'))).check(z.minLength(1)),
  pages: z.array(pageSchema).check(z.minLength(1)),
  callbacks: z.array(callbackSchema).check(z.minLength(1)),
  lifetimes: z.array(lifetimeSchema).check(z.minLength(1)),
  /** A regular expression that finds an error code in an error page's text: its group, or all of it without one. */
  errorCodeInText: z.optional(z.string()),
  errors: z.array(errorSchema),
  managePages: z.array(managePageSchema).check(z.minLength(1)),
  consent: z.optional(consentSchema),
  revoking: revokingSchema,
  sessionDomains: z.array(sessionDomainSchema).check(z.minLength(1)),
  loginCookies: z.array(loginCookieSchema).check(z.minLength(1)),
  accountLabels: z.array(accountLabelSchema),
  /** Cookies whose change says that the account was switched, in whatever tab; by regular expressions over whole names. */
  selectionCookies: z.optional(z.array(z.string())),
  /** A parameter that names the account before the consent, and the expression whose group is its number. */
  accountInAddress: z.optional(z.object({ name: z.string(), take: z.string(), source: sourceIdSchema })),
  /** The page on which a seller finds the account's number; `{host}` as for `managePages`. */
  accountPage: z.optional(managePageSchema),
  accountCookie: z.optional(accountCookieSchema),
  signInField: z.optional(signInFieldSchema),
  otherLogins: z.optional(otherLoginsSchema),
});

export type Marketplace = z.infer<typeof marketplaceSchema>;
export type Site = Marketplace['sites'][number];
export type Page = Marketplace['pages'][number];
export type Callback = Marketplace['callbacks'][number];

/** Vendors have a central, accounts and ids of their own beside the sellers', on the same sites. */
export type Central = 'vendor';
