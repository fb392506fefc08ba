import type { Expiry } from '../account/grant.ts';
import { expiryDate, soonestEnd } from '../due/expiry.ts';
import { ladderOf } from '../due/reminders.ts';
import type { ReminderSettings } from '../settings/settings.ts';
import type { Row } from './schema.ts';

/** The end of a connection, as a calendar shows it. */
export interface CalendarEnd {
  connection: Row<'connections'>;
  expiry: Expiry;
  day: string;
  alarms: number[];
}

/**
 * The end of each connection that has a date, with the days on which its ladder reminds: none while it is muted, none
 * that lies before the day until which it is snoozed.
 *
 * @param now UTC instant in ms.
 * @param zone The person's time zone: the days are its calendar days.
 */
export function endsOf(
  connections: readonly Row<'connections'>[],
  grants: readonly Row<'grants'>[],
  settings: Pick<ReminderSettings, 'ladder' | 'fixed'>,
  now: number,
  zone: string,
): CalendarEnd[] {
  const given = Map.groupBy(grants, ({ connectionId }) => connectionId);
  return connections.flatMap((connection) => {
    const soonest = soonestEnd(given.get(connection.id) ?? [], now, zone);
    if (!soonest) return [];
    const day = expiryDate(soonest.expiry, zone);
    const { snoozedUntil } = connection;
    const isSnoozed = (days: number): boolean =>
      snoozedUntil !== undefined && day.subtract({ days }).toString() < snoozedUntil;
    const rungs = connection.muted ? [] : ladderOf(connection, settings);
    const alarms = rungs.filter((days) => !isSnoozed(days));
    return [{ connection, expiry: soonest.expiry, day: day.toString(), alarms }];
  });
}
