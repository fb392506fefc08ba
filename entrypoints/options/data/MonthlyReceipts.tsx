import { i18n } from '#i18n';
import { today } from '@/utils/texts/due/zone.ts';
import { monthLink } from '../links.ts';

/** The way to the receipts of a month, of all connections. */
export function MonthlyReceipts() {
  return (
    <section class="card stack tight" aria-labelledby="receipts">
      <h2 id="receipts">{i18n.t('proof.monthly')}</h2>
      <p>{i18n.t('proof.monthlyText')}</p>
      <div class="row">
        <a class="button" href={monthLink(today().toPlainYearMonth())}>
          {i18n.t('proof.monthlyOpen')}
        </a>
      </div>
    </section>
  );
}
