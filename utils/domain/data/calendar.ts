import type { TimeOfDay } from '../settings/settings.ts';

/** Ends of grants as a calendar, by RFC 5545. */

/** What a calendar shows of a connection. Its words come from outside, in the person's language. */
export interface CalendarEvent {
  /** The connection's id: what is imported again takes the place of what was there. */
  id: string;
  /** The day on which the grant ends, `YYYY-MM-DD`. */
  day: string;
  summary: string;
  description: string;
  /** Days before the end on which the calendar reminds; −1 is the day after it. */
  alarms: readonly number[];
  /** Taken out of the calendar at the next import. */
  cancelled: boolean;
}

/** At this time of day a calendar reminds, unless it is a quiet one. */
const ALARM_AT: TimeOfDay = '09:00';

const minutesOf = (time: TimeOfDay): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** The time of day of the alarms: nine in the morning, or the end of the quiet hours if they include nine. */
export function alarmTime(quiet: { from: TimeOfDay; to: TimeOfDay } | undefined): TimeOfDay {
  if (!quiet) return ALARM_AT;
  const [from, to, at] = [minutesOf(quiet.from), minutesOf(quiet.to), minutesOf(ALARM_AT)];
  const isQuiet = from <= to ? at >= from && at < to : at >= from || at < to;
  return isQuiet ? quiet.to : ALARM_AT;
}

/**
 * From the beginning of the last day to an alarm, as a duration of RFC 5545 (3.3.6): days there are calendar days, so
 * that daylight saving does not move the time.
 */
export function trigger(daysBefore: number, at: TimeOfDay): string {
  const total = -daysBefore * 24 * 60 + minutesOf(at);
  const [days, rest] = [Math.floor(Math.abs(total) / 1440), Math.abs(total) % 1440];
  const [hours, minutes] = [Math.floor(rest / 60), rest % 60];
  const time = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}`;
  const text = `P${days ? `${days}D` : ''}${time ? `T${time}` : ''}`;
  return `${total < 0 ? '-' : ''}${text === 'P' ? 'PT0S' : text}`;
}

/** A text as a value: the four signs that mean something are escaped, other control characters left out (3.3.11). */
function escaped(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

const encoder = new TextEncoder();

/** Lines of at most 75 bytes; a character is never cut (3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let room = 75;
  for (const sign of line) {
    const bytes = encoder.encode(sign).length;
    if (bytes > room) {
      parts.push(part);
      part = '';
      room = 74;
    }
    part += sign;
    room -= bytes;
  }
  return [...parts, part].join('\r\n ');
}

const compact = (instant: number): string =>
  `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Begin of the count of revisions, so that it fits into the 32 bits that calendars keep for it. */
const FIRST_REVISION = Date.UTC(2026, 0);

/**
 * A calendar of all-day events. Its UIDs never change, and what is exported later has the higher SEQUENCE and DTSTAMP:
 * a calendar that goes by these updates (RFC 5546, 2.1.5). Not all do: Outlook makes new entries at each import.
 *
 * @param now UTC instant in ms.
 * @param at When on the day the alarms ring.
 */
export function writeCalendar(
  events: readonly CalendarEvent[],
  name: string,
  now: number,
  at: TimeOfDay,
): string {
  const revision = Math.max(0, Math.floor((now - FIRST_REVISION) / 1000));
  const lines = events.flatMap((event) => {
    const day = event.day.replaceAll('-', '');
    const after = Temporal.PlainDate.from(event.day).add({ days: 1 }).toString().replaceAll('-', '');
    const alarms = event.cancelled ? [] : event.alarms;
    return [
      'BEGIN:VEVENT',
      `UID:${escaped(event.id)}@grantkeeper.example`,
      `DTSTAMP:${compact(now)}`,
      `LAST-MODIFIED:${compact(now)}`,
      `SEQUENCE:${revision}`,
      `DTSTART;VALUE=DATE:${day}`,
      `DTEND;VALUE=DATE:${after}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      ...alarms.flatMap((days) => [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `TRIGGER:${trigger(days, at)}`,
        `DESCRIPTION:${escaped(event.summary)}`,
        'END:VALARM',
      ]),
      'END:VEVENT',
    ];
  });
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Grantkeeper//Grantkeeper//EN',
    'CALSCALE:GREGORIAN',
    // Outlook makes a calendar of its own of what has a name; a single appointment must not have one (MS-OXCICAL,
    // 2.1.3.1.1.17).
    ...(events.length === 1 ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...lines,
    'END:VCALENDAR',
  ];
  return calendar.map((line) => `${folded(line)}\r\n`).join('');
}
