import type { Connection } from './connection.ts';
import type { GrantKind } from './marketplaces/schema.ts';

/** How the end of a grant is known: told by the marketplace, by its rule from the callback on, or by the person. */
export type Expiry =
  | { basis: 'exact' | 'by-rule' /** UTC instant in ms. */; at: number }
  | { basis: 'entered' /** A calendar day, `YYYY-MM-DD`. */; date: string };

/**
 * What is known of the account that a grant was given for.
 *
 * - `match`: the callback's id is the expected one, or the person confirmed it.
 * - `first`: the callback named an id and none was expected yet; the person has not confirmed it.
 * - `unverified`: the callback names nobody.
 * - `other`: the callback named another account than the expected one; the grant is in quarantine.
 * - `entered`: the person entered the grant by hand.
 */
export type AccountVerdict = 'match' | 'first' | 'unverified' | 'other' | 'entered';

/** What a callback proved. */
export interface Grant {
  /** Run and kind, so that one callback can never be recorded twice. */
  id: string;
  connectionId: string;
  runId?: string;
  kind: GrantKind;
  app?: string;
  accountId?: string;
  /** What the consent page showed as the signed-in account: scraped, a hint. */
  accountLabel?: string;
  verdict: AccountVerdict;
  /** When it was given: UTC instant in ms. */
  at: number;
  expiry: Expiry;
}

/** Compares the account that a callback names with the one that is expected. */
export function verdictOn(
  connection: Pick<Connection, 'account'>,
  accountId: string | undefined,
): AccountVerdict {
  if (accountId === undefined) return 'unverified';
  if (connection.account.id === undefined) return 'first';
  return connection.account.id === accountId ? 'match' : 'other';
}

/** Whether a grant renews its connection; one in quarantine does not. */
export function counts(grant: Pick<Grant, 'verdict'>): boolean {
  return grant.verdict !== 'other';
}

/** The grant of each kind that counts now: the newest one. */
export function currentGrants(grants: readonly Grant[]): Grant[] {
  const newest = new Map<GrantKind, Grant>();
  for (const grant of grants) {
    const other = newest.get(grant.kind);
    if (counts(grant) && (!other || grant.at > other.at)) newest.set(grant.kind, grant);
  }
  return [...newest.values()];
}

/** The id under which the grant of a run and kind is kept. */
export function grantId(runId: string, kind: GrantKind): string {
  return `${runId}:${kind}`;
}
