import type { Condition } from '../run/checklist/finishing.ts';
import type { Urgency } from './expiry.ts';

/** How a connection stands, in one word: badge, rows, pages and pop-up say the same. */
export type ConnectionState =
  /** Another account than the expected one was authorised. */
  | 'wrong-account'
  /** The user reported that it stopped working, or that the software asked again. */
  | 'stopped-working'
  | 'asked-again'
  /** Nobody has said yet whether the account that was authorised is the right one. */
  | 'unconfirmed'
  /** Approved at the marketplace; steps in the software are open. */
  | 'to-finish'
  /** Nothing but its date counts. */
  | Urgency;

interface Known {
  account?: 'wrong' | 'unconfirmed';
  condition?: Condition;
  urgency: Urgency;
}

/** What counts most of all that is known: a date says nothing while the account or the software is in doubt. */
export function stateOf({ account, condition, urgency }: Known): ConnectionState {
  if (account === 'wrong') return 'wrong-account';
  if (condition === 'stopped-working' || condition === 'asked-again') return condition;
  // An expired date is the reason to renew, whatever happened last time.
  if (urgency === 'expired') return urgency;
  if (account === 'unconfirmed') return account;
  return condition === 'to-finish' ? condition : urgency;
}
