import type { Connection } from '../account/connection.ts';
import { isWatched } from '../account/connection.ts';
import type { Expiry, Grant } from '../account/grant.ts';
import { standingOf } from '../account/grant.ts';
import { conditionOf } from '../run/checklist/finishing.ts';
import { type Attention, attentionOf } from './badge.ts';
import { stateOf } from './state.ts';

/**
 * What badge, alarm and reminders need of a connection, kept by itself: with an index over it nobody has to read all of
 * them. It holds neither days left nor zones, so that it is as true tomorrow, and elsewhere.
 */
export interface Upcoming {
  connectionId: string;
  /** The first of its ends that are instants: UTC, ms. */
  at?: number;
  /** The first of its ends that are calendar days, `YYYY-MM-DD`. */
  day?: string;
  /** What needs the person, apart from dates. */
  asks?: Attention;
  /** When the newest of its grants was given: UTC instant in ms. Before it the row says nothing. */
  newest?: number;
  /** It has a ladder of its own, or was snoozed: its reminders are counted for it alone. */
  own?: 1;
}

/** What a connection can ask of the person by itself. */
export const ASKING = [
  'wrong-account',
  'reported',
  'unconfirmed',
  'to-finish',
] as const satisfies Attention[];

/** From where on ends are looked for. */
export interface From {
  /** UTC instant in ms. */
  at: number;
  /** `YYYY-MM-DD`. */
  day: string;
  /** Only those that are reminded of on everybody's ladder. */
  shared?: true;
}

/** What is found of all connections together. */
export interface Soonest {
  asks: Attention[];
  /** For each {@link From} the first end from there on that is an instant, and the first that is a day. */
  ends: Expiry[][];
  /** Connections that have to be looked at one by one. */
  apart: string[];
}

/**
 * The row of a connection; undefined where it is muted or put away, or has nothing that could come.
 *
 * @param grants Those that can stand for it (`candidatesOf`).
 */
export function upcomingOf(connection: Connection, grants: readonly Grant[]): Upcoming | undefined {
  if (!isWatched(connection)) return undefined;
  const { id, account: expected, ladder, snoozedUntil } = connection;
  const standing = standingOf(id, grants, { account: expected, now: Number.POSITIVE_INFINITY });
  const open = standing.grants.some(({ verdict }) => verdict === 'first' || verdict === 'unverified');
  const account = standing.quarantined ? 'wrong' : open ? 'unconfirmed' : undefined;
  const condition = conditionOf(connection);
  // An end that has passed hides what is open; the badge says the same of it.
  const state = stateOf({ urgency: 'calm', ...(account && { account }), ...(condition && { condition }) });
  const asks = attentionOf(state);
  const expiries = standing.grants.map(({ expiry }) => expiry);
  const at = least(expiries.flatMap((expiry) => (expiry.basis === 'entered' ? [] : [expiry.at])));
  const day = least(expiries.flatMap((expiry) => (expiry.basis === 'entered' ? [expiry.date] : [])));
  if (at === undefined && day === undefined && !asks && grants.length === 0) return undefined;
  return {
    connectionId: id,
    ...(at !== undefined && { at }),
    ...(day !== undefined && { day }),
    ...(asks && { asks }),
    ...(grants.length > 0 && { newest: Math.max(...grants.map((grant) => grant.at)) }),
    ...((ladder !== undefined || snoozedUntil !== undefined) && { own: 1 as const }),
  };
}

function least<T extends number | string>(values: readonly T[]): T | undefined {
  return values.reduce<T | undefined>(
    (first, value) => (first === undefined || value < first ? value : first),
    undefined,
  );
}

/** Whether a row says how things stand: a grant that is dated in the future counts for nothing until then. */
export const holdsAt = ({ newest }: Pick<Upcoming, 'newest'>, now: number): boolean =>
  newest === undefined || newest <= now;

/** An end that was found in the index, as far as days and reminders need it. */
export const endAt = (at: number): Expiry => ({ basis: 'by-rule', at });
export const endOn = (date: string): Expiry => ({ basis: 'entered', date });
