import { i18n } from '#i18n';
import type { Badge } from '../../domain/due/badge.ts';

/** The badge in words, as the toolbar button's title. */
export function badgeTitle({ attention, urgency, days }: Badge): string {
  switch (attention) {
    case 'guard':
      return i18n.t('badge.guard');
    case 'database':
      return i18n.t('badge.database');
    case 'wrong-account':
      return i18n.t('badge.wrongAccount');
    case 'unfinished':
      return i18n.t('badge.unfinished');
    case 'reported':
      return i18n.t('badge.reported');
    case 'unconfirmed':
      return i18n.t('badge.unconfirmed');
    case 'to-finish':
      return i18n.t('badge.toFinish');
  }
  if (days === undefined) return i18n.t('badge.none');
  if (urgency === 'expired') return i18n.t('badge.expired');
  return days === 0 ? i18n.t('badge.today') : i18n.t('badge.days', days);
}
