import type { EbayAccount } from '../accounts.ts';
import type { Clock } from '../core/clock.ts';
import type { GrantKind } from '../core/kinds.ts';
import { createOneTimeCodes, type OneTimeCodes } from '../core/one-time.ts';

/** One sign-in. It holds as long as the browser still has all of its cookies. */
export interface Login {
  readonly account: EbayAccount;
  /** The cookies' domain, without a dot. */
  readonly domain: string;
  readonly cookies: ReadonlyMap<string, string>;
  /** Addresses that asked for a fresh sign-in and got it; each counts once. */
  readonly freshFor: Set<string>;
}

interface EbayCode {
  readonly applicationId: string;
  readonly account: EbayAccount;
}

interface AppGrant {
  readonly account: EbayAccount;
  readonly applicationId: string;
  readonly kind: GrantKind;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface EbayState {
  /** By the value of the `cid` cookie. */
  readonly logins: Map<string, Login>;
  /** User names by the value of `dp1`, which survives a sign-out. */
  readonly known: Map<string, EbayAccount>;
  readonly codes: OneTimeCodes<EbayCode>;
  readonly tokens: OneTimeCodes<EbayCode>;
  /** Session ids of Auth'n'Auth, with the RuName they were made for and the end of their life. */
  readonly sessionIds: Map<string, { readonly ruName: string; readonly until: number }>;
  /** What the users granted, by user, application and kind: "Third-party app permissions". */
  readonly appGrants: Map<string, AppGrant>;
}

export function createEbayState(clock: Clock): EbayState {
  return {
    logins: new Map(),
    known: new Map(),
    codes: createOneTimeCodes(clock),
    tokens: createOneTimeCodes(clock),
    sessionIds: new Map(),
    appGrants: new Map(),
  };
}
