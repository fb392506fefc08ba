import type { AmazonAccount, AmazonMerchant } from '../accounts.ts';
import type { AmazonApplication } from '../applications.ts';
import type { Clock } from '../core/clock.ts';
import { createOneTimeCodes, type OneTimeCodes } from '../core/one-time.ts';
import type { AmazonSite, Country, Region } from './sites.ts';

/** Which merchant is active in a session, and the country that is shown beside it. */
export interface Selection {
  readonly merchant: AmazonMerchant;
  readonly country: Country;
}

/** One sign-in. It holds as long as the browser still has all three of its cookies. */
export interface Login {
  readonly account: AmazonAccount;
  /** Name → value of the cookies that make up the sign-in. */
  readonly cookies: ReadonlyMap<string, string>;
  /** The active merchant by region; the first one until somebody picks. */
  readonly selected: Map<Region, Selection>;
}

interface AmazonCode {
  readonly applicationId: string;
  readonly account: AmazonAccount;
  readonly sellingPartnerId: string;
}

/** A line of Manage Your Apps. */
export interface Authorisation {
  readonly applicationId: string;
  readonly sellingPartnerId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An Appstore flow that was started on Manage Your Apps. */
export interface AppstoreStart {
  readonly login: Login;
  readonly application: AmazonApplication;
  readonly selection: Selection;
  readonly site: AmazonSite;
}

export interface AmazonState {
  /** By the value of the `at-…` cookie. */
  readonly logins: Map<string, Login>;
  /** Values of `session-id` that are known. */
  readonly visitors: Set<string>;
  readonly codes: OneTimeCodes<AmazonCode>;
  /** Sign-ins that wait for the code by phone, by a one-time key. */
  readonly waitingForOtp: Map<string, { account: AmazonAccount; returnTo: string }>;
  /** `amazon_state` → the session that started the Appstore flow. */
  readonly appstore: Map<string, AppstoreStart>;
  readonly authorisations: Map<string, Authorisation>;
}

export function createAmazonState(clock: Clock): AmazonState {
  return {
    logins: new Map(),
    visitors: new Set(),
    codes: createOneTimeCodes(clock),
    waitingForOtp: new Map(),
    appstore: new Map(),
    authorisations: new Map(),
  };
}
