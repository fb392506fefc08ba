import { i18n } from '#i18n';
import type { Reminder } from '../../domain/due/reminders.ts';
import { placeName, softwareName } from '../names.ts';
import { daysText } from './days.ts';

/** So many connections stand in one notification by name; no system shows more lines. */
const NAMED = 4;

const lineOf = ({ connection, remaining }: Reminder): string => `${connection.name} – ${daysText(remaining)}`;

/** A notification's title and text: names that the person gave, places and days. */
export function reminderText(due: readonly Reminder[]): { title: string; message: string } {
  const [first, ...others] = due;
  if (first && others.length === 0) {
    const { connection } = first;
    const place = placeName(connection.marketplace, connection.site);
    return {
      title: lineOf(first),
      message: i18n.t('reminder.one', [softwareName(connection), place]),
    };
  }
  const more = due.length - NAMED;
  const lines = [...due.slice(0, NAMED).map(lineOf), ...(more > 0 ? [i18n.t('reminder.more', more)] : [])];
  return { title: i18n.t('reminder.many', due.length), message: lines.join('\n') };
}

/** A rung of the ladder in words. */
export function rungText(rung: number): string {
  if (rung < 0) return i18n.t('reminder.rungExpired');
  return rung === 0 ? i18n.t('reminder.rungToday') : i18n.t('reminder.rung', rung);
}
