import { i18n } from '#i18n';
import type { Receipt } from '../domain/cleaning.ts';

/** A receipt in one line. */
export function receiptSummary({ domains }: Receipt): string {
  const removed = domains.reduce((sum, domain) => sum + domain.removed, 0);
  return removed === 0 ? i18n.t('receipt.none') : i18n.t('receipt.summary', removed);
}
