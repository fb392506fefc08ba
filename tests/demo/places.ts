import type { Page } from '../driver/index.ts';
import type { Stage } from '../e2e/support/harness.ts';
import {
  AMAZON,
  agreeAtEbay,
  confirmAtAmazon,
  EBAY,
  signInAtAmazon,
  signInAtEbay,
} from '../e2e/support/person.ts';
import type { AccountKey } from '../simulator/index.ts';

/** A marketplace as the story's people know it. */
export interface Place {
  marketplace: 'amazon' | 'ebay';
  name: string;
  site: string;
  /** How the marketplace's forms call an account. */
  signInName: (stage: Stage, key: AccountKey) => string;
  /** How its consent page calls the account that is signed in. */
  shownName: (stage: Stage, key: AccountKey) => string;
  signIn: (stage: Stage, page: Page, key: AccountKey) => Promise<void>;
  /** The button that gives the grant. */
  button: string;
  agree: (page: Page) => Promise<void>;
  /** Makes the marketplace know the wrong account's grant of last year, where that matters. */
  prepare: (stage: Stage) => void;
}

export const amazon: Place = {
  marketplace: 'amazon',
  name: 'Amazon',
  site: AMAZON,
  signInName: ({ simulator }, key) => simulator.accounts.amazon[key].email,
  shownName: ({ simulator }, key) => simulator.accounts.amazon[key].merchants[0]?.name ?? '',
  signIn: signInAtAmazon,
  button: 'Confirm',
  agree: confirmAtAmazon,
  prepare: () => undefined,
};

export const ebay: Place = {
  marketplace: 'ebay',
  name: 'eBay',
  site: EBAY,
  signInName: ({ simulator }, key) => simulator.accounts.ebay[key].username,
  shownName: ({ simulator }, key) => simulator.accounts.ebay[key].firstName,
  signIn: signInAtEbay,
  button: 'Agree and Continue',
  agree: agreeAtEbay,
  prepare: ({ simulator }) => simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert'),
};
