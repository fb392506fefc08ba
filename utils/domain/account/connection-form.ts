import type { IntegrationId } from '../integrations/schema.ts';
import type { Central, MarketplaceId } from '../marketplaces/schema.ts';

/** What the person enters about a grant that they know of. */
export type EnteredExpiry =
  /** Calendar days, `YYYY-MM-DD`. */
  { renewedOn: string } | { expiresOn: string } | { expiresInDays: number } | { unknown: true };

/** What the person enters of a connection. */
export interface ConnectionForm {
  marketplace: MarketplaceId;
  site: string;
  integration: IntegrationId;
  software?: string;
  name: string;
  signInName?: string;
  central?: Central | undefined;
  /** The account's number or user name, where the person knows it beforehand. */
  accountId?: string;
  expiry: EnteredExpiry;
}

/** A connection that does not exist yet: what the person is asked for, three fields at most. */
export interface NewConnection {
  integration: IntegrationId;
  software?: string;
  name: string;
  signInName?: string;
}
