import { i18n } from '#i18n';
import type { Proof } from '@/utils/domain/run/proof.ts';
import { dateText, dayOf } from '@/utils/texts/due/days.ts';
import { kindName, placeName, softwareName } from '@/utils/texts/names.ts';
import { modeText } from '@/utils/texts/run/history.ts';
import { clearedText } from '@/utils/texts/run/proof.ts';
import { linkTo, receiptDetail } from '../links.ts';

/** What became of the sign-in of before, in a sentence. */
function clearing({ mode, cleared }: Proof): string {
  if (cleared) return clearedText(cleared);
  return mode ? modeText(mode) : i18n.t('proof.noted');
}

/** The renewals of a month, a line each; every line leads to its own receipt. */
export function MonthTable({ proofs }: { proofs: readonly Proof[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the window it is moved by its keys
    <section class="wide" aria-label={i18n.t('proof.title')} tabIndex={0}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('proof.granted')}</th>
            <th scope="col">{i18n.t('proof.account')}</th>
            <th scope="col">{i18n.t('guard.software')}</th>
            <th scope="col">{i18n.t('form.marketplace')}</th>
            <th scope="col">{i18n.t('proof.until')}</th>
            <th scope="col">{i18n.t('receipt.heading')}</th>
          </tr>
        </thead>
        <tbody>
          {proofs.map((proof) => (
            <tr key={`${proof.connectionId} ${proof.key}`}>
              <th scope="row">
                <a href={linkTo('receipt', receiptDetail(proof.connectionId, proof.key))}>
                  {dayOf(proof.at)}
                </a>
              </th>
              <td>{proof.name}</td>
              <td>{softwareName(proof)}</td>
              <td>{placeName(proof.marketplace, proof.site)}</td>
              <td>
                {proof.grants.map(({ kind, expiry }) => (
                  <span key={kind} class="below">
                    {dateText(expiry)} {proof.grants.length > 1 && `(${kindName(kind)})`}
                  </span>
                ))}
              </td>
              <td>{clearing(proof)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
