import type { Connection } from '../account/connection.ts';
import { isWatched } from '../account/connection.ts';
import type { Grant } from '../account/grant.ts';
import { marketplaceById, siteById } from '../marketplaces/index.ts';
import { isAlive, type Run, type RunEnded } from '../run/run.ts';
import { isQuiet } from '../run/run-step.ts';
import type { Remaining } from './expiry.ts';
import { urgencyOf } from './expiry.ts';

/** A connection with what its grants say now. */
export interface Queued {
  connection: Connection;
  remaining?: Remaining;
  quarantined?: Grant;
}

/** Connections of one account: one sign-in, and one code by phone, is enough for all of them. */
export interface QueueGroup<T extends Queued> {
  key: string;
  members: [T, ...T[]];
}

/** Whether a connection is to be renewed soon: its date is near or gone, or what it has is of no use. */
export function isDue({ connection, remaining, quarantined }: Queued): boolean {
  if (!isWatched(connection)) return false;
  if (quarantined || connection.reported) return true;
  const urgency = urgencyOf(remaining);
  return urgency !== 'calm' && urgency !== 'unknown';
}

const signInOf = ({ signInName }: Connection): string | undefined =>
  signInName?.trim().toLowerCase() || undefined;

/** The session that a connection's sign-in lives in; regions have sign-ins of their own even on the same domains. */
function sessionOf({ marketplace, site }: Pick<Connection, 'marketplace' | 'site'>): string {
  const found = siteById(marketplaceById(marketplace), site);
  return [marketplace, found?.region, ...(found?.sessionDomains ?? [site]).toSorted()].join(' ');
}

/** Whether a sign-in at one of these sites is one at the other. */
export function sharesSession(
  a: Pick<Connection, 'marketplace' | 'site'>,
  b: Pick<Connection, 'marketplace' | 'site'>,
): boolean {
  return sessionOf(a) === sessionOf(b);
}

/**
 * Tells which connections one sign-in serves: the same session, and the same sign-in name or, where that is not known,
 * the same account. Of a connection that has neither nobody knows; it stands alone.
 *
 * @param all All connections: one of the same account may know the sign-in name.
 * @returns the same text for connections of one account
 */
export function accountKeys(all: readonly Connection[]): (connection: Connection) => string {
  const accountOf = (connection: Connection): string | undefined =>
    connection.account.id && `${sessionOf(connection)} id ${connection.account.id}`;
  const names = new Map<string, string>();
  for (const connection of all) {
    const account = accountOf(connection);
    const name = signInOf(connection);
    if (account !== undefined && name !== undefined && !names.has(account)) names.set(account, name);
  }
  return (connection) => {
    const account = accountOf(connection);
    const name = signInOf(connection) ?? (account && names.get(account));
    const session = sessionOf(connection);
    return name === undefined ? (account ?? `${session} own ${connection.id}`) : `${session} name ${name}`;
  };
}

/** All that is due, grouped by account; groups and members stay in the order in which they come. */
export function queueOf<T extends Queued>(all: readonly T[]): QueueGroup<T>[] {
  const keyOf = accountKeys(all.map(({ connection }) => connection));
  const groups = Map.groupBy(all.filter(isDue), ({ connection }) => keyOf(connection));
  return [...groups].map(([key, members]) => ({ key, members: members as [T, ...T[]] }));
}

/** Whether an ended run still has aside what it set aside: more connections of its account were to follow. */
export function holds(run: Pick<Run, 'phase' | 'shares' | 'aside'>): boolean {
  return run.phase === 'ended' && run.shares === true && run.aside?.state === 'kept';
}

/** Whether an ended run still has cookies aside, whatever for. */
export function holdsAside(run: Pick<Run, 'phase' | 'aside'>): boolean {
  return run.phase === 'ended' && run.aside?.state === 'kept';
}

/** Under which run's id the cookies are kept that a run has aside. */
export function asideKey({ id, aside }: Pick<Run, 'id' | 'aside'>): string {
  return aside?.of ?? id;
}

/** The last run whose sign-in may still be in this jar, if it ended well and not long ago: the next one can go on with it. */
export function lastLeft(
  runs: readonly Run[],
  { marketplace, jar }: Pick<Run, 'marketplace' | 'jar'>,
  now: number,
): (RunEnded & { left: string }) | undefined {
  const [last] = runs
    .filter((run) => run.marketplace === marketplace && run.jar === jar)
    .toSorted((a, b) => b.startedAt - a.startedAt);
  if (!last || isAlive(last) || last.left === undefined) return undefined;
  return isQuiet(last.endedAt, now) ? undefined : { ...last, left: last.left };
}
