import type { Expiry } from '../account/grant.ts';

/**
 * Calendar days as numbers, counted from 1970-01-01. The time zone is asked once per UTC day, however many instants fall
 * on it: thousands of connections end on a few hundred days.
 */

const DAY = 86_400_000;

/** Days of UTC that are kept; years of ends are far below it. */
const MOST = 20_000;

/** The local days within a day of UTC: the one it begins in, and the one that begins at this UTC instant in ms. */
interface Within {
  first: number;
  second: number;
  from: number;
}

interface Known {
  timeZone: string;
  within: Map<number, Within>;
  begins: Map<number, number>;
}

let known: Known = { timeZone: 'UTC', within: new Map(), begins: new Map() };

/** One zone at a time: it changes when the user travels. */
function knownOf(timeZone: string): Known {
  if (known.timeZone !== timeZone || known.within.size > MOST || known.begins.size > MOST)
    known = { timeZone, within: new Map(), begins: new Map() };
  return known;
}

const dateOf = (day: number): Temporal.PlainDate => {
  const {
    year,
    month,
    day: ofMonth,
  } = Temporal.Instant.fromEpochMilliseconds(day * DAY).toZonedDateTimeISO('UTC');
  return new Temporal.PlainDate(year, month, ofMonth);
};

/** A day as a text, `YYYY-MM-DD`. */
export const textOf = (day: number): string => dateOf(day).toString();

const numberOf = ({ year, month, day }: Temporal.PlainDate): number =>
  Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY);

const askDay = (instant: number, timeZone: string): number =>
  numberOf(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate());

/** The UTC instant in ms at which a local day begins; not always at 0:00. */
export function beginOf(day: number, timeZone: string): number {
  const { begins } = knownOf(timeZone);
  const before = begins.get(day);
  if (before !== undefined) return before;
  const begin = dateOf(day).toZonedDateTime({ timeZone }).toInstant().epochMilliseconds;
  begins.set(day, begin);
  return begin;
}

/**
 * The local day of a UTC instant in ms.
 *
 * @param timeZone An IANA name.
 */
export function dayAt(instant: number, timeZone: string): number {
  const { within } = knownOf(timeZone);
  const utc = Math.floor(instant / DAY);
  let found = within.get(utc);
  if (!found) {
    const first = askDay(utc * DAY, timeZone);
    const second = askDay((utc + 1) * DAY - 1, timeZone);
    found = { first, second, from: first === second ? Number.POSITIVE_INFINITY : beginOf(second, timeZone) };
    within.set(utc, found);
  }
  return instant < found.from ? found.first : found.second;
}

/** The local day on which a grant ends. */
export function endDay(expiry: Expiry, timeZone: string): number {
  return expiry.basis === 'entered'
    ? numberOf(Temporal.PlainDate.from(expiry.date))
    : dayAt(expiry.at, timeZone);
}
