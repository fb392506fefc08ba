import { type Connection, isWatched } from '../account/connection.ts';
import type { Expiry } from '../account/grant.ts';
import type { ReminderSettings, TimeOfDay } from '../settings/settings.ts';
import { beginOf, dayAt, endDay, textOf } from './days.ts';
import { dayBegins, type Remaining } from './expiry.ts';
import type { From } from './upcoming.ts';

/** The rung of the ladder that stands for “has expired”; the others are days before the end, 0 is the day itself. */
export const EXPIRED = -1;

/** What the person was told last of a connection; there is one for each connection at most. */
export interface Notified {
  connectionId: string;
  /** The grant whose end it was about: a newer one begins its ladder anew. */
  grantId: string;
  rung: number;
  /** UTC instant in ms. */
  at: number;
  /** About to be told: whether the person saw it is not known. */
  pending?: true;
}

/** A connection, and what remains of its grant that ends first. */
export interface Watched {
  connection: Connection;
  remaining?: Remaining;
}

/** A connection that the person is to be told of now. */
export interface Reminder {
  connection: Connection;
  remaining: Remaining;
  /** The lowest rung that was reached: those above it, slept over or missed, are told with it. */
  rung: number;
}

/** When and where it is. */
export interface Here {
  /** UTC instant in ms. */
  now: number;
  /** IANA name of the person's time zone. */
  timeZone: string;
}

/** The UTC instant in ms at which a rung is reached: the begin of its day, or the end itself. */
export function rungBegins(rung: number, expiry: Expiry, timeZone: string): number {
  if (rung === EXPIRED && expiry.basis !== 'entered') return expiry.at;
  return beginOf(endDay(expiry, timeZone) - rung, timeZone);
}

/** The rungs on which a connection is reminded of: its own, unless the organisation decides them for all. */
export const ladderOf = (
  connection: Pick<Connection, 'ladder'>,
  { ladder, fixed }: Pick<ReminderSettings, 'ladder' | 'fixed'>,
): readonly number[] => (fixed ? ladder : (connection.ladder ?? ladder));

function snoozeEnds({ snoozedUntil }: Connection, timeZone: string): number {
  return snoozedUntil === undefined
    ? Number.NEGATIVE_INFINITY
    : dayBegins(Temporal.PlainDate.from(snoozedUntil), timeZone);
}

/**
 * The rung to remind the user of now, if any. Rungs reached before the grant was recorded are skipped, because the user
 * has just entered it. When a snooze ends, the last reminder before it is repeated.
 */
function dueRung(
  watched: Watched,
  told: Notified | undefined,
  settings: ReminderSettings,
  { now, timeZone }: Here,
): number | undefined {
  const { connection, remaining } = watched;
  if (!remaining || !isWatched(connection)) return undefined;
  const begins = (rung: number): number => rungBegins(rung, remaining.expiry, timeZone);
  const reached = ladderOf(watched.connection, settings).filter((rung) => begins(rung) <= now);
  if (reached.length === 0) return undefined;
  const lowest = Math.min(...reached);
  const awake = snoozeEnds(connection, timeZone);
  if (now < awake) return undefined;
  // What bears a time to come was noted by a clock that was wrong.
  const before = told?.grantId === remaining.grantId && told.at <= now ? told : undefined;
  const known = before?.at ?? (remaining.since <= now ? remaining.since : Number.NEGATIVE_INFINITY);
  if (before?.pending || known < awake) return lowest;
  if (before) return lowest < before.rung ? lowest : undefined;
  return begins(lowest) > known ? lowest : undefined;
}

const timeOf = (time: TimeOfDay): Temporal.PlainTime => Temporal.PlainTime.from(time);

/** The UTC instant in ms at which the quiet hours end; undefined where it is not quiet now. */
export function quietEnds(quiet: ReminderSettings['quiet'], { now, timeZone }: Here): number | undefined {
  if (!quiet) return undefined;
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const time = here.toPlainTime();
  const [from, to] = [timeOf(quiet.from), timeOf(quiet.to)];
  const { compare } = Temporal.PlainTime;
  const begun = compare(from, time) <= 0;
  const over = compare(to, time) <= 0;
  const isQuiet = compare(from, to) <= 0 ? begun && !over : begun || !over;
  if (!isQuiet) return undefined;
  const day = here.toPlainDate().add({ days: over ? 1 : 0 });
  return day.toZonedDateTime({ timeZone, plainTime: to }).epochMilliseconds;
}

/** All that the person is to be told of now, the most urgent first; nothing while reminders are off or it is quiet. */
export function remindersDue(
  all: readonly Watched[],
  told: ReadonlyMap<string, Notified>,
  settings: ReminderSettings,
  here: Here,
): Reminder[] {
  if (!settings.on || quietEnds(settings.quiet, here) !== undefined) return [];
  return all
    .flatMap((watched) => {
      const { connection, remaining } = watched;
      const rung = dueRung(watched, told.get(connection.id), settings, here);
      return rung === undefined || !remaining ? [] : [{ connection, remaining, rung }];
    })
    .toSorted(
      (a, b) => Number(b.remaining.ended) - Number(a.remaining.ended) || a.remaining.days - b.remaining.days,
    );
}

/** The next UTC instant in ms at which something may be due; infinite where there is none. */
export function nextReminder(all: readonly Watched[], settings: ReminderSettings, here: Here): number {
  if (!settings.on) return Number.POSITIVE_INFINITY;
  const { now, timeZone } = here;
  const instants = all.flatMap((watched) => {
    const { connection, remaining } = watched;
    if (!remaining || !isWatched(connection)) return [];
    return [
      snoozeEnds(connection, timeZone),
      ...ladderOf(watched.connection, settings).map((rung) => rungBegins(rung, remaining.expiry, timeZone)),
    ];
  });
  const later = [quietEnds(settings.quiet, here) ?? now, ...instants].filter((instant) => instant > now);
  return later.reduce((first, instant) => Math.min(first, instant), Number.POSITIVE_INFINITY);
}

/** For each rung of everybody's ladder from where on an end is still to be told of. */
export function rungFroms(ladder: readonly number[], { now, timeZone }: Here): From[] {
  const today = dayAt(now, timeZone);
  return ladder.map((rung) => ({
    // On the last rung an instant is told of at that instant.
    at: rung === EXPIRED ? now + 1 : beginOf(today + rung + 1, timeZone),
    day: textOf(today + rung + 1),
    shared: true,
  }));
}

/** Before what the ends lie that everybody's ladder has reached; undefined where it has no rungs. */
export function reachedUntil(ladder: readonly number[], { now, timeZone }: Here): From | undefined {
  if (ladder.length === 0) return undefined;
  const after = dayAt(now, timeZone) + Math.max(...ladder) + 1;
  return { at: Math.max(beginOf(after, timeZone), now + 1), day: textOf(after) };
}

/** What was told of ends that are over: the connection was renewed since, or is gone. */
export function toldInVain(told: readonly Notified[], all: readonly Watched[]): Notified[] {
  const current = new Set(all.map(({ remaining }) => remaining?.grantId));
  return told.filter(({ grantId }) => !current.has(grantId));
}

/** What is to be remembered of a reminder. */
export function toldOf({ connection, remaining, rung }: Reminder, at: number): Notified {
  return { connectionId: connection.id, grantId: remaining.grantId, rung, at };
}
