import { i18n } from '#i18n';
import type { Expiry } from '../../domain/account/grant.ts';
import { expiryDate, type Remaining } from '../../domain/due/expiry.ts';
import { locale } from '../names.ts';
import { localZone } from './zone.ts';

/** How many days are left, in words. */
export function daysText(remaining: Pick<Remaining, 'days' | 'ended'> | undefined): string {
  if (!remaining) return i18n.t('days.none');
  if (remaining.ended)
    return remaining.days < 0 ? i18n.t('days.expiredAgo', -remaining.days) : i18n.t('days.expired');
  return remaining.days === 0 ? i18n.t('days.today') : i18n.t('days.left', remaining.days);
}

/** The same in a word or two, for a pill in a row. */
export function shortDaysText(remaining: Pick<Remaining, 'days' | 'ended'> | undefined): string {
  if (!remaining) return i18n.t('days.noneShort');
  if (remaining.ended) return i18n.t('days.expired');
  return remaining.days === 0 ? i18n.t('days.todayShort') : i18n.t('days.short', remaining.days);
}

/** A calendar day in the person's language. */
export function dateText(expiry: Expiry): string {
  const day = expiryDate(expiry, localZone().id);
  return day.toLocaleString(locale(), { dateStyle: 'medium' });
}

/** An instant's day in the person's language. */
export function dayOf(instant: number): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: localZone().id }).format(instant);
}

/** How a date is known. */
export function basisText({ basis }: Expiry): string {
  switch (basis) {
    case 'exact':
      return i18n.t('days.basisExact');
    case 'by-rule':
      return i18n.t('days.basisByRule');
    case 'entered':
      return i18n.t('days.basisEntered');
  }
}
