import type { AccountKey } from '../accounts.ts';
import { type AmazonState, createAmazonState } from '../amazon/state.ts';
import type { IntegrationName } from '../applications.ts';
import { type BolState, createBolState } from '../bol/state.ts';
import { createEbayState, type EbayState } from '../ebay/state.ts';
import type { Attempt } from '../integrations/attempt.ts';
import { applySwitches, defaultSwitches, type Switches } from '../switches.ts';
import { type Clock, createClock } from './clock.ts';
import type { GrantKind, Marketplace } from './kinds.ts';
import { createSecrets, type Secrets } from './secrets.ts';

/** A grant as the integration's back end has it after it redeemed the code. */
export interface GrantRecord {
  readonly integration: IntegrationName;
  readonly marketplace: Marketplace;
  readonly kind: GrantKind;
  readonly applicationId: string;
  readonly account: AccountKey;
  /** Amazon: `selling_partner_id`; eBay: the user name; bol: the store's name. */
  readonly accountId: string;
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly at: number;
  /** Which of the integration's connections was to be renewed. */
  readonly connectionRef: string;
}

/** A callback that the integration's back end did not accept. */
export interface RefusedRecord {
  readonly integration: IntegrationName;
  readonly at: number;
  readonly reason: RefusalReason;
  /** Missing where the callback belonged to no known attempt. */
  readonly kind?: GrantKind;
  readonly connectionRef?: string;
}

export type RefusalReason =
  | 'state-missing'
  | 'state-unknown'
  | 'state-used'
  | 'code-missing'
  | 'code-unknown'
  | 'code-expired'
  | 'code-used'
  | 'code-of-another-application'
  | 'declined'
  | 'no-vendor-session';

export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** Whole, with its query. */
  readonly url: string;
  /** `Sec-Fetch-Mode`: `navigate`, `cors`, `no-cors`, …; missing where the client sent none. */
  readonly from?: string;
  /** Who was signed in at that marketplace when the request came. */
  readonly account?: AccountKey;
  /** Names of the cookies that came with it. */
  readonly cookies: readonly string[];
}

/** Everything the sites and the integrations share. One simulator has one world. */
export interface World {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly switches: Switches;
  readonly log: LoggedRequest[];
  readonly grants: GrantRecord[];
  readonly refused: RefusedRecord[];
  amazon: AmazonState;
  ebay: EbayState;
  bol: BolState;
  /** By `state`. */
  attempts: Map<string, Attempt>;
  /** Values of the vendors' own session cookies. */
  vendorSessions: Set<string>;
}

/** @returns a world and the means to make it as it was at the start, in place. */
export function createWorld(): { world: World; reset(): void } {
  const time = createClock();
  const world: World = {
    clock: time.clock,
    secrets: createSecrets(),
    switches: defaultSwitches(),
    log: [],
    grants: [],
    refused: [],
    amazon: createAmazonState(time.clock),
    ebay: createEbayState(time.clock),
    bol: createBolState(time.clock),
    attempts: new Map(),
    vendorSessions: new Set(),
  };
  const reset = (): void => {
    time.reset();
    world.secrets.all.clear();
    applySwitches(world.switches, defaultSwitches());
    for (const list of [world.log, world.grants, world.refused]) list.length = 0;
    world.amazon = createAmazonState(time.clock);
    world.ebay = createEbayState(time.clock);
    world.bol = createBolState(time.clock);
    world.attempts = new Map();
    world.vendorSessions = new Set();
  };
  return { world, reset };
}
