import type { GrantKind } from '../marketplaces/schema.ts';
import type { Connection } from './connection.ts';
import type { AccountVerdict, Expiry, Grant } from './grant-schema.ts';

export type { AccountVerdict, Expiry, Grant };

/** Whether two names of an account are the same; no marketplace tells accounts apart by case. */
export function sameAccount(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Compares the account that a callback names with the one that is expected. */
export function verdictOn(
  connection: Pick<Connection, 'account'>,
  accountId: string | undefined,
): AccountVerdict {
  if (accountId === undefined) return 'unverified';
  if (connection.account.id === undefined) return 'first';
  return sameAccount(connection.account.id, accountId) ? 'match' : 'other';
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

/** Why a grant counts, or why it does not (any more). */
export type GrantRole =
  /** It is the newest of its kind that counts, and lives. */
  | 'counts'
  /** It is that one, and has ended. */
  | 'ended'
  /** A newer one of its kind counts. */
  | 'replaced'
  /** It was given for another account. */
  | 'other-account';

/**
 * What each grant of a connection is to it now.
 *
 * @param ended Whether a grant's time is over.
 */
export function rolesOf(grants: readonly Grant[], ended: (grant: Grant) => boolean): Map<string, GrantRole> {
  const current = new Set(currentGrants(grants));
  const role = (grant: Grant): GrantRole => {
    if (!counts(grant)) return 'other-account';
    if (!current.has(grant)) return 'replaced';
    return ended(grant) ? 'ended' : 'counts';
  };
  return new Map(grants.map((grant) => [grant.id, role(grant)]));
}

/** What the grants of a connection come to: all that badge and lists need of them. */
export interface Standing {
  connectionId: string;
  /** The grants that count now, one of each kind. */
  grants: Grant[];
  /** A grant for another account that nothing has made up for since: no newer grant of its kind counts. */
  quarantined?: Grant;
}

/** Where a connection stands by its grants, however many there were. */
export function standingOf(connectionId: string, grants: readonly Grant[]): Standing {
  const current = currentGrants(grants);
  const [quarantined] = grants
    .filter(({ verdict }) => verdict === 'other')
    .filter((grant) => !current.some(({ kind, at }) => kind === grant.kind && at > grant.at))
    .toSorted((a, b) => b.at - a.at);
  return { connectionId, grants: current, ...(quarantined && { quarantined }) };
}

/** The id under which the grant of a run and kind is kept. */
export function grantId(runId: string, kind: GrantKind): string {
  return `${runId}:${kind}`;
}
