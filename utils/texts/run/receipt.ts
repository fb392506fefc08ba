import { i18n } from '#i18n';
import type { DomainReceipt, Receipt, SiteDataResult } from '../../domain/session/cleaning.ts';
import { SITE_DATA } from '../../domain/session/site-data.ts';
import { list } from '../names.ts';

/** What the words are made of: counts, without names of cookies. */
interface Counted extends Pick<Receipt, 'siteData'> {
  domains: readonly Omit<DomainReceipt, 'logins'>[];
}

/** A receipt in one line. */
export function receiptSummary({ domains }: Pick<Counted, 'domains'>): string {
  const removed = domains.reduce((sum, domain) => sum + domain.removed, 0);
  return removed === 0 ? i18n.t('receipt.none') : i18n.t('receipt.summary', removed);
}

const kindsThat = ({ siteData }: Pick<Counted, 'siteData'>, result: SiteDataResult): string[] =>
  SITE_DATA.filter((kind) => siteData[kind] === result).map((kind) => i18n.t(`receipt.${kind}`));

/** A receipt in full, as sentences: counts by domain. Names and numbers, no values. */
export interface ReceiptText {
  domains: string[];
  notes: string[];
}

/** What was found, removed and left in each domain, what can only be requested, and what cannot be cleared here. */
export function receiptText(receipt: Counted): ReceiptText {
  const requested = kindsThat(receipt, 'requested');
  const impossible = kindsThat(receipt, 'impossible');
  return {
    domains: receipt.domains.map(({ domain, found, removed, remaining }) =>
      i18n.t('receipt.domain', [domain, String(found), String(removed), String(remaining)]),
    ),
    notes: [
      i18n.t('receipt.proven'),
      ...(requested.length > 0 ? [i18n.t('receipt.requested', [list(requested)])] : []),
      ...(impossible.length > 0
        ? [i18n.t('receipt.impossible', [list(impossible)]), i18n.t('receipt.wayOut')]
        : []),
    ],
  };
}
