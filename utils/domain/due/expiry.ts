import type { Expiry, Grant } from '../account/grant.ts';
import { currentGrants } from '../account/grant.ts';
import type { GrantKind } from '../marketplaces/definition/schema.ts';
import { lifetimeOf } from '../marketplaces/index.ts';
import { beginOf, dayAt, endDay } from './days.ts';

const plainDate = (at: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();

/**
 * When a grant ends: the instant that the callback told, else the marketplace's rule from the callback on.
 *
 * @param grantedAt UTC instant in ms.
 * @param told UTC instant in ms from the callback. One that lies before the grant (eBay sends 1970 where it keeps
 *   the token to itself) tells nothing.
 */
export function expiryOf(kind: GrantKind, grantedAt: number, told?: number): Expiry {
  if (told !== undefined && told > grantedAt) return { basis: 'exact', at: told };
  return { basis: 'by-rule', at: grantedAt + lifetimeOf(kind) };
}

/** The calendar day on which a grant ends where the person is. */
export function expiryDate(expiry: Expiry, timeZone: string): Temporal.PlainDate {
  return expiry.basis === 'entered' ? Temporal.PlainDate.from(expiry.date) : plainDate(expiry.at, timeZone);
}

/**
 * Calendar days from today to the day on which a grant ends: 0 on that day itself, negative after it.
 *
 * @param now UTC instant in ms.
 * @param timeZone IANA name of the person's time zone.
 */
export function daysLeft(expiry: Expiry, now: number, timeZone: string): number {
  return endDay(expiry, timeZone) - dayAt(now, timeZone);
}

/** Whether a grant has ended. One with a known instant ends at that instant, one with a day after that day. */
export function hasEnded(expiry: Expiry, now: number, timeZone: string): boolean {
  return expiry.basis === 'entered' ? daysLeft(expiry, now, timeZone) < 0 : expiry.at <= now;
}

/** How near the end is; the surfaces colour by it. */
export type Urgency = 'unknown' | 'calm' | 'soon' | 'urgent' | 'expired';

/** A renewal can be planned from 30 days on (Amazon itself reminds from one month before); 7 days are a week's work. */
const SOON_DAYS = 30;
const URGENT_DAYS = 7;

export interface Remaining {
  days: number;
  ended: boolean;
  expiry: Expiry;
  kind: GrantKind;
  /** The grant that it is about, and since when it is known: UTC instant in ms. */
  grantId: string;
  since: number;
}

/** The grant of a connection that ends first, as it stands now; undefined where there is none. */
export function soonestEnd(grants: readonly Grant[], now: number, timeZone: string): Remaining | undefined {
  const [soonest] = currentGrants(grants)
    .map(({ id, at, expiry, kind }) => ({
      expiry,
      kind,
      grantId: id,
      since: at,
      days: daysLeft(expiry, now, timeZone),
      ended: hasEnded(expiry, now, timeZone),
    }))
    .sort(
      (a, b) =>
        Number(b.ended) - Number(a.ended) ||
        a.days - b.days ||
        // Of two on one day the one that is known longer, in whatever order they were read.
        a.since - b.since ||
        a.kind.localeCompare(b.kind),
    );
  return soonest;
}

/** The urgency of what remains. */
export function urgencyOf(remaining: Pick<Remaining, 'days' | 'ended'> | undefined): Urgency {
  if (!remaining) return 'unknown';
  if (remaining.ended) return 'expired';
  if (remaining.days <= URGENT_DAYS) return 'urgent';
  return remaining.days <= SOON_DAYS ? 'soon' : 'calm';
}

/** The UTC instant in ms at which a calendar day begins where the person is; not always at 0:00. */
export function dayBegins(day: Temporal.PlainDate, timeZone: string): number {
  return day.toZonedDateTime({ timeZone }).toInstant().epochMilliseconds;
}

/** The UTC instant in ms at which the person's next calendar day begins: when every count of days changes. */
export function nextMidnight(now: number, timeZone: string): number {
  return beginOf(dayAt(now, timeZone) + 1, timeZone);
}

/** The UTC instant in ms at which the text about these ends next changes: the next midnight, or an end before it. */
export function nextChange(ends: readonly Expiry[], now: number, timeZone: string): number {
  const instants = ends.flatMap((expiry) => (expiry.basis === 'entered' ? [] : [expiry.at]));
  return instants.reduce(
    (soonest, at) => (at > now && at < soonest ? at : soonest),
    nextMidnight(now, timeZone),
  );
}

/** The day that lies `days` after today, as `YYYY-MM-DD`. */
export function dayIn(days: number, now: number, timeZone: string): string {
  return plainDate(now, timeZone).add({ days }).toString();
}
