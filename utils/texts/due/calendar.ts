import { i18n } from '#i18n';
import type { CalendarEvent } from '../../domain/data/calendar.ts';
import type { CalendarEnd } from '../../domain/data/ends.ts';
import { placeName, softwareName } from '../names.ts';
import { basisText, dateText } from './days.ts';

/** The end of a connection as an entry of a calendar, in the person's words. It names no account's number. */
export function calendarEvent({ connection, expiry, day, alarms }: CalendarEnd): CalendarEvent {
  const { id, name, signInName, marketplace, site, archivedAt } = connection;
  const lines = [
    i18n.t('data.calendarWhere', [softwareName(connection), placeName(marketplace, site)]),
    `${dateText(expiry)} (${basisText(expiry)})`,
    i18n.t('data.calendarHow'),
    ...(signInName ? [i18n.t('data.calendarSignIn', [signInName])] : []),
  ];
  return {
    id,
    day,
    summary: i18n.t('data.calendarSummary', [name]),
    description: lines.join('\n'),
    alarms,
    cancelled: archivedAt !== undefined,
  };
}
