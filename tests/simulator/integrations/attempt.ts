import type { IntegrationName } from '../applications.ts';
import type { GrantKind, Marketplace } from '../core/kinds.ts';

/** What a vendor wants to have authorised. */
export interface AuthoriseRequest {
  readonly marketplace: Marketplace;
  /** Only eBay has two; OAuth unless said otherwise. */
  readonly kind?: GrantKind;
  /** A country such as `DE`, or the whole host name that the authorise URL is to have. `DE` and `auth.ebay.com` by default. */
  readonly site?: string;
  readonly applicationId?: string;
  /** Which of the vendor's connections this renews; a name of the caller's. */
  readonly connectionRef?: string;
  /** Further parameters of the authorise URL: `redirect_uri`, `version`, `locale`, `prompt`. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** One attempt as the vendor's back end keeps it, by its `state`. */
export interface Attempt {
  readonly state: string;
  readonly integration: IntegrationName;
  readonly marketplace: Marketplace;
  readonly kind: GrantKind;
  readonly applicationId: string;
  readonly connectionRef: string;
  /** Set once a callback ended it. */
  done: boolean;
}
