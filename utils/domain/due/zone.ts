/** A time zone to count days in. */
export interface Zone {
  /** An IANA name, or an offset such as `+02:00`. */
  id: string;
  /** False where the browser named none that it can calculate with: days may then be off by one. */
  known: boolean;
}

/** Intl and Temporal differ in what they accept: Chromium 156 formats in `Factory` and calculates in it not. */
function isUsable(id: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** An offset in minutes east of UTC as Temporal writes it; UTC where it is no whole minute of a day. */
function offsetId(east: number): string {
  const minutes = Math.abs(east);
  if (!Number.isInteger(east) || east === 0 || minutes >= 24 * 60) return 'UTC';
  return `${east < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/**
 * The zone to count days in. Chromium on Linux names `Etc/Unknown` where `TZ` is set to something it does not know, a
 * path for instance, and then refuses that very name.
 *
 * @param named What the browser says its zone is.
 * @param offset Minutes from local time to UTC, as `Date.prototype.getTimezoneOffset` gives them.
 */
export function zoneOf(named: unknown, offset: number): Zone {
  if (typeof named === 'string' && isUsable(named)) return { id: named, known: true };
  const id = offsetId(-offset);
  return { id: isUsable(id) ? id : 'UTC', known: false };
}

/** The last instant that a clock is believed, 2180 in UTC ms: what is counted on from there stays within 2200. */
const LAST_NOW = Date.UTC(2180, 0);

/** A clock's instant, brought within what dates can be counted from. */
export function soundNow(instant: number): number {
  if (Number.isNaN(instant)) return 0;
  return Math.round(Math.min(Math.max(instant, 0), LAST_NOW));
}
