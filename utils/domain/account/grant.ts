import type { GrantKind } from '../marketplaces/definition/schema.ts';
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

/** What a grant is judged by, on every read that counts. */
export interface Judging {
  /** The account that the connection expects now. */
  account: Connection['account'];
  /** UTC instant in ms: what is dated later counts for nothing yet. */
  now: number;
}

/**
 * What is known of a grant's account now. Where the marketplace named one and one is expected, the two decide, whatever
 * was noted when the grant came; otherwise that stands. What the user entered, or another machine told, names nobody.
 */
export function verdictNow(
  { verdict, accountId }: Pick<Grant, 'verdict' | 'accountId'>,
  expected: string | undefined,
): AccountVerdict {
  if (accountId === undefined || verdict === 'entered') return verdict;
  if (expected !== undefined) return sameAccount(accountId, expected) ? 'match' : 'other';
  return verdict === 'match' ? 'first' : verdict;
}

/** The grants with their verdicts as they are now, in the same order. */
export function judged(grants: readonly Grant[], account: Connection['account']): Grant[] {
  return grants.map((grant) => {
    const verdict = verdictNow(grant, account.id);
    return verdict === grant.verdict ? grant : { ...grant, verdict };
  });
}

/** Whether a grant renews its connection; one in quarantine does not. */
export function counts(grant: Pick<Grant, 'verdict'>): boolean {
  return grant.verdict !== 'other';
}

/** The newest grant of each group; of two of the same instant the first. */
function newestBy(grants: readonly Grant[], groupOf: (grant: Grant) => string): Grant[] {
  const newest = new Map<string, Grant>();
  for (const grant of grants) {
    const group = groupOf(grant);
    const other = newest.get(group);
    if (!other || grant.at > other.at) newest.set(group, grant);
  }
  return [...newest.values()];
}

/** The grant of each kind that counts now: the newest one. */
export function currentGrants(grants: readonly Grant[]): Grant[] {
  return newestBy(grants.filter(counts), ({ kind }) => kind);
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
  | 'other-account'
  /** It is dated in the future: noted while a clock was ahead. */
  | 'to-come';

/**
 * What each grant of a connection is to it now.
 *
 * @param grants As they are judged now.
 * @param now UTC instant in ms.
 * @param ended Whether a grant's time is over.
 */
export function rolesOf(
  grants: readonly Grant[],
  now: number,
  ended: (grant: Grant) => boolean,
): Map<string, GrantRole> {
  const current = new Set(currentGrants(grants.filter(({ at }) => at <= now)));
  const role = (grant: Grant): GrantRole => {
    if (grant.at > now) return 'to-come';
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

/**
 * Of all grants of a connection those that can ever stand for it, whichever account it will expect: the newest of each
 * kind, account and sort. Where a connection stands follows from these alone ({@link standingOf}).
 */
export function candidatesOf(grants: readonly Grant[]): Grant[] {
  const sort = ({ verdict }: Grant): string =>
    verdict === 'other' || verdict === 'entered' ? verdict : 'given';
  return newestBy(grants, (grant) =>
    JSON.stringify([grant.kind, grant.accountId?.trim().toLowerCase(), sort(grant)]),
  );
}

/** Where a connection stands by its grants, however many there were. */
export function standingOf(
  connectionId: string,
  grants: readonly Grant[],
  { account, now }: Judging,
): Standing {
  const given = judged(grants, account).filter(({ at }) => at <= now);
  const current = currentGrants(given);
  const [quarantined] = given
    .filter(({ verdict }) => verdict === 'other')
    .filter((grant) => !current.some(({ kind, at }) => kind === grant.kind && at > grant.at))
    .toSorted((a, b) => b.at - a.at);
  return { connectionId, grants: current, ...(quarantined && { quarantined }) };
}

/** The id under which the grant of a run and kind is kept. */
export function grantId(runId: string, kind: GrantKind): string {
  return `${runId}:${kind}`;
}
